// Whoever has the key may see the order; who has lost it says the code and the address. Wrong and unknown sound alike.
#include "server/web/order_routes.h"

#include "server/web/calendar_file.h"
#include "server/web/forms.h"
#include "server/web/order_access.h"
#include "server/web/order_html.h"
#include "server/web/problem_text.h"
#include "server/web/return_routes.h"
#include "server/web/ticket_pdf.h"

#include <algorithm>

namespace parterre::web {
namespace {

constexpr std::size_t limitSlots = 16'384;

// The network a peer belongs to: whoever has one address of it has many.
std::string networkOf(const QHostAddress& peer)
{
    bool isV4 = false;
    const quint32 v4 = peer.toIPv4Address(&isV4);
    if (isV4)
        return "4 " + std::to_string(v4 >> 8);
    const Q_IPV6ADDR v6 = peer.toIPv6Address();
    return "6 " + std::string(reinterpret_cast<const char*>(&v6), 7);
}

// As people write a code down: in small letters, with gaps, O for 0 and I or L for 1.
std::string tidyCode(std::string_view text)
{
    std::string code;
    for (const char c : text) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        if (upper == 'O')
            code += '0';
        else if (upper == 'I' || upper == 'L')
            code += '1';
        else if (upper != ' ' && upper != '-')
            code += upper;
    }
    return code;
}

QString tidyAddress(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed().toCaseFolded();
}

http::Response fileAnswer(const QByteArray& type, const QByteArray& content, const std::string& name)
{
    http::Response response{200, type, {}, content, false};
    response.addHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
    response.addHeader("Cache-Control", "no-store");
    response.addHeader("X-Content-Type-Options", "nosniff");
    return response;
}

} // namespace

OrderRoutes::OrderRoutes(ApiContext& context, FanSales& sales, TicketReturns& returns)
    : m_context(context),
      m_sales(sales),
      m_returns(returns),
      m_lookups(fivePerMinute, limitSlots, limiterSeed(context.random)),
      m_papers({Milliseconds(6'000), 10}, limitSlots, limiterSeed(context.random))
{}

void OrderRoutes::addTo(http::Router& router)
{
    using http::Method;
    const auto to = [this](void (OrderRoutes::*member)(const Request&, const Responder&)) {
        return
            [this, member](const Request& request, const Responder& responder) { (this->*member)(request, responder); };
    };
    router.add(Method::Get, "/orders", to(&OrderRoutes::askForOrder));
    router.add(Method::Post, "/orders", to(&OrderRoutes::lookUp));
    router.add(Method::Get, "/orders/{order}", to(&OrderRoutes::show));
    router.add(Method::Get, "/orders/{order}/calendar.ics", to(&OrderRoutes::calendar));
    router.add(Method::Get, "/orders/{order}/tickets.pdf", to(&OrderRoutes::pdf));
}

void OrderRoutes::show(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const std::string key(request.queryValue("key").value_or(std::string_view()));
    if (const auto found = openedOrder(m_context, request)) {
        const auto returned = numberOf(request.queryValue("returned").value_or(std::string_view())).value_or(0);
        PageParts parts = orderPage(*visit.words, *found->mirror, *found->order, key, m_context.serverKey);
        if (returned <= found->order->tickets.size())
            parts.body.insert(0, returnedHtml(*visit.words, returned));
        parts.body += returnLinkHtml(*visit.words, *found, m_returns, m_context.clock.now(), key);
        return responder.send(page(visit, 200, parts));
    }
    const OrderId id = OrderId::fromString(request.param("order")).value_or(OrderId());
    if (!m_context.orderKeys.fits(id, key))
        return responder.send(
            problemPage(visit, {ErrorCode::NotFound, "order"}, "/orders", visit.words->say("Order", "Find my order")));
    if (m_sales.isPending(id))
        return responder.send(page(visit, 200, paymentPendingPage(*visit.words, orderHref(m_context, id))));
    responder.send(page(visit, 404, paymentFailedPage(*visit.words)));
}

void OrderRoutes::calendar(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const auto found = openedOrder(m_context, request);
    if (!found)
        return responder.send(problemPage(visit, {ErrorCode::NotFound, "order"}));
    responder.send(fileAnswer("text/calendar; charset=utf-8", calendarFile(*visit.words, *found->mirror, *found->order),
                              orderCode(found->order->id) + ".ics"));
}

void OrderRoutes::pdf(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    const auto found = openedOrder(m_context, request);
    if (!found)
        return responder.send(problemPage(visit, {ErrorCode::NotFound, "order"}));
    if (!canDrawTickets())
        return responder.send(problemPage(visit, {ErrorCode::NotFound, "paper"}));
    if (const auto wait = m_papers.take(found->order->id.toString(), m_context.clock.sinceBoot()))
        return responder.send(problemPage(visit, rateLimited(*wait)));
    responder.send(fileAnswer("application/pdf",
                              ticketPdf(*visit.words, *found->mirror, *found->order, m_context.serverKey),
                              orderCode(found->order->id) + ".pdf"));
}

void OrderRoutes::askForOrder(const Request& request, const Responder& responder)
{
    const Visit visit = visitOf(request);
    responder.send(page(visit, 200, lookupPage(*visit.words, {})));
}

void OrderRoutes::lookUp(const Request& request, const Responder& responder)
{
    Visit visit = visitOf(request);
    visit.here = "/orders";
    const Words& words = *visit.words;
    const auto form = formOf(request);
    if (!form.ok())
        return responder.send(problemPage(visit, form.error(), "/orders", words.say("Order", "Find my order")));
    LookupState state{valueOf(*form, "code"), valueOf(*form, "email"), {}};
    if (const auto wait = m_lookups.take(networkOf(request.peer), m_context.clock.sinceBoot())) {
        const auto seconds = retrySeconds(*wait);
        state.problem = words.say("Order",
                                  "Too many tries from your network. Nothing was looked up; what you typed is "
                                  "kept. Try again in %n seconds.",
                                  nullptr, seconds);
        http::Response answer = page(visit, 429, lookupPage(words, state));
        answer.addHeader("Retry-After", std::to_string(seconds));
        return responder.send(std::move(answer));
    }
    if (const auto order = orderBy(state.code, state.email))
        return responder.send(seeOther(orderHref(m_context, *order)));
    state.problem =
        words.say("Order", "No order has this code together with this address. Check both: the code is on "
                           "the tickets, and the address is the one you bought with. Tickets from a counter "
                           "of the box office are not shown here.");
    responder.send(page(visit, 404, lookupPage(words, state)));
}

std::optional<OrderId> OrderRoutes::orderBy(std::string_view code, std::string_view email) const
{
    const std::string wanted = tidyCode(code);
    const QString address = tidyAddress(email);
    if (wanted.size() != 8 || address.isEmpty())
        return std::nullopt;
    for (const EventMirror* mirror : m_context.mirrors.all())
        for (const auto& [id, order] : mirror->state().orders())
            if (order.channel == Channel::Fan && orderCode(id) == wanted && tidyAddress(order.buyer.email) == address)
                return id;
    return std::nullopt;
}

} // namespace parterre::web
