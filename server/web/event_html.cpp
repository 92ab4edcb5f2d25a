// What is on, and the seats of one event.
#include "server/web/html.h"
#include "server/web/pages.h"
#include "server/web/seat_map_html.h"

namespace parterre::web {
namespace {

std::string eventHref(const EventMirror& mirror)
{
    return "/events/" + mirror.event().toString();
}

std::string headHtml(const EventMirror& mirror)
{
    const auto& terms = mirror.state().terms();
    return "<h1>" + escape(terms.title) + "</h1>\n<p class=\"muted\">" + escape(terms.venue) + " · " +
           whenText(terms.startsAt, terms.timeZone) + "</p>\n";
}

std::string priceText(const EventTerms& terms, PriceAreaIndex area)
{
    for (std::uint16_t type = 0; type < terms.priceTypes.size(); ++type)
        if (const auto price = priceOf(terms, area, PriceTypeIndex{type}); price.ok())
            return moneyText(*price);
    return "not sold";
}

std::string hidden(const std::string& once)
{
    return "<input type=\"hidden\" name=\"once\" value=\"" + once + "\">";
}

std::string pricesHtml(const EventMirror& mirror)
{
    const auto& terms = mirror.state().terms();
    std::string html = "<table><caption>Prices, all fees included</caption><thead><tr><th scope=\"col\">Area</th>";
    for (const auto& type : terms.priceTypes)
        html += "<th scope=\"col\">" + escape(type) + "</th>";
    html += "</tr></thead><tbody>\n";
    for (std::uint16_t a = 0; a < mirror.plan().priceAreas().size(); ++a) {
        html += "<tr><th scope=\"row\">" + escape(mirror.plan().priceAreas()[a].name) + "</th>";
        for (std::uint16_t t = 0; t < terms.priceTypes.size(); ++t) {
            const auto price = priceOf(terms, PriceAreaIndex{a}, PriceTypeIndex{t});
            html += "<td>" + (price.ok() ? moneyText(*price) : std::string("–")) + "</td>";
        }
        html += "</tr>\n";
    }
    return html + "</tbody></table>\n";
}

std::string bestForm(const EventMirror& mirror, const std::string& once)
{
    std::string html = "<form method=\"post\" action=\"" + eventHref(mirror) + "/hold\"><h2>Best seats together</h2>" +
                       hidden(once) + "<label>How many <select name=\"best\">";
    const auto most = std::min<std::uint32_t>(10, mirror.state().terms().holds.maxUnitsPerFanHold);
    for (std::uint32_t n = 1; n <= most; ++n)
        html += "<option" + std::string(n == 2 ? " selected" : "") + ">" + std::to_string(n) + "</option>";
    html += "</select></label> <label>Where <select name=\"area\"><option value=\"\">anywhere</option>";
    for (const auto& area : mirror.plan().priceAreas())
        html += "<option>" + escape(area.name) + "</option>";
    return html + "</select></label> <button>Hold these seats</button></form>\n";
}

std::string standingForms(const EventMirror& mirror, const std::string& once)
{
    std::string html;
    for (std::uint16_t i = 0; i < mirror.plan().standing().size(); ++i) {
        const auto& area = mirror.plan().standing()[i];
        const auto free = mirror.state().standing(StandingIndex{i}).free();
        html += "<form method=\"post\" action=\"" + eventHref(mirror) + "/hold\"><h2>" + escape(area.name) + "</h2>" +
                hidden(once) + "<p>Standing, " + priceText(mirror.state().terms(), area.priceArea) + ", " +
                std::to_string(free) +
                " free</p>"
                "<input type=\"hidden\" name=\"standing\" value=\"" +
                escape(area.name) +
                "\"><label>How many "
                "<input type=\"number\" name=\"count\" min=\"1\" max=\"10\" value=\"2\"></label> <button" +
                (free == 0 ? " disabled" : "") + ">Hold</button></form>\n";
    }
    return html;
}

std::uint32_t freeIn(const EventMirror& mirror, const PlanSection& section)
{
    std::uint32_t free = 0;
    for (std::uint32_t r = section.first.value; r < section.first.value + section.count; ++r) {
        const auto& row = mirror.plan().rows()[r];
        for (std::uint32_t s = row.first.value; s < row.first.value + row.count; ++s)
            free += mirror.state().seat(SeatIndex{s}).status == SeatStatus::Free ? 1 : 0;
    }
    return free;
}

std::string remark(std::uint8_t attributes)
{
    if (attributes & Wheelchair)
        return ", wheelchair place";
    if (attributes & Companion)
        return ", companion of a wheelchair place";
    return attributes & RestrictedView ? ", restricted view" : "";
}

} // namespace

std::string eventListHtml(const std::vector<const EventMirror*>& events)
{
    std::string html = "<h1>What is on</h1>\n";
    if (events.empty())
        return html + "<p>No event is on sale. Look again soon.</p>";
    html += "<ul class=\"cards\">\n";
    for (const EventMirror* mirror : events) {
        const auto& terms = mirror->state().terms();
        html += "<li><a href=\"" + eventHref(*mirror) + "\"><strong>" + escape(terms.title) + "</strong><br>" +
                escape(terms.venue) + "<br>" + whenText(terms.startsAt, terms.timeZone) +
                (terms.onSale ? "" : "<br><em>not on sale now</em>") + "</a></li>\n";
    }
    return html + "</ul>";
}

std::string eventHtml(const EventMirror& mirror, const std::string& once)
{
    std::string html = headHtml(mirror);
    if (!mirror.state().terms().onSale)
        return html + "<p class=\"problem\">This event is not on sale now.</p>" + pricesHtml(mirror);
    if (mirror.plan().seatCount() > 0)
        html += bestForm(mirror, once);
    html += standingForms(mirror, once);
    if (mirror.plan().seatCount() > 0) {
        html += "<h2>Choose seats yourself</h2>\n<ul class=\"sections\">\n";
        for (std::uint32_t i = 0; i < mirror.plan().sections().size(); ++i) {
            const auto& section = mirror.plan().sections()[i];
            html += "<li><a href=\"" + eventHref(mirror) + "/seats?section=" + std::to_string(i) + "\">" +
                    escape(section.name) + "</a> · " + std::to_string(freeIn(mirror, section)) + " free</li>\n";
        }
        html += "</ul>\n";
    }
    return html + pricesHtml(mirror);
}

std::string sectionHtml(const EventMirror& mirror, SectionIndex index, const std::string& once)
{
    const auto& plan = mirror.plan();
    const auto& section = plan.sections()[index.value];
    std::string html = headHtml(mirror) + "<p><a href=\"" + eventHref(mirror) + "\">All sections</a></p>\n<h2>" +
                       escape(section.name) + "</h2>\n" + seatMapHtml(mirror, "en") +
                       "<form id=\"choice\" method=\"post\" action=\"" + eventHref(mirror) + "/hold\">" + hidden(once) +
                       "<p><button>Hold the chosen seats</button></p>\n";
    for (std::uint32_t r = section.first.value; r < section.first.value + section.count; ++r) {
        const auto& row = plan.rows()[r];
        html += "<fieldset><legend>Row " + escape(row.name) + "</legend>";
        for (std::uint32_t s = row.first.value; s < row.first.value + row.count; ++s) {
            const auto& seat = plan.seats()[s];
            const bool free = mirror.state().seat(SeatIndex{s}).status == SeatStatus::Free;
            if (!free) {
                html += "<span class=\"seat gone\" title=\"not available\">" + escape(seat.number) + " ✕</span>";
                continue;
            }
            html += "<label class=\"seat\" title=\"" + priceText(mirror.state().terms(), seat.priceArea) +
                    remark(seat.attributes) + "\"><input type=\"checkbox\" name=\"seat\" value=\"" +
                    escape(plan.label(SeatIndex{s})) + "\">" + escape(seat.number) +
                    (seat.attributes & Wheelchair ? " ♿" : "") + "</label>";
        }
        html += "</fieldset>\n";
    }
    return html + "<p><button>Hold the chosen seats</button></p></form>";
}

} // namespace parterre::web
