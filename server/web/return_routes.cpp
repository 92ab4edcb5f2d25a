// The key of the order is the fan's right to it.
#include "server/web/return_routes.h"

#include "server/api/callers.h"
#include "server/web/event_routes.h"
#include "server/web/forms.h"
#include "server/web/order_access.h"

#include <algorithm>

namespace parterre::web {

void ReturnRoutes::addTo(http::Router& router)
{
    using http::Method;
    router.add(Method::Get, "/orders/{order}/return",
               [this](const Request& request, const Responder& responder) { show(request, responder); });
    router.add(Method::Post, "/orders/{order}/return",
               [this](const Request& request, const Responder& responder) { giveBack(request, responder); });
}

void ReturnRoutes::show(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const auto found = openedOrder(m_context, request);
    responder.send(found ? choices(visit, *found, {}) : problemPage(visit, {ErrorCode::NotFound, "order"}));
}

http::Response ReturnRoutes::choices(const Visit& visit, const FoundFanOrder& found, const std::string& notice) const
{
    const auto& terms = found.mirror->state().terms();
    const auto serials =
        returnable(terms, *found.order, m_returns.policyOf(found.mirror->event()), m_context.clock.now());
    if (serials.empty())
        return page(visit, 422, returnClosedPage(*visit.words, orderHref(m_context, found.order->id)));
    return page(visit, notice.empty() ? 200 : 400,
                returnPage(*visit.words, found, serials, m_returns.until(*found.mirror).value_or(terms.startsAt),
                           orderHref(m_context, found.order->id, "/return"), notice));
}

void ReturnRoutes::giveBack(const Request& request, const Responder& responder)
{
    Visit visit = visitOf(request);
    const auto found = openedOrder(m_context, request);
    const auto form = formOf(request);
    if (!found || !form.ok())
        return responder.send(problemPage(visit, form.ok() ? Error{ErrorCode::NotFound, "order"} : form.error()));
    visit.here = orderHref(m_context, found->order->id, "/return");
    std::vector<TicketSerial> serials;
    for (const std::string& value : valuesOf(*form, "ticket"))
        serials.push_back(TicketSerial::fromString(value).value_or(TicketSerial()));
    std::sort(serials.begin(), serials.end());
    serials.erase(std::unique(serials.begin(), serials.end()), serials.end());
    if (serials.empty())
        return responder.send(choices(visit, *found,
                                      noticeHtml(visit.words->say("Return", "Nothing is ticked, so nothing was given "
                                                                            "back. Tick the tickets first."))));
    if (valueOf(*form, "sure") != "yes")
        return responder.send(
            page(visit, 200, returnSurePage(*visit.words, *found, serials, visit.here, onceToken(m_context))));
    // The form's token makes a double click one act.
    const auto key = keyOf(*form, HolderId{found->order->id.bytes}, request);
    const std::string count = std::to_string(serials.size());
    m_returns.giveBack(*found->mirror, *found->order, std::move(serials), key,
                       [responder, visit, count, back = orderHref(m_context, found->order->id)](Result<void> done) {
                           if (done.ok())
                               return responder.send(seeOther(back + "&returned=" + count));
                           const Words& words = *visit.words;
                           responder.send(
                               done.error().code == ErrorCode::Forbidden
                                   ? page(visit, 422, returnClosedPage(words, back))
                                   : problemPage(visit, done.error(), back, words.say("Return", "Back to my tickets")));
                       });
}

} // namespace parterre::web
