// The hold with its checkout form, and the order with its tickets.
#include "server/web/html.h"
#include "server/web/pages.h"
#include "server/web/static_files.h"
#include "sync/wire/ticket_code.h"

namespace parterre::web {
namespace {

std::string typeSelect(const EventTerms& terms, PriceAreaIndex area, const std::string& place)
{
    std::string html = "<input type=\"hidden\" name=\"place\" value=\"" + escape(place) +
                       "\"><select name=\"type\" aria-label=\"Price type of " + escape(place) + "\">";
    for (std::uint16_t t = 0; t < terms.priceTypes.size(); ++t)
        if (const auto price = priceOf(terms, area, PriceTypeIndex{t}); price.ok())
            html += "<option value=\"" + escape(terms.priceTypes[t]) + "\">" + escape(terms.priceTypes[t]) + " " +
                    moneyText(*price) + "</option>";
    return html + "</select>";
}

std::string smallForm(const std::string& action, const std::string& button)
{
    return "<form class=\"inline\" method=\"post\" action=\"" + action + "\"><button class=\"quiet\">" + button +
           "</button></form> ";
}

} // namespace

std::string holdHtml(const EventMirror& mirror, const HoldView& view, Instant now, const std::string& once, bool canPay)
{
    const auto& terms = mirror.state().terms();
    const auto& plan = mirror.plan();
    const std::string href = "/holds/" + view.hold.id.toString();
    std::string html = "<h1>Your places for " + escape(terms.title) +
                       "</h1>\n<p class=\"timer\" id=\"timer\" data-expires=\"" + toRfc3339(view.hold.deadline()) +
                       "\" data-now=\"" + toRfc3339(now) + "\">Held for you for " +
                       minutesText(view.hold.deadline() - now) + ".</p>\n";
    html += "<form method=\"post\" action=\"" + href + "/checkout\"><input type=\"hidden\" name=\"once\" value=\"" +
            once + "\"><ul class=\"places\">\n";
    for (const SeatIndex seat : view.hold.places.seats)
        html += "<li>" + escape(plan.label(seat)) + " " +
                typeSelect(terms, plan.seat(seat).priceArea, plan.label(seat)) + "</li>\n";
    for (const auto& units : view.hold.places.standing) {
        const auto& area = plan.standing()[units.area.value];
        html += "<li>" + std::to_string(units.count) + " × " + escape(area.name) + " " +
                typeSelect(terms, area.priceArea, area.name) + "</li>\n";
    }
    html += "</ul>\n<p class=\"total\">" + moneyText(view.total) + " at " + escape(terms.priceTypes.front()) +
            ", all fees included</p>\n"
            "<label>E-mail for the tickets<br><input type=\"email\" name=\"email\" required maxlength=\"254\" "
            "autocomplete=\"email\"></label>\n"
            "<label>Name (optional)<br><input name=\"name\" maxlength=\"200\" autocomplete=\"name\"></label>\n";
    html += canPay ? "<p><button>Pay now (test payment)</button></p></form>\n"
                   : "<p class=\"problem\">Paying is not set up at this server.</p></form>\n";
    if (!view.hold.extended)
        html += smallForm(href + "/extend", "More time");
    return html + smallForm(href + "/release", "Give the places back") + scriptHtml("hold_timer.js") +
           scriptHtml("checkout.js");
}

std::string orderHtml(const EventMirror& mirror, const Order& order, const SigningKey& serverKey)
{
    const auto& terms = mirror.state().terms();
    const auto& plan = mirror.plan();
    std::string html =
        "<h1>Your tickets</h1>\n<p class=\"good\">Paid: " + moneyText({order.totalMinor(), terms.currency}) +
        ". Order code <strong>" + orderCode(order.id) + "</strong></p>\n<h2>" + escape(terms.title) +
        "</h2>\n<p class=\"muted\">" + escape(terms.venue) + " · " + whenText(terms.startsAt, terms.timeZone) +
        "</p>\n<ul class=\"tickets\">\n";
    for (const auto& ticket : order.tickets) {
        const std::string place = ticket.seat ? plan.label(*ticket.seat) : plan.standing()[ticket.standing->value].name;
        const auto& type = terms.priceTypes[ticket.priceType.value];
        html += "<li><strong>" + escape(place) + "</strong><br>" + escape(type) + " " +
                moneyText({ticket.priceMinor, terms.currency});
        if (ticket.voided)
            html += "<br><em>void</em>";
        else
            html += "<br><code>" +
                    encodeTicketCode({mirror.event(), ticket.serial, {}, orderCode(order.id), place, type}, serverKey)
                        .toStdString() +
                    "</code>";
        html += "</li>\n";
    }
    return html + "</ul>\n<p>Keep the address of this page: it is your way back to the tickets.</p>";
}

} // namespace parterre::web
