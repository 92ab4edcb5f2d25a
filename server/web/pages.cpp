// Puts the routes of the pages together.
#include "server/web/pages.h"

#include "server/web/static_files.h"

namespace parterre::web {

Pages::Pages(ApiContext& context, FanSales& sales, TicketReturns& returns)
    : m_events(context, sales), m_holds(context, sales), m_orders(context, sales, returns), m_returns(context, returns)
{}

void Pages::addTo(http::Router& router)
{
    m_events.addTo(router);
    m_holds.addTo(router);
    m_orders.addTo(router);
    m_returns.addTo(router);
    addStaticFiles(router);
}

} // namespace parterre::web
