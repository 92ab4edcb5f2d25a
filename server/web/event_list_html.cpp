// The list of events, and the lines about an event that several pages share.
#include "server/web/event_html.h"
#include "server/web/locale_text.h"

#include <algorithm>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

constexpr Milliseconds listedAfterStart{std::chrono::hours(6)};

std::string saleHtml(const Words& words, const EventMirror& mirror, PlaceCount house)
{
    switch (saleStateOf(mirror, house)) {
    case SaleState::NotOnSale:
        return "<span class=\"state\">" + escape(words.say("Shop", "Not on sale now")) + "</span>";
    case SaleState::SoldOut:
    case SaleState::OnSale:
        return supplyHtml(words, supplyOf(house.free, house.all));
    }
    PARTERRE_REQUIRE(false);
}

std::string cardHtml(const Words& words, const EventMirror& mirror)
{
    const EventTerms& terms = mirror.state().terms();
    std::string html = "<li><a href=\"" + eventHref(mirror) + "\"><strong>" + escape(terms.title) + "</strong></a><p>" +
                       whenHtml(words, terms) + "<br>" + escape(terms.venue) + "</p><p class=\"facts\">";
    if (const auto range = priceRangeOf(terms))
        html += "<span class=\"price\">" + escape(rangeText(words, range->lowest, range->highest)) + "</span> ";
    return html + saleHtml(words, mirror, wholeHouse(mirror)) + "</p></li>\n";
}

} // namespace

std::string eventHref(const EventMirror& mirror)
{
    return "/events/" + mirror.event().toString();
}

std::string whenHtml(const Words& words, const EventTerms& terms)
{
    return "<time datetime=\"" + escape(isoText(terms.startsAt, terms.timeZone)) + "\">" +
           escape(whenText(words, terms.startsAt, terms.timeZone)) + "</time>";
}

std::string eventHeadHtml(const Words& words, const EventMirror& mirror)
{
    const EventTerms& terms = mirror.state().terms();
    return "<h1>" + escape(terms.title) + "</h1>\n<p class=\"when\">" + whenHtml(words, terms) + "<br>" +
           escape(terms.venue) + "</p>\n";
}

std::string supplyHtml(const Words& words, Supply supply)
{
    // The bars repeat the word for the eye; without them and without colour the word says it all.
    const auto mark = [](const char* name, const char* bars, const QString& text) {
        return "<span class=\"supply " + std::string(name) + "\"><span aria-hidden=\"true\">" + bars + "</span> " +
               escape(text) + "</span>";
    };
    switch (supply) {
    case Supply::Many:
        return mark("many", "▮▮▮", words.say("Shop", "many places free"));
    case Supply::Few:
        return mark("few", "▮▮▯", words.say("Shop", "few places left"));
    case Supply::Last:
        return mark("last", "▮▯▯", words.say("Shop", "last places"));
    case Supply::None:
        return mark("none", "▯▯▯", words.say("Shop", "sold out"));
    }
    PARTERRE_REQUIRE(false);
}

PageParts eventListPage(const Words& words, const std::vector<const EventMirror*>& events, Instant now)
{
    std::vector<const EventMirror*> listed;
    for (const EventMirror* mirror : events)
        if (now < mirror->state().terms().startsAt + listedAfterStart)
            listed.push_back(mirror);
    std::stable_sort(listed.begin(), listed.end(), [](const EventMirror* a, const EventMirror* b) {
        return a->state().terms().startsAt < b->state().terms().startsAt;
    });
    const QString title = words.say("Shop", "What is on");
    std::string body = "<h1>" + escape(title) + "</h1>\n";
    if (listed.empty())
        body += "<p class=\"empty\">" +
                escape(words.say("Shop", "No event is announced just now. Look again in a few days, or ask at the box "
                                         "office. Tickets you bought already are under \"My order\".")) +
                "</p>";
    else {
        body += "<p class=\"muted\">" + escape(words.say("Shop", "All prices include every fee.")) +
                "</p>\n<ul class=\"cards\">\n";
        for (const EventMirror* mirror : listed)
            body += cardHtml(words, *mirror);
        body += "</ul>";
    }
    return {title, std::move(body), {}, {}};
}

} // namespace parterre::web
