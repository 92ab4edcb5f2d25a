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

// "/events/{event}…" of the pages and of the API.
struct EventPath
{
    std::string_view event;
    std::string_view rest; // "/seats"; empty: the event itself
};

std::optional<EventPath> eventPath(std::string_view path)
{
    for (const std::string_view folder : {std::string_view("/events/"), std::string_view("/api/v1/events/")}) {
        if (!path.starts_with(folder))
            continue;
        const std::size_t end = path.find('/', folder.size());
        return EventPath{path.substr(folder.size(), end == std::string_view::npos ? end : end - folder.size()),
                         end == std::string_view::npos ? std::string_view() : path.substr(end)};
    }
    return std::nullopt;
}

bool wantsPage(const http::Request& request)
{
    return request.header("accept").find("text/html") != std::string_view::npos;
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
    const auto within = eventPath(path);
    if (!within)
        return std::nullopt;
    if (within->rest.empty())
        return Worth::Visit;
    if (!isRead(request))
        return within->rest == "/hold" || within->rest == "/holds" ? std::optional(Worth::Hold) : std::nullopt;
    if (within->rest == "/plan" || within->rest == "/seats" || within->rest == "/seats/stream")
        return Worth::Map;
    return std::nullopt; // a counter's log and snapshot
}

bool isAdmitted(const Admission& admission, const http::Request& request, const std::optional<HolderId>& fan)
{
    const auto within = eventPath(request.path);
    const auto worth = worthOf(request);
    if (!within || (worth != Worth::Hold && worth != Worth::Map) || within->rest == "/plan")
        return true;
    const auto event = EventId::fromString(within->event);
    return !event || admission.admits(*event, fan); // what is no id is no event either
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
        if (const auto error = turnedAway(request))
            return refusal(*error, request);
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

std::optional<Error> FrontGate::turnedAway(const http::Request& request)
{
    const auto session = fanOf(m_context, request);
    const auto fan = session.ok() ? std::optional(session->holder) : std::nullopt;
    if (!isAdmitted(m_context.admission, request, fan))
        return Error{ErrorCode::AdmissionRequired, {}};
    const auto wait = fan ? m_looks.take(bytesOf(*fan), m_context.clock.sinceBoot()) : std::nullopt;
    return wait ? std::optional(rateLimited(*wait)) : std::nullopt;
}

http::Response FrontGate::refusal(const Error& error, const http::Request& request) const
{
    return wantsPage(request) && m_page ? m_page(error, request) : http::errorResponse(error);
}

} // namespace parterre
