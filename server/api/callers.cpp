// Reads credentials; decides nothing about seats.
#include "server/api/callers.h"

#include "server/guard/request_signature.h"
#include "server/http/router.h"

#include <algorithm>

namespace parterre {
namespace {

// Always the same bytes for the same seed: for the session of a repeated first request.
class SeededRandom : public Random
{
public:
    explicit SeededRandom(Bytes32 seed) : m_seed(seed) {}
    void fill(std::uint8_t* out, std::size_t size) override
    {
        while (size > 0) {
            m_seed = blake2b256(m_seed.data(), m_seed.size());
            const std::size_t part = std::min(size, m_seed.size());
            std::copy_n(m_seed.begin(), part, out);
            out += part;
            size -= part;
        }
    }

private:
    Bytes32 m_seed;
};

std::string hashInput(std::initializer_list<std::string_view> parts)
{
    std::string joined;
    for (const std::string_view part : parts) {
        const auto size = static_cast<std::uint32_t>(part.size());
        joined.append(reinterpret_cast<const char*>(&size), sizeof size);
        joined += part;
    }
    return joined;
}

bool isPrintable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<CounterDevice> signedBy(const ApiContext& context, std::string_view name, const http::Request& request,
                               const Bytes& message)
{
    const auto id = DeviceId::fromString(name);
    if (!id)
        return Error{ErrorCode::NotFound, "device"};
    auto device = context.accounts.device(*id);
    if (!device.ok())
        return device.error();
    if (!device->has_value()) // a restore may have lost it; NotFound would be no more than a missing event
        return Error{ErrorCode::Forbidden, "this counter is not known here and must be enrolled anew"};
    if ((*device)->revoked)
        return Error{ErrorCode::Forbidden, "this counter was revoked"};
    const std::string_view text(message.constData(), static_cast<std::size_t>(message.size()));
    if (const auto signed_ = checkRequestSignature((*device)->publicKey, request.header("parterre-signature"), text);
        !signed_.ok())
        return signed_.error();
    return std::move(**device);
}

constexpr std::size_t maxKeyBytes = 200;
constexpr std::size_t goodKeyBytes = 16;

} // namespace

std::string_view bearerToken(const http::Request& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view header = request.header("authorization");
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string_view();
}

Result<FanSession> fanOf(const ApiContext& context, const http::Request& request)
{
    const std::string_view bearer = bearerToken(request);
    return context.fans.verify(bearer.empty() ? request.cookie(FanSessions::cookieName) : bearer, context.clock.now());
}

FanCaller fanOrNew(const ApiContext& context, const http::Request& request, std::string_view key)
{
    if (const auto session = fanOf(context, request); session.ok())
        return {*session, std::nullopt};
    if (key.size() >= goodKeyBytes && key.size() <= maxKeyBytes && isPrintable(key)) {
        const std::string peer = request.peer.toString().toStdString();
        const std::string input = hashInput(
            {std::string_view(reinterpret_cast<const char*>(context.macKey.data()), context.macKey.size()), peer, key});
        SeededRandom seeded(blake2b256(input.data(), input.size()));
        auto issued = FanSessions(context.macKey, seeded).issue(context.clock.now());
        return {issued.session, std::move(issued.token)};
    }
    auto issued = context.fans.issue(context.clock.now());
    return {issued.session, std::move(issued.token)};
}

void handOut(const ApiContext& context, http::Response& response, const FanCaller& caller)
{
    if (!caller.newToken)
        return;
    static const std::string attributes =
        "; Path=/; Max-Age=" + std::to_string(FanSessions::lifetime.count() / 1000) + "; HttpOnly; SameSite=Lax";
    constexpr std::string_view secure = "; Secure";
    std::string cookie;
    cookie.reserve(FanSessions::cookieName.size() + 1 + caller.newToken->size() + attributes.size() + secure.size());
    cookie.append(FanSessions::cookieName).append(1, '=').append(*caller.newToken).append(attributes);
    if (context.secureCookies)
        cookie.append(secure);
    response.headers.reserve(response.headers.size() + 2 * static_cast<qsizetype>(cookie.size()) + 64);
    response.addHeader("Set-Cookie", cookie);
    response.addHeader("Parterre-Session", *caller.newToken);
}

Result<StaffIdentity> staffOf(const ApiContext& context, const http::Request& request, Permission needed)
{
    auto staff = context.staff.check(bearerToken(request), context.clock.now());
    if (!staff.ok())
        return staff.error();
    if (const auto allowed = requirePermission(staff->role, needed); !allowed.ok())
        return allowed.error();
    return staff;
}

Result<CounterDevice> counterOf(const ApiContext& context, const http::Request& request)
{
    return signedBy(context, request.param("device"), request, request.body);
}

Result<CounterDevice> counterThatSigned(const ApiContext& context, const http::Request& request, const Bytes& message)
{
    return signedBy(context, request.header("parterre-device"), request, message);
}

Result<std::optional<IdempotencyKey>> idempotencyOf(const http::Request& request, const HolderId& who)
{
    const std::string_view sent = request.header("idempotency-key");
    if (sent.empty())
        return std::optional<IdempotencyKey>();
    if (sent.size() > maxKeyBytes || !isPrintable(sent))
        return Error{ErrorCode::Malformed, "Idempotency-Key"};
    const std::string_view holder(reinterpret_cast<const char*>(who.bytes.data()), who.bytes.size());
    const std::string key = hashInput({holder, sent});
    const std::string_view body(request.body.constData(), static_cast<std::size_t>(request.body.size()));
    const std::string content = hashInput({http::methodName(request.method), request.path, body});
    return std::optional(
        IdempotencyKey{blake2b128(key.data(), key.size()), blake2b256(content.data(), content.size())});
}

Result<const EventMirror*> eventOf(const ApiContext& context, const http::Request& request)
{
    const auto id = EventId::fromString(request.param("event"));
    const EventMirror* mirror = id ? context.mirrors.find(*id) : nullptr;
    if (!mirror)
        return Error{ErrorCode::NotFound, "event"};
    return mirror;
}

} // namespace parterre
