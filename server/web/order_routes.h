// OrderRoutes: the order's page, its PDF and calendar file, and the look-up by code and e-mail address.
#pragma once

#include "server/api/fan_sales.h"
#include "server/api/order_endpoints.h"
#include "server/api/ticket_returns.h"
#include "server/guard/gcra.h"
#include "server/http/router.h"
#include "server/web/visit.h"

namespace parterre::web {

class OrderRoutes
{
public:
    OrderRoutes(ApiContext& context, FanSales& sales, TicketReturns& returns);
    void addTo(http::Router& router);

private:
    using Request = http::Request;
    using Responder = http::Responder;
    void show(const Request& request, const Responder& responder);
    void calendar(const Request& request, const Responder& responder);
    void pdf(const Request& request, const Responder& responder);
    void askForOrder(const Request& request, const Responder& responder);
    void lookUp(const Request& request, const Responder& responder);

    std::optional<OrderId> orderBy(std::string_view code, std::string_view email) const;

    ApiContext& m_context;
    FanSales& m_sales;
    TicketReturns& m_returns;
    RateLimiter m_lookups; // by network
    RateLimiter m_papers;  // PDFs, by order: drawing one takes a while
};

} // namespace parterre::web
