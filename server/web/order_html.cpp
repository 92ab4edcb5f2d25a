// A ticket is readable without the network: its code is drawn inline and the style comes with the page.
#include "server/web/order_html.h"

#include "server/web/event_html.h"
#include "server/web/locale_text.h"
#include "server/web/static_files.h"
#include "server/web/ticket_symbol.h"
#include "sync/wire/ticket_code.h"

#include <algorithm>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

std::string ticketHtml(const Words& words, const EventMirror& mirror, const Order& order, const Ticket& ticket,
                       const SigningKey& serverKey)
{
    const EventTerms& terms = mirror.state().terms();
    const QString place = placeText(words, mirror.plan(), ticket);
    std::string html = "<li class=\"ticket\"><div><h2>" + escape(place) + "</h2><p>" +
                       escape(terms.priceTypes[ticket.priceType.value]) + " " +
                       escape(moneyText(words, {ticket.priceMinor, terms.currency})) + "</p><p class=\"muted\">" +
                       escape(terms.title) + "<br>" + whenHtml(words, terms) + "<br>" + escape(terms.venue) + "</p>";
    if (ticket.voided)
        return html + "<p class=\"problem\">" +
               escape(words.say("Order", "This ticket is void: it was refunded or exchanged and lets nobody in.")) +
               "</p></div></li>\n";
    if (ticket.admitted)
        html += "<p class=\"good\">" + escape(words.say("Order", "Used: somebody came in with it.")) + "</p>";
    return html + "</div>" +
           symbolSvg(ticketCodeOf(mirror, order, ticket, serverKey),
                     words.say("Order", "Code of the ticket for %1, for the scanner at the door").arg(place)) +
           "</li>\n";
}

bool allVoid(const Order& order)
{
    return std::all_of(order.tickets.begin(), order.tickets.end(), [](const Ticket& ticket) { return ticket.voided; });
}

} // namespace

PageParts orderPage(const Words& words, const EventMirror& mirror, const Order& order, const std::string& key,
                    const SigningKey& serverKey, bool hasPaper)
{
    const EventTerms& terms = mirror.state().terms();
    const std::string href = "/orders/" + order.id.toString();
    const std::string access = "?key=" + escape(key);
    const bool isVoid = allVoid(order);
    const QString title = isVoid ? words.say("Order", "Your order") : words.say("Order", "Your tickets");
    std::string body = "<h1>" + escape(title) + "</h1>\n<p>" + escape(words.say("Order", "Order code")) + " <strong>" +
                       orderCode(order.id) + "</strong></p>\n";
    if (isVoid)
        body += "<p class=\"problem\">" +
                escape(words.say("Order", "Refunded: every ticket of this order is void. The box office can tell you "
                                          "when and how the money goes back.")) +
                "</p>\n";
    else
        body += "<p class=\"good\">" +
                escape(words.say("Order", "Paid: %1").arg(moneyText(words, {order.totalMinor(), terms.currency}))) +
                "</p>\n<p class=\"row noprint\">" +
                (hasPaper ? "<a class=\"button\" href=\"" + href + "/tickets.pdf" + access + "\">" +
                                escape(words.say("Order", "Tickets as PDF")) + "</a> "
                          : std::string()) +
                "<a class=\"button quiet\" href=\"" + href + "/calendar.ics" + access + "\">" +
                escape(words.say("Order", "Add to calendar")) + "</a></p>\n";
    body += "<ul class=\"tickets\">\n";
    for (const Ticket& ticket : order.tickets)
        body += ticketHtml(words, mirror, order, ticket, serverKey);
    body +=
        "</ul>\n<p class=\"muted noprint\">" +
        escape(words.say("Order", "Show the codes on your phone or on paper. This open page needs no network. To come "
                                  "back, keep its address, or look your order up by its code and your e-mail "
                                  "address.")) +
        "</p>";
    return {title, std::move(body), {}, {}, true};
}

PageParts paymentPendingPage(const Words& words, const std::string& here)
{
    const QString title = words.say("Order", "Payment under way");
    return {
        title,
        "<h1>" + escape(title) + "</h1>\n<p role=\"status\">" +
            escape(words.say("Order", "The bank has not answered yet. Your places are protected meanwhile, and "
                                      "nothing is charged twice. This page looks again by itself; you may also keep "
                                      "its address and come back.")) +
            "</p>\n<p><a class=\"button\" id=\"look-again\" href=\"" + escape(here) + "\">" +
            escape(words.say("Order", "Look again")) + "</a></p>" + scriptHtml("payment_watch.js"),
        "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>", // where no script can look
        {}};
}

PageParts paymentFailedPage(const Words& words)
{
    const QString title = words.say("Order", "No order");
    return {
        title,
        "<h1>" + escape(title) + "</h1>\n" +
            noticeHtml(words.say("Order", "This payment did not become an order: it was declined, broken off, or "
                                          "came too late for the places. If money was taken, it goes back the way it "
                                          "came. Choose again, or ask the box office.")) +
            "<p><a class=\"button\" href=\"/\">" + escape(words.say("Problem", "To the list of events")) + "</a></p>",
        {},
        {}};
}

PageParts lookupPage(const Words& words, const LookupState& state)
{
    const QString title = words.say("Order", "Find my order");
    std::string body =
        "<h1>" + escape(title) + "</h1>\n<p>" +
        escape(words.say("Order", "The order code has eight characters; it is on your tickets and in the "
                                  "mail you got.")) +
        "</p>\n<form class=\"card\" method=\"post\" action=\"/orders\">";
    std::string described;
    if (!state.problem.isEmpty()) {
        body += "<p class=\"problem\" id=\"lookup-problem\" role=\"alert\">" + escape(state.problem) + "</p>";
        described = " aria-describedby=\"lookup-problem\"";
    }
    body += "<div class=\"field\"><label for=\"code\">" + escape(words.say("Order", "Order code")) +
            "</label><input id=\"code\" name=\"code\" required maxlength=\"20\" autocomplete=\"off\" "
            "autocapitalize=\"characters\" spellcheck=\"false\" value=\"" +
            escape(state.code) + "\"" + described + "></div>\n<div class=\"field\"><label for=\"email\">" +
            escape(words.say("Hold", "E-mail address")) +
            "</label><input id=\"email\" name=\"email\" type=\"email\" required maxlength=\"254\" "
            "autocomplete=\"email\" value=\"" +
            escape(state.email) + "\"" + described + "></div>\n<p class=\"bar\"><button>" +
            escape(words.say("Order", "Show my tickets")) + "</button></p></form>";
    return {title, std::move(body), {}, {}};
}

} // namespace parterre::web
