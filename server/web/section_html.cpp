// Check boxes need no script; a long section comes in pages, so that the largest house stays usable.
#include "server/web/section_html.h"

#include "server/web/event_html.h"
#include "server/web/locale_text.h"
#include "server/web/seat_map_html.h"

#include <algorithm>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

constexpr std::uint32_t seatsPerPage = 500;

// What is the same for every seat, put into words once.
class SeatList
{
public:
    SeatList(const Words& words, const EventMirror& mirror, const SeatChoice& choice)
        : m_words(words), m_mirror(mirror), m_chosen(choice.chosen)
    {
        for (std::uint16_t a = 0; a < mirror.plan().priceAreas().size(); ++a) {
            const auto price = firstPrice(mirror.state().terms(), PriceAreaIndex{a});
            m_prices.push_back(price ? escape(moneyText(words, *price)) : std::string());
        }
        m_row = escape(words.say("Seats", "Row"));
        m_seat = escape(words.say("Seats", "seat"));
        m_wheelchair = ", " + escape(words.say("Seats", "wheelchair place"));
        m_companion = ", " + escape(words.say("Seats", "for a companion"));
        m_restricted = ", " + escape(words.say("Seats", "restricted view"));
    }

    std::string rowHtml(RowIndex index) const
    {
        const PlanRow& row = m_mirror.plan().rows()[index.value];
        const auto areaOf = [&](std::uint32_t seat) { return m_mirror.plan().seats()[seat].priceArea; };
        const std::uint32_t end = row.first.value + row.count;
        bool isMixed = false;
        for (std::uint32_t s = row.first.value; s < end; ++s)
            isMixed = isMixed || areaOf(s) != areaOf(row.first.value);
        std::string seats;
        std::uint32_t free = 0;
        for (std::uint32_t s = row.first.value; s < end; ++s) {
            if (isMixed && (s == row.first.value || areaOf(s) != areaOf(s - 1)))
                seats += "<span class=\"area\">" + areaHtml(areaOf(s)) + "</span>";
            const bool open = isToBeHad(m_mirror, SeatIndex{s});
            free += open ? 1 : 0;
            seats += open ? openSeat(row, SeatIndex{s}) : goneSeat(SeatIndex{s});
        }
        std::string legend = m_row + ' ' + escape(row.name);
        if (row.count > 0 && !isMixed)
            legend += " · " + areaHtml(areaOf(row.first.value));
        if (free == 0)
            legend += " · " + escape(m_words.say("Seats", "no seat free"));
        return "<fieldset><legend>" + legend + "</legend>" + seats + "</fieldset>\n";
    }

    // Outside its row, with its whole name.
    std::string loneSeat(SeatIndex seat) const
    {
        return "<label class=\"seat\"><input type=\"checkbox\" name=\"seat\" checked value=\"" +
               escape(m_mirror.plan().label(seat)) + "\">" + escape(seatText(m_words, m_mirror.plan(), seat)) +
               "</label>";
    }

private:
    std::string areaHtml(PriceAreaIndex area) const
    {
        return escape(m_mirror.plan().priceAreas()[area.value].name) + ' ' + m_prices[area.value];
    }
    std::string openSeat(const PlanRow& row, SeatIndex index) const
    {
        const PlanSeat& seat = m_mirror.plan().seats()[index.value];
        const std::string number = escape(seat.number);
        std::string says = m_prices[seat.priceArea.value];
        if (seat.attributes & Wheelchair)
            says += m_wheelchair;
        if (seat.attributes & Companion)
            says += m_companion;
        if (seat.attributes & RestrictedView)
            says += m_restricted;
        const char* mark = seat.attributes & Wheelchair       ? " ♿"
                           : seat.attributes & Companion      ? " +"
                           : seat.attributes & RestrictedView ? " ◐"
                                                              : "";
        const bool chosen = std::find(m_chosen.begin(), m_chosen.end(), index) != m_chosen.end();
        return "<label class=\"seat\" title=\"" + says + "\"><input type=\"checkbox\" name=\"seat\" value=\"" +
               escape(m_mirror.plan().label(index)) + "\" aria-label=\"" + m_row + ' ' + escape(row.name) + ", " +
               m_seat + ' ' + number + ", " + says + "\"" + (chosen ? " checked" : "") + ">" + number + mark +
               "</label>";
    }
    // Seen, but no stop for who listens: the legend tells when a row is gone.
    std::string goneSeat(SeatIndex index) const
    {
        return "<span class=\"seat gone\" aria-hidden=\"true\">" + escape(m_mirror.plan().seats()[index.value].number) +
               " ✕</span>";
    }

    const Words& m_words;
    const EventMirror& m_mirror;
    const std::vector<SeatIndex>& m_chosen;
    std::vector<std::string> m_prices; // by area; empty: not sold
    std::string m_row, m_seat, m_wheelchair, m_companion, m_restricted;
};

std::string sectionLinks(const Words& words, const EventMirror& mirror, SectionIndex here)
{
    const auto& sections = mirror.plan().sections();
    if (sections.size() < 2)
        return {};
    const auto facts = sectionFacts(mirror);
    std::string html = "<nav aria-label=\"" + escape(words.say("Seats", "Sections")) + "\"><details" +
                       (sections.size() <= 12 ? " open" : "") + "><summary>" +
                       escape(words.say("Seats", "Other sections")) + "</summary><ul class=\"chips\">\n";
    for (std::uint32_t i = 0; i < sections.size(); ++i) {
        if (facts[i].seats.all == 0)
            continue;
        const std::string name = escape(sections[i].name);
        if (i == here.value)
            html += "<li><strong aria-current=\"page\">" + name + "</strong></li>\n";
        else if (facts[i].seats.free == 0)
            html += "<li class=\"muted\">" + name + " (" + escape(words.say("Shop", "sold out")) + ")</li>\n";
        else
            html += "<li><a href=\"" + eventHref(mirror) + "/seats?section=" + std::to_string(i) + "\">" + name +
                    "</a></li>\n";
    }
    return html + "</ul></details></nav>\n";
}

std::string elsewhereHtml(const Words& words, const EventMirror& mirror, const SeatList& list, const SeatChoice& choice,
                          RowIndex from, RowIndex to)
{
    std::string seats;
    for (const SeatIndex seat : choice.chosen) {
        const RowIndex row = mirror.plan().seats()[seat.value].row;
        if (row < from || !(row < to))
            seats += list.loneSeat(seat);
    }
    return seats.empty() ? seats
                         : "<fieldset><legend>" + escape(words.say("Seats", "Chosen elsewhere")) + "</legend>" + seats +
                               "</fieldset>\n";
}

} // namespace

SectionIndex firstOpenSection(const EventMirror& mirror)
{
    const SeatPlan& plan = mirror.plan();
    for (std::uint32_t s = 0; s < plan.seatCount(); ++s)
        if (isToBeHad(mirror, SeatIndex{s}))
            return plan.rowOf(SeatIndex{s}).section;
    return {};
}

PageParts sectionPage(const Words& words, const EventMirror& mirror, const SeatChoice& choice, const std::string& once)
{
    const SeatPlan& plan = mirror.plan();
    const PlanSection& section = plan.sections()[choice.section.value];
    const std::string href = eventHref(mirror);
    const SeatList list(words, mirror, choice);
    const RowIndex end{section.first.value + section.count};
    RowIndex next = std::max(choice.firstRow, section.first);
    const RowIndex first = next;
    std::string rows;
    std::uint32_t shown = 0;
    for (; next < end && shown < seatsPerPage; ++next.value) {
        rows += list.rowHtml(next);
        shown += plan.rows()[next.value].count;
    }
    std::string body = eventHeadHtml(words, mirror) + choice.notice + "<p><a href=\"" + href + "\">" +
                       escape(words.say("Seats", "Back to the event and its prices")) + "</a></p>\n" +
                       seatMapHtml(mirror, std::string(words.code())) + sectionLinks(words, mirror, choice.section) +
                       "<h2>" + escape(section.name) + "</h2>\n<p class=\"muted\">" +
                       escape(words.say("Seats",
                                        "Tick the seats you want, up to %n. Prices include every fee. ♿ wheelchair "
                                        "place, + for a companion, ◐ restricted view, ✕ not available.",
                                        nullptr, mirror.state().terms().holds.maxUnitsPerFanHold)) +
                       (mirror.state().terms().priceTypes.size() < 2
                            ? std::string()
                            : ' ' + escape(words.say("Seats", "Other prices can be chosen in the next step."))) +
                       "</p>\n<form id=\"choice\" method=\"post\" action=\"" + href + "/hold\">" +
                       hiddenField("once", once) + hiddenField("section", std::to_string(choice.section.value)) +
                       hiddenField("row", std::to_string(first.value - section.first.value)) +
                       elsewhereHtml(words, mirror, list, choice, first, next) + rows;
    const auto pageHref = [&](RowIndex row) {
        return href + "/seats?section=" + std::to_string(choice.section.value) +
               "&amp;row=" + std::to_string(row.value - section.first.value);
    };
    if (first != section.first)
        body +=
            "<p><a href=\"" + pageHref(section.first) + "\">" + escape(words.say("Seats", "First rows")) + "</a></p>\n";
    if (next < end)
        body += "<p><a href=\"" + pageHref(next) + "\">" + escape(words.say("Seats", "More rows of this section")) +
                "</a></p>\n";
    body +=
        "<p class=\"bar\"><button>" + escape(words.say("Seats", "Hold the chosen seats")) + "</button></p></form>\n";
    return {QString::fromStdString(section.name) + u" · "_s + QString::fromStdString(mirror.state().terms().title),
            std::move(body),
            {},
            choice.mainAttributes};
}

} // namespace parterre::web
