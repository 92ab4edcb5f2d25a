// Pages: the fans' shop as plain HTML: events, seats, hold, checkout, order. Works without JavaScript.
#pragma once

#include "server/web/event_routes.h"
#include "server/web/hold_routes.h"
#include "server/web/order_routes.h"
#include "server/web/return_routes.h"

namespace parterre::web {

class Pages
{
public:
    Pages(ApiContext& context, FanSales& sales, TicketReturns& returns);
    void addTo(http::Router& router);

private:
    EventRoutes m_events;
    HoldRoutes m_holds;
    OrderRoutes m_orders;
    ReturnRoutes m_returns;
};

} // namespace parterre::web
