// ReturnRoutes: the page where a fan gives tickets of an order back: choose, read what happens, confirm.
#pragma once

#include "server/api/order_endpoints.h"
#include "server/api/ticket_returns.h"
#include "server/http/router.h"
#include "server/web/html.h"

namespace parterre::web {

class ReturnRoutes
{
public:
    ReturnRoutes(ApiContext& context, TicketReturns& returns) : m_context(context), m_returns(returns) {}
    void addTo(http::Router& router);

private:
    using Request = http::Request;
    using Responder = http::Responder;
    void show(const Request& request, const Responder& responder);
    http::Response choices(const Visit& visit, const FoundFanOrder& found, const std::string& notice) const;
    void giveBack(const Request& request, const Responder& responder);

    ApiContext& m_context;
    TicketReturns& m_returns;
};

// The tickets that may be given back, to be ticked; `notice` is HTML above them.
PageParts returnPage(const Words& words, const FoundFanOrder& found, const std::vector<TicketSerial>& returnable,
                     Instant until, const std::string& href, const std::string& notice);
// Asks once more, with what is given back and what it is worth. `href`: where the answer goes, and where "no" leads.
PageParts returnSurePage(const Words& words, const FoundFanOrder& found, const std::vector<TicketSerial>& chosen,
                         const std::string& href, const std::string& once);
// Too late, used, or given back already.
PageParts returnClosedPage(const Words& words, const std::string& backHref);
// For the page of the order, after it was done; empty when `count` is 0.
std::string returnedHtml(const Words& words, std::uint32_t count);
// The way to that page, for the page of the order; empty when nothing can be given back now.
std::string returnLinkHtml(const Words& words, const FoundFanOrder& found, const TicketReturns& returns, Instant now,
                           const std::string& key);

} // namespace parterre::web
