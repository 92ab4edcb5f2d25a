// Pages: the fans' shop as plain HTML: events, seats, hold, checkout, order. Works without JavaScript.
#pragma once

#include "server/web/event_routes.h"
#include "server/web/hold_routes.h"
#include "server/web/order_routes.h"

namespace parterre::web {

class Pages
{
public:
    Pages(ApiContext& context, FanSales& sales);
    void addTo(http::Router& router);

private:
    EventRoutes m_events;
    HoldRoutes m_holds;
    OrderRoutes m_orders;
};

} // namespace parterre::web
