// What the centre's answers say: JSON bodies into values, HTTP errors into ours.
#pragma once

#include "sync/counter/link.h"
#include "sync/link/http_client.h"

namespace parterre {

struct Session
{
    Bytes token;
    SignedIn signedIn;
};

// The body of a good answer; otherwise the error it carries. A 5xx that is not of the API's shape (a proxy's) is
// Unavailable, any other strange answer Internal.
Result<Bytes> bodyOf(const Result<HttpAnswer>& answer);

Result<Session> parseSession(const Result<Bytes>& body);
Result<EnrolledDevice> parseEnrolled(const Result<Bytes>& body);
Result<std::vector<EventSummary>> parseEvents(const Result<Bytes>& body);

} // namespace parterre
