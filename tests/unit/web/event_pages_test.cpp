// The pages before a hold, as HTML: light, inert, and right about what is left.
#include "server/web/event_html.h"
#include "server/web/lost_seats.h"
#include "server/web/plan_preview.h"
#include "tests/support/generated_plans.h"
#include "tests/unit/web/web_sample.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::web;
using namespace Qt::StringLiterals;

namespace {

const std::string attack = "</script><script>alert(1)</script> & \"friends\" <img src=x onerror=alert(2)>";

std::string wholePage(const Words& words, const PageParts& parts)
{
    Visit visit;
    visit.words = &words;
    visit.here = "/";
    return page(visit, 200, parts).body.toStdString();
}

std::string eventHtml(const Words& words, const EventMirror& mirror)
{
    return wholePage(words, eventPage(words, mirror, planPreview(words, mirror.plan()), "once"));
}

QJsonObject eventData(const std::string& html)
{
    const std::string start = "<script type=\"application/ld+json\">";
    const std::size_t at = html.find(start) + start.size();
    return QJsonDocument::fromJson(QByteArray::fromStdString(html.substr(at, html.find("</script>", at) - at)))
        .object();
}

EventTerms priced(const SeatPlan& plan)
{
    EventTerms terms = sampleTerms(plan);
    terms.plan = idOf<PlanId>(1);
    return terms;
}

// The seats to tick on all pages of a section, each of which is light enough.
std::size_t seatsListed(const EventMirror& mirror, SectionIndex section)
{
    static const QRegularExpression more(u"row=(\\d+)\">More rows"_s);
    SeatChoice choice;
    choice.section = section;
    std::size_t seats = 0;
    for (;;) {
        const std::string list = sectionPage(english(), mirror, choice, "once").body;
        seats += static_cast<std::size_t>(QByteArray::fromStdString(list).count("name=\"seat\""));
        const auto link = more.match(QString::fromStdString(list));
        if (!link.hasMatch() || list.size() > 200 * 1024)
            return seats;
        choice.firstRow = RowIndex{mirror.plan().sections()[section.value].first.value + link.captured(1).toUInt()};
    }
}

bool has(const std::string& html, const QString& text)
{
    return html.find(escape(text)) != std::string::npos;
}

} // namespace

class EventPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLargestHouseIsLight()
    {
        const SeatPlanPtr plan = test::arena(34'000);
        QVERIFY(plan->seatCount() >= 34'000);
        WebSample sample(plan, priced(*plan));
        const EventMirror mirror = sample.mirror();
        for (const Words* words : {&english(), &german()}) {
            const std::string html = eventHtml(*words, mirror);
            QVERIFY2(html.size() <= 50 * 1024, QByteArray::number(qsizetype(html.size())));
            QVERIFY(html.find("<svg class=\"preview\"") != std::string::npos);
        }
        // Every seat of the house is on one of the lists, and no list is too long to use.
        std::size_t seats = 0;
        for (std::uint32_t s = 0; s < plan->sections().size(); ++s)
            seats += seatsListed(mirror, SectionIndex{s});
        QCOMPARE(seats, std::size_t(plan->seatCount()));
    }

    void aLongSectionComesInPages()
    {
        const SeatPlanPtr plan = test::block(1'000, 1); // one section of 20 rows of 50
        QCOMPARE(plan->sections().size(), std::size_t(1));
        WebSample sample(plan, priced(*plan));
        QCOMPARE(seatsListed(sample.mirror(), {}), std::size_t(1'000));
    }

    void hostileNamesAreInert()
    {
        SeatPlanParts parts = samplePlan()->parts();
        parts.sections[0].name = "<b onclick=alert(1)>'";
        parts.priceAreas[0].name = "\"><script>alert(3)<\\";
        const SeatPlanPtr plan = SeatPlan::create(parts).value();
        EventTerms terms = priced(*plan);
        terms.title = attack;
        terms.venue = attack;
        terms.priceTypes[0] = "<i>Normal</i>";
        WebSample sample(plan, terms);
        const EventMirror mirror = sample.mirror();
        std::vector<std::string> pages{eventHtml(english(), mirror)};
        pages.push_back(wholePage(english(), eventListPage(english(), {&mirror}, sampleNow)));
        pages.push_back(wholePage(english(), sectionPage(english(), mirror, {}, "once")));
        const LostSeats lost = lostSeatsOf(mirror, {SeatIndex{0}});
        pages.push_back(wholePage(english(), lostSeatsPage(english(), mirror, lost, "once")));
        for (const std::string& html : pages) {
            for (const char* live : {"<script>", "<img", "<b ", "<i>", "alert(1)</script>"})
                QVERIFY2(html.find(live) == std::string::npos, (live + std::string(" in ") + html).c_str());
            QVERIFY(html.find("&lt;script&gt;") != std::string::npos);
        }
        QCOMPARE(eventData(pages[0])[u"name"_s].toString().toStdString(), attack);
    }

    void dataForSearchEngines()
    {
        WebSample sample;
        const QJsonObject event = eventData(eventHtml(german(), sample.mirror()));
        QCOMPARE(event[u"@type"_s].toString(), u"Event"_s);
        QCOMPARE(event[u"name"_s].toString(), u"A Sample Night"_s);
        QCOMPARE(event[u"startDate"_s].toString(), u"2026-12-01T19:00:00+01:00"_s);
        QCOMPARE(event[u"location"_s][u"name"_s].toString(), u"Sample House"_s);
        const QJsonValue offers = event[u"offers"_s];
        QCOMPARE(offers[u"@type"_s].toString(), u"AggregateOffer"_s);
        QCOMPARE(offers[u"lowPrice"_s].toString(), u"15.00"_s);
        QCOMPARE(offers[u"highPrice"_s].toString(), u"50.00"_s);
        QCOMPARE(offers[u"priceCurrency"_s].toString(), u"EUR"_s);
        QCOMPARE(offers[u"availability"_s].toString(), u"https://schema.org/InStock"_s);
    }

    void howMuchIsLeft()
    {
        QCOMPARE(supplyOf(0, 600), Supply::None);
        QCOMPARE(supplyOf(10, 600), Supply::Last);
        QCOMPARE(supplyOf(11, 600), Supply::Few);
        QCOMPARE(supplyOf(90, 600), Supply::Few);
        QCOMPARE(supplyOf(91, 600), Supply::Many);
        QCOMPARE(supplyOf(5, 5), Supply::Many); // an empty box
        QCOMPARE(supplyOf(2, 5), Supply::Last);
        WebSample sample;
        QVERIFY(has(eventHtml(english(), sample.mirror()), u"many places free"_s));
        EventTerms closed = sampleTerms(*samplePlan());
        closed.onSale = false;
        WebSample later(samplePlan(), closed);
        const std::string html = eventHtml(german(), later.mirror());
        QVERIFY(has(html, u"zurzeit nicht im Verkauf"_s));
        QVERIFY(html.find("<form") == std::string::npos); // nothing to hold
        QCOMPARE(eventData(html)[u"offers"_s][u"availability"_s].toString(), u"https://schema.org/PreOrder"_s);
    }

    void emptyHousesSayWhatToDo()
    {
        const std::string html = wholePage(german(), eventListPage(german(), {}, sampleNow));
        QVERIFY(has(html, u"Zurzeit ist keine Veranstaltung angekündigt"_s));
        WebSample sample;
        const EventMirror mirror = sample.mirror();
        const auto listed = [&](Instant now) {
            return eventListPage(english(), {&mirror}, now).body.find("A Sample Night") != std::string::npos;
        };
        QVERIFY(listed(sampleNow));
        QVERIFY(!listed(sampleNow + std::chrono::hours(24 * 8))); // over
    }

    void placesForWheelchairs()
    {
        WebSample sample;
        QVERIFY(has(eventHtml(english(), sample.mirror()),
                    u"1 wheelchair place, 1 free; 1 place for a companion, 1 free"_s));
        sample.hold(1, {"Stalls/3/9"});
        QVERIFY(has(eventHtml(german(), sample.mirror()),
                    u"1 Rollstuhlplatz, 0 frei; 1 Platz für eine Begleitperson, 1 frei"_s));
    }

    void lostSeatsAreNamedAndReplaced()
    {
        WebSample sample;
        sample.hold(1, {"Stalls/2/5"});
        const EventMirror mirror = sample.mirror();
        const Places wanted = sample.event().places({"Stalls/2/4", "Stalls/2/5", "Circle/1/1"});
        const LostSeats seats = lostSeatsOf(mirror, wanted.seats);
        QCOMPARE(seats.lost.size(), std::size_t(1));
        QCOMPARE(seats.kept.size(), std::size_t(2));
        QCOMPARE(seats.alternatives.size(), std::size_t(3));
        for (const auto& group : seats.alternatives)
            for (const SeatIndex seat : seats.kept) // none is offered that is wanted anyway
                QVERIFY(std::find(group.begin(), group.end(), seat) == group.end());
        const PageParts parts = lostSeatsPage(german(), mirror, seats, "once");
        QVERIFY(has(parts.body, u"Nicht mehr zu haben: Stalls, Reihe 2, Platz 5."_s));
        QCOMPARE(QByteArray::fromStdString(parts.body).count("Stattdessen diese nehmen"), 3);
        QVERIFY(parts.mainAttributes.find("data-lost=\"[&quot;Stalls/2/5&quot;]\"") != std::string::npos);
        QVERIFY(parts.mainAttributes.find("data-alternatives=\"[[&quot;Stalls/") != std::string::npos);
        // The kept ones are ticked: one in this section, one that is elsewhere.
        QCOMPARE(QByteArray::fromStdString(parts.body).count(" checked"), 2);
        QVERIFY(has(parts.body, u"Circle, Reihe 1, Platz 1"_s));
    }

    void theFormsWorkWithoutAScript()
    {
        WebSample sample;
        const std::string html = eventHtml(english(), sample.mirror());
        // Forms of one page are different acts: each has a token of its own.
        static const QRegularExpression token(u"name=\"once\" value=\"([^\"]*)\""_s);
        QSet<QString> tokens;
        for (const auto& match : token.globalMatch(QString::fromStdString(html)))
            tokens << match.captured(1);
        QCOMPARE(tokens.size(), 2); // best seats and the floor
        const std::string list = sectionPage(english(), sample.mirror(), {}, "once").body;
        QVERIFY(list.find("<form id=\"choice\" method=\"post\" action=\"/events/" +
                          sample.event().terms().event.toString() + "/hold\">") != std::string::npos);
        QVERIFY(list.find("aria-label=\"Row 3, seat 9, €50.00, wheelchair place\"") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(EventPagesTest)
#include "event_pages_test.moc"
