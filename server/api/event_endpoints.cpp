// Parse, one look at the mirror, encode.
#include "server/api/event_endpoints.h"

#include "server/api/answers.h"
#include "server/api/callers.h"
#include "sync/wire/snapshot.h"

#include <QJsonArray>

#include <charconv>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;
using http::Request;
using http::Responder;

} // namespace

void EventEndpoints::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (EventEndpoints::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Get, "/api/v1/events", to(&EventEndpoints::list));
    router.add(Method::Get, "/api/v1/events/{event}", to(&EventEndpoints::details));
    router.add(Method::Get, "/api/v1/events/{event}/plan", to(&EventEndpoints::plan));
    router.add(Method::Get, "/api/v1/events/{event}/seats", to(&EventEndpoints::seats));
    router.add(Method::Get, "/api/v1/events/{event}/seats/stream", to(&EventEndpoints::stream));
}

void EventEndpoints::list(const Request&, const Responder& responder)
{
    QJsonArray events;
    for (const EventMirror* mirror : m_context.mirrors.all())
        events.append(eventSummaryJson(*mirror));
    responder.send(jsonAnswer(200, {{u"events"_s, events}}));
}

void EventEndpoints::details(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    responder.send(mirror.ok() ? jsonAnswer(200, eventDetailsJson(**mirror)) : http::errorResponse(mirror.error()));
}

void EventEndpoints::plan(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(http::errorResponse(mirror.error()));
    const bool cbor = request.header("accept").find("application/cbor") != std::string_view::npos;
    responder.send(preparedPlan(**mirror, cbor).answer(request));
}

const http::Prepared& EventEndpoints::preparedPlan(const EventMirror& mirror, bool cbor)
{
    const PlanId id = mirror.state().terms().plan;
    http::Prepared& prepared = cbor ? m_planCbor[id] : m_planJson[id];
    if (prepared.isEmpty())
        prepared = http::Prepared(cbor ? "application/cbor" : "application/json",
                                  "Vary: Accept\r\nCache-Control: no-cache\r\n",
                                  cbor ? encodePlan(mirror.plan().parts()) : planJson(mirror.plan()),
                                  http::Effort::Quick, id.toString() + (cbor ? "-cbor" : ""));
    return prepared;
}

void EventEndpoints::seats(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(http::errorResponse(mirror.error()));
    if (const auto since = request.queryValue("since")) {
        std::uint64_t seq = 0;
        const auto parsed = std::from_chars(since->data(), since->data() + since->size(), seq);
        if (parsed.ec != std::errc() || parsed.ptr != since->data() + since->size())
            return responder.send(http::errorResponse({ErrorCode::Malformed, "since: expected a whole number"}));
        if (const auto changes = (*mirror)->changesSince(seq)) {
            http::Response response =
                http::jsonResponse(200, seatsHead(**mirror) + R"(,"changes":)" + changesJson(*changes) + '}');
            response.addHeader("Cache-Control", "no-cache");
            return responder.send(response);
        }
    }
    responder.send(m_seats.of(**mirror).answer(request));
}

void EventEndpoints::stream(const Request& request, const Responder& responder)
{
    const auto mirror = eventOf(m_context, request);
    if (!mirror.ok())
        return responder.send(http::errorResponse(mirror.error()));
    std::uint64_t after = (*mirror)->seq();
    const std::string_view last = request.header("last-event-id");
    if (!last.empty())
        std::from_chars(last.data(), last.data() + last.size(), after);
    http::Response head{200, "text/event-stream", {}, {}, false};
    head.addHeader("Cache-Control", "no-store");
    m_streams.add(**mirror, after, responder.stream(head));
}

} // namespace parterre
