// Sorts requests by their path; nothing is looked up while there is time for everybody and nobody asks too often.
#include "server/api/front_gate.h"

#include "server/api/callers.h"

namespace parterre {
namespace {

constexpr std::size_t slots = 65'536; // 1 MiB each

bool isRead(const http::Request& request)
{
    return request.method == http::Method::Get || request.method == http::Method::Head;
}

// "/events/{event}…" of the pages and of the API: what follows the event's id; nothing: no such path.
std::optional<std::string_view> behindEvent(std::string_view path)
{
    for (const std::string_view folder : {std::string_view("/events/"), std::string_view("/api/v1/events/")}) {
        if (!path.starts_with(folder))
            continue;
        const std::size_t end = path.find('/', folder.size());
        return end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
    return std::nullopt;
}

bool wantsPage(const http::Request& request)
{
    return request.header("accept").find("text/html") != std::string_view::npos;
}

std::string_view bytesOf(const HolderId& id)
{
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

} // namespace

std::optional<Worth> worthOf(const http::Request& request)
{
    const std::string_view path = request.path;
    if (path == "/" || path == "/api/v1/events")
        return Worth::Visit;
    if (path.starts_with("/holds/") || path.starts_with("/api/v1/holds/") || path.starts_with("/orders/") ||
        path.starts_with("/api/v1/orders/"))
        return Worth::Payment; // who has seats is to keep them and to pay for them
    const auto rest = behindEvent(path);
    if (!rest)
        return std::nullopt;
    if (rest->empty())
        return Worth::Visit;
    if (!isRead(request))
        return *rest == "/hold" || *rest == "/holds" ? std::optional(Worth::Hold) : std::nullopt;
    if (*rest == "/plan" || *rest == "/seats" || *rest == "/seats/stream")
        return Worth::Map;
    return std::nullopt; // a counter's log and snapshot
}

FrontGate::FrontGate(ApiContext& context, RefusalPage page)
    : m_context(context), m_page(std::move(page)), m_looks(looksOfOneFan, slots, limiterSeed(context.random))
{}

std::optional<http::Response> FrontGate::operator()(const http::Request& request)
{
    const auto worth = worthOf(request);
    if (!worth)
        return std::nullopt;
    if (shed(request, *worth))
        return refusal({ErrorCode::Overloaded, "try again in 3 s"}, request);
    if (*worth == Worth::Map || *worth == Worth::Hold)
        if (const auto wait = overRate(request))
            return refusal(rateLimited(*wait), request);
    return std::nullopt;
}

bool FrontGate::shed(const http::Request& request, Worth worth)
{
    if (m_context.load.isCalm())
        return false;
    // Somebody who is in the shop already is no new visitor.
    const bool isGuest = worth == Worth::Visit && fanOf(m_context, request).ok();
    if (m_context.load.admits(isGuest ? Worth::Map : worth))
        return false;
    const std::string_view token = bearerToken(request);
    return token.empty() || !m_context.staff.check(token, m_context.clock.now()).ok(); // counters go on
}

std::optional<Milliseconds> FrontGate::overRate(const http::Request& request)
{
    const auto fan = fanOf(m_context, request);
    if (!fan.ok())
        return std::nullopt;
    return m_looks.take(bytesOf(fan->holder), m_context.clock.sinceBoot());
}

http::Response FrontGate::refusal(const Error& error, const http::Request& request) const
{
    return wantsPage(request) && m_page ? m_page(error, request) : http::errorResponse(error);
}

} // namespace parterre
