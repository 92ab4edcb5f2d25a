// The key of the order is the fan's right to it.
#include "server/web/return_routes.h"

#include "server/api/callers.h"
#include "server/web/event_routes.h"
#include "server/web/forms.h"

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

std::optional<FoundFanOrder> ReturnRoutes::opened(const Request& request) const
{
    const OrderId id = OrderId::fromString(request.param("order")).value_or(OrderId());
    const bool fits = m_context.orderKeys.fits(id, request.queryValue("key").value_or(std::string_view()));
    const auto found = findFanOrder(m_context, id);
    return fits ? found : std::nullopt;
}

void ReturnRoutes::show(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const auto found = opened(request);
    if (!found)
        return responder.send(problemPage(visit, {ErrorCode::NotFound, "order"}));
    const Words& words = *visit.words;
    const auto& terms = found->mirror->state().terms();
    const auto serials =
        returnable(terms, *found->order, m_returns.policyOf(found->mirror->event()), m_context.clock.now());
    const std::string order = "/orders/" + found->order->id.toString();
    const std::string access = "?key=" + m_context.orderKeys.keyOf(found->order->id);
    if (serials.empty())
        return responder.send(page(visit, 422, returnClosedPage(words, order + access)));
    responder.send(page(visit, 200,
                        returnPage(words, *found, serials, m_returns.until(*found->mirror).value_or(terms.startsAt),
                                   order + "/return" + access, onceToken(m_context), {})));
}

void ReturnRoutes::giveBack(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const auto found = opened(request);
    const auto form = formOf(request);
    if (!found || !form.ok())
        return responder.send(problemPage(visit, form.ok() ? Error{ErrorCode::NotFound, "order"} : form.error()));
    const std::string back = "/orders/" + found->order->id.toString();
    const std::string access = "?key=" + m_context.orderKeys.keyOf(found->order->id);
    std::vector<TicketSerial> serials;
    for (const auto& [name, value] : *form)
        if (name == "ticket")
            serials.push_back(TicketSerial::fromString(value).value_or(TicketSerial()));
    if (serials.empty())
        return responder.send(seeOther(back + "/return" + access));
    std::sort(serials.begin(), serials.end());
    serials.erase(std::unique(serials.begin(), serials.end()), serials.end());
    // The form's token makes a double click one act.
    const auto key = keyOf(*form, HolderId{found->order->id.bytes}, request);
    m_returns.giveBack(*found->mirror, *found->order, std::move(serials), key,
                       [responder, visit, back, access](Result<void> done) {
                           if (done.ok())
                               return responder.send(seeOther(back + access));
                           const Words& words = *visit.words;
                           responder.send(done.error().code == ErrorCode::Forbidden
                                              ? page(visit, 422, returnClosedPage(words, back + access))
                                              : problemPage(visit, done.error(), back + access,
                                                            words.say("Return", "Back to my tickets")));
                       });
}

} // namespace parterre::web
