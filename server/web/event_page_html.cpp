// One event: when and where, ways to choose places (best available, standing, section by section), prices, access.
#include "server/web/area_colours.h"
#include "server/web/event_data.h"
#include "server/web/event_html.h"
#include "server/web/locale_text.h"

#include <algorithm>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QString named(const std::string& name)
{
    return QString::fromStdString(name);
}

std::string swatch(PriceAreaIndex area)
{
    return "<svg class=\"swatch\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path fill=\"" +
           std::string(areaColour(area)) + "\" d=\"M0 0h1v1h-1z\"/></svg>";
}

std::string pricesHtml(const Words& words, const EventMirror& mirror)
{
    const EventTerms& terms = mirror.state().terms();
    std::string html = "<h2 id=\"prices\">" + escape(words.say("Shop", "Prices")) +
                       "</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"prices\">"
                       "<table><caption>" +
                       escape(words.say("Shop", "All prices include every fee.")) +
                       "</caption><thead><tr><th scope=\"col\">" + escape(words.say("Shop", "Price area")) + "</th>";
    for (const auto& type : terms.priceTypes)
        html += "<th scope=\"col\">" + escape(type) + "</th>";
    html += "</tr></thead><tbody>\n";
    for (std::uint16_t a = 0; a < mirror.plan().priceAreas().size(); ++a) {
        if (!isPriced(terms, PriceAreaIndex{a}))
            continue;
        const PriceArea& area = mirror.plan().priceAreas()[a];
        html += "<tr><th scope=\"row\">" + swatch(PriceAreaIndex{a}) + escape(area.name) + "</th>";
        for (std::uint16_t t = 0; t < terms.priceTypes.size(); ++t) {
            const auto price = priceOf(terms, PriceAreaIndex{a}, PriceTypeIndex{t});
            html += "<td>" + (price.ok() ? escape(moneyText(words, *price)) : std::string("–")) + "</td>";
        }
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>\n";
}

std::string bestForm(const Words& words, const EventMirror& mirror, const std::string& once)
{
    const EventTerms& terms = mirror.state().terms();
    std::string html = "<form class=\"card\" method=\"post\" action=\"" + eventHref(mirror) + "/hold\"><h2>" +
                       escape(words.say("Shop", "Best seats together")) + "</h2>" +
                       hiddenField("once", once + "-best") + "<label>" + escape(words.say("Shop", "How many")) +
                       " <select name=\"best\">";
    const auto most = std::min<std::uint32_t>(10, terms.holds.maxUnitsPerFanHold);
    for (std::uint32_t n = 1; n <= most; ++n)
        html +=
            "<option" + std::string(n == std::min(most, 2U) ? " selected" : "") + ">" + std::to_string(n) + "</option>";
    html += "</select></label> <label>" + escape(words.say("Shop", "Where")) +
            " <select name=\"area\"><option value=\"\">" + escape(words.say("Shop", "Anywhere")) + "</option>";
    std::vector<bool> hasSeats(mirror.plan().priceAreas().size(), false);
    for (const PlanSeat& seat : mirror.plan().seats())
        hasSeats[seat.priceArea.value] = true;
    for (std::uint16_t a = 0; a < hasSeats.size(); ++a)
        if (const auto price = firstPrice(terms, PriceAreaIndex{a}); price && hasSeats[a])
            html += "<option value=\"" + escape(mirror.plan().priceAreas()[a].name) + "\">" +
                    escape(mirror.plan().priceAreas()[a].name) + ", " + escape(moneyText(words, *price)) + "</option>";
    return html + "</select></label> <button>" + escape(words.say("Shop", "Hold the best seats")) +
           "</button></form>\n";
}

std::string standingForm(const Words& words, const EventMirror& mirror, StandingIndex index, const std::string& once)
{
    const EventTerms& terms = mirror.state().terms();
    const StandingArea& area = mirror.plan().standing()[index.value];
    const StandingSlot& slot = mirror.state().standing(index);
    const auto price = firstPrice(terms, area.priceArea);
    std::string html = "<form class=\"card\" method=\"post\" action=\"" + eventHref(mirror) + "/hold\"><h2>" +
                       escape(area.name) + "</h2>" + hiddenField("once", once + "-s" + std::to_string(index.value)) +
                       "<p>" + escape(words.say("Shop", "Standing"));
    if (price)
        html += ", " + escape(moneyText(words, *price));
    html += " · " + supplyHtml(words, supplyOf(price ? slot.free() : 0, slot.capacity)) + "</p>";
    if (slot.free() > 0 && price)
        html += hiddenField("standing", area.name) + "<label>" + escape(words.say("Shop", "How many")) +
                " <input type=\"number\" name=\"count\" min=\"1\" max=\"" +
                std::to_string(std::min(slot.free(), terms.holds.maxUnitsPerFanHold)) + "\" value=\"" +
                std::to_string(std::min(slot.free(), 2U)) + "\"></label> <button>" +
                escape(words.say("Shop", "Hold these places")) + "</button>";
    return html + "</form>\n";
}

std::string sectionsHtml(const Words& words, const EventMirror& mirror, const std::vector<SectionFacts>& facts)
{
    std::string html = "<h2>" + escape(words.say("Shop", "Choose your seats yourself")) +
                       "</h2>\n<p><a class=\"button quiet\" href=\"" + eventHref(mirror) + "/seats\">" +
                       escape(words.say("Shop", "See the seats")) + "</a></p>\n<ul class=\"sections\">\n";
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i].seats.all == 0)
            continue;
        const std::string name = escape(mirror.plan().sections()[i].name);
        const std::string link =
            "<a href=\"" + eventHref(mirror) + "/seats?section=" + std::to_string(i) + "\">" + name + "</a>";
        html += "<li><span class=\"name\">" + (facts[i].seats.free > 0 ? link : name) + "</span>";
        if (facts[i].prices)
            html += " " + escape(rangeText(words, facts[i].prices->lowest, facts[i].prices->highest));
        html += " " + supplyHtml(words, supplyOf(facts[i].seats.free, facts[i].seats.all)) + "</li>\n";
    }
    return html + "</ul>\n";
}

// "Stalls: 4 wheelchair places (2 free) with 4 for companions (3 free)"
std::string accessHtml(const Words& words, const EventMirror& mirror, const std::vector<SectionFacts>& facts)
{
    std::string lines;
    std::uint32_t restricted = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        restricted += facts[i].restricted.all;
        if (facts[i].wheelchair.all + facts[i].companion.all == 0)
            continue;
        const auto counted = [&](const char* text, PlaceCount count) {
            return words.say("Access", text, nullptr, count.all) + u", "_s +
                   words.say("Access", "%n free", nullptr, count.free);
        };
        QStringList parts;
        if (facts[i].wheelchair.all > 0)
            parts << counted(QT_TRANSLATE_N_NOOP("Access", "%n wheelchair places"), facts[i].wheelchair);
        if (facts[i].companion.all > 0)
            parts << counted(QT_TRANSLATE_N_NOOP("Access", "%n places for companions"), facts[i].companion);
        lines += "<li><a href=\"" + eventHref(mirror) + "/seats?section=" + std::to_string(i) + "\">" +
                 escape(mirror.plan().sections()[i].name) + "</a>: " + escape(parts.join(u"; "_s)) + "</li>\n";
    }
    std::string html = "<h2>" + escape(words.say("Access", "Accessibility")) + "</h2>\n";
    if (lines.empty())
        html += "<p>" +
                escape(words.say("Access", "This plan marks no wheelchair places. Call the box office before you "
                                           "buy if you need one; they can often arrange it.")) +
                "</p>\n";
    else
        html += "<ul>" + lines + "</ul>\n";
    if (restricted > 0)
        html += "<p>" +
                escape(words.say("Access", "%n seats have a restricted view; they are marked in the list of seats.",
                                 nullptr, restricted)) +
                "</p>\n";
    return html;
}

std::string closedHtml(const Words& words, SaleState state)
{
    const QString text =
        state == SaleState::SoldOut
            ? words.say("Shop", "This event is sold out. Places that others give back appear here, so look again; or "
                                "ask at the box office.")
            : words.say("Shop", "This event is not on sale now. Prices and the plan are below; look again later, or "
                                "ask at the box office when the sale begins.");
    return "<p class=\"empty\">" + escape(text) + "</p>\n";
}

std::string waysHtml(const Words& words, const EventMirror& mirror, const std::vector<SectionFacts>& facts,
                     const std::string& once)
{
    std::string html;
    const bool anySeat = std::any_of(facts.begin(), facts.end(), [](const auto& f) { return f.seats.free > 0; });
    if (anySeat)
        html += bestForm(words, mirror, once);
    for (std::uint16_t i = 0; i < mirror.plan().standing().size(); ++i)
        html += standingForm(words, mirror, StandingIndex{i}, once);
    if (mirror.plan().seatCount() > 0)
        html += sectionsHtml(words, mirror, facts);
    return html;
}

} // namespace

PageParts eventPage(const Words& words, const EventMirror& mirror, const std::string& preview, const std::string& once,
                    const std::string& notice)
{
    const EventTerms& terms = mirror.state().terms();
    const PlaceCount house = wholeHouse(mirror);
    const SaleState state = saleStateOf(mirror, house);
    const auto facts = sectionFacts(mirror);
    std::string body = eventHeadHtml(words, mirror) + notice;
    if (const auto range = priceRangeOf(terms); range && state != SaleState::NotOnSale)
        body += "<p class=\"facts\"><span class=\"price\">" + escape(rangeText(words, range->lowest, range->highest)) +
                "</span> <span>" + escape(words.say("Shop", "all fees included")) + "</span> " +
                supplyHtml(words, supplyOf(house.free, house.all)) + "</p>\n";
    body += "<div class=\"columns\"><div>\n";
    body += state == SaleState::OnSale ? waysHtml(words, mirror, facts, once) : closedHtml(words, state);
    body += "</div><div>\n";
    if (!preview.empty())
        body += "<figure>" + preview + "<figcaption>" +
                escape(words.say("Shop", "The house at a glance; the colours are those of the prices below.")) +
                "</figcaption></figure>\n";
    body += pricesHtml(words, mirror) + accessHtml(words, mirror, facts) + "</div></div>";
    return {named(terms.title), std::move(body), eventDataHtml(mirror, house), {}};
}

} // namespace parterre::web
