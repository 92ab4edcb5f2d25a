// The endpoints' assembly, the health answers and the figures.
#include "server/api/api.h"

#include "server/api/callers.h"
#include "server/api/metrics_text.h"
#include "server/guard/crypto.h"

namespace parterre {

Api::Api(ApiContext& context)
    : m_context(context),
      m_sales(context),
      m_returns(context),
      m_refunds(context),
      m_streams(context),
      m_events(context, m_streams),
      m_holds(context, m_sales),
      m_orders(context, m_sales),
      m_payments(context),
      m_staff(context),
      m_presence(context),
      m_counters(context, m_presence),
      m_admin(context, m_presence)
{}

void Api::addTo(http::Router& router)
{
    m_events.addTo(router);
    m_holds.addTo(router);
    m_orders.addTo(router);
    m_payments.addTo(router);
    m_staff.addTo(router);
    m_counters.addTo(router);
    m_admin.addTo(router);
    addHealth(router);
}

void Api::addHealth(http::Router& router)
{
    router.add(http::Method::Get, "/healthz", [](const http::Request&, const http::Responder& responder) {
        responder.send(http::textResponse(200, "alive\n"));
    });
    router.add(http::Method::Get, "/readyz", [this](const http::Request&, const http::Responder& responder) {
        responder.send(m_context.arbiter.healthy()
                           ? http::textResponse(200, "ready\n")
                           : http::errorResponse({ErrorCode::Unavailable, "the last commit failed"}));
    });
    router.add(http::Method::Get, "/metrics", [this](const http::Request& request, const http::Responder& responder) {
        responder.send(metrics(request));
    });
}

// To who has no business here it sounds like any address that is not there.
http::Response Api::metrics(const http::Request& request) const
{
    const std::string& token = m_context.metricsToken;
    if (token.empty() || !guard::equalInConstantTime(bearerToken(request), token))
        return http::errorResponse({ErrorCode::NotFound, {}});
    http::Response response{200,
                            "text/plain; version=0.0.4; charset=utf-8",
                            {},
                            metricsText(m_context.arbiter.metrics(), m_context.load, m_streams.count()),
                            false};
    response.addHeader("Cache-Control", "no-store");
    return response;
}

Result<void> Api::start()
{
    m_presence.start();
    m_sales.failPaymentsLeftOpen();
    return m_refunds.start();
}

void Api::committed(const EventMirror& mirror, const CommittedEntries& entries)
{
    m_refunds.committed(mirror, entries);
}

void Api::advanced(const EventMirror& mirror)
{
    m_sales.advanced(mirror);
    m_counters.advanced(mirror);
    m_streams.advanced(mirror);
}

void Api::prepareStop()
{
    m_counters.answerAllPolls();
    (void)m_refunds.savePositions(); // what is not saved is looked at once more
}

} // namespace parterre
