// Who is calling: the fan's session, the staff member, the counter behind a request.
#pragma once

#include "server/api/api_context.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <optional>

namespace parterre {

// The token of "Authorization: Bearer …"; empty when there is none.
std::string_view bearerToken(const http::Request& request);

// What a limit counts a fan by.
inline std::string_view bytesOf(const HolderId& fan)
{
    return {reinterpret_cast<const char*>(fan.bytes.data()), fan.bytes.size()};
}

// The session a request carries (bearer or cookie); Unauthenticated without a valid one.
Result<FanSession> fanOf(const ApiContext& context, const http::Request& request);

struct FanCaller
{
    FanSession session;
    std::optional<std::string> newToken; // to be handed out with the answer
};
// The same, or a fresh session. A first request with a good key (16 characters or more: the Idempotency-Key, or what a
// form has for it) gets the same session when it is repeated from the same address, so that it meets the hold it made.
FanCaller fanOrNew(const ApiContext& context, const http::Request& request, std::string_view key);
void handOut(const ApiContext& context, http::Response& response, const FanCaller& caller);

Result<StaffIdentity> staffOf(const ApiContext& context, const http::Request& request, Permission needed);

// The device named in the path, when it signed the body. Forbidden when it is not known here, or revoked: its counter
// must be enrolled anew.
Result<CounterDevice> counterOf(const ApiContext& context, const http::Request& request);
// The device named in the header Parterre-Device, when it signed this; the same errors.
Result<CounterDevice> counterThatSigned(const ApiContext& context, const http::Request& request, const Bytes& message);

// From the Idempotency-Key header, bound to who asks. Malformed when longer than 200 bytes or not printable ASCII.
Result<std::optional<IdempotencyKey>> idempotencyOf(const http::Request& request, const HolderId& who);

// The mirror of the event in the path; NotFound.
Result<const EventMirror*> eventOf(const ApiContext& context, const http::Request& request);

} // namespace parterre
