// FrontGate: stands before every handler: sends away whom there is no time for, whose turn it is not, and who asks too
// often.
#pragma once

#include "server/api/api_context.h"
#include "server/guard/gcra.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <functional>
#include <optional>

namespace parterre {

// What a request is worth when there is too much to do; nothing: it is always served (health, staff, counters, payment
// providers, the pages' own files).
std::optional<Worth> worthOf(const http::Request& request);

// Asks the door where a fan wants to see or to hold the seats of an event; everything else passes.
bool isAdmitted(const Admission& admission, const http::Request& request, const std::optional<HolderId>& fan);

// How often one fan may look at the map and try to hold (design 03, "Abuse"). Addresses are not counted: behind one
// there may be a whole school.
inline constexpr Rate looksOfOneFan{Milliseconds(500), 20};

// Makes the page that a browser shows for an error.
using RefusalPage = std::function<http::Response(const Error& error, const http::Request& request)>;

// Answering thread only.
class FrontGate
{
public:
    FrontGate(ApiContext& context, RefusalPage page);
    std::optional<http::Response> operator()(const http::Request& request);

private:
    // True: there is no time for it.
    bool shed(const http::Request& request, Worth worth);
    // Why somebody who wants to see or to hold seats may not just now; nothing: go on.
    std::optional<Error> turnedAway(const http::Request& request);
    http::Response refusal(const Error& error, const http::Request& request) const;

    ApiContext& m_context;
    RefusalPage m_page;
    RateLimiter m_looks;
};

} // namespace parterre
