// What the desk says about places and what it makes of a typed seat.
#include "tests/support/sample_events.h"
#include "ui/common/place_text.h"
#include "ui/desk/drained_words.h"
#include "ui/desk/seat_search.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class DeskTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsSeatsAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("inView"); // section, −1: none
        QTest::addColumn<QString>("found");
        QTest::newRow("label") << u"Stalls/2/7"_s << -1 << u"Stalls/2/7"_s;
        QTest::newRow("words") << u"stalls 2 7"_s << -1 << u"Stalls/2/7"_s;
        QTest::newRow("beginning of a section") << u" cir, 2, 5 "_s << -1 << u"Circle/2/5"_s;
        QTest::newRow("first section") << u"2 5"_s << -1 << u"Stalls/2/5"_s;
        QTest::newRow("section in view") << u"2 5"_s << 1 << u"Circle/2/5"_s;
        QTest::newRow("elsewhere when not in view") << u"3 5"_s << 1 << u"Stalls/3/5"_s;
        QTest::newRow("range") << u"1 3-5"_s << 0 << u"Stalls/1/3 Stalls/1/4 Stalls/1/5"_s;
        QTest::newRow("no such row") << u"9 1"_s << -1 << QString();
        QTest::newRow("no such seat") << u"1 99"_s << -1 << QString();
        QTest::newRow("name") << u"Ms Miller"_s << -1 << QString();
        QTest::newRow("order code") << u"AMQTZPVA"_s << -1 << QString();
        QTest::newRow("nothing") << u"  "_s << -1 << QString();
    }
    void findsSeatsAsPeopleTypeThem()
    {
        QFETCH(QString, text);
        QFETCH(int, inView);
        QFETCH(QString, found);
        const auto plan = samplePlan();
        const auto section =
            inView < 0 ? std::nullopt : std::optional(SectionIndex{static_cast<std::uint32_t>(inView)});
        QStringList labels;
        for (const SeatIndex seat : findSeats(*plan, text, section))
            labels << QString::fromStdString(plan->label(seat));
        QCOMPARE(labels.join(u' '), found);
    }

    void readsALetterRowGluedToItsSeat()
    {
        auto parts = samplePlan()->parts();
        parts.rows[0].name = "C";
        const auto plan = SeatPlan::create(parts);
        QVERIFY(plan.ok());
        const auto seats = findSeats(**plan, u"c7"_s, std::nullopt);
        QCOMPARE(seats.size(), std::size_t(1));
        QCOMPARE((*plan)->label(seats[0]), std::string("Stalls/C/7"));
    }

    // What was sent, what was confirmed, what needs somebody; a kind that did not occur is not named.
    void tellsWhatBecameOfTheSalesThatWaited()
    {
        const SampleEvent event;
        std::set<OrderId> waited;
        std::vector<OrderSummary> orders;
        const auto add = [&](OrderSync sync, bool waits = true) {
            OrderSummary summary;
            summary.order = event.orderOf(event.places({"Stalls/1/1"}), orders.size() + 1);
            summary.sync = sync;
            if (waits)
                waited.insert(summary.order.id);
            orders.push_back(summary);
        };
        QCOMPARE(drainedText(drainedOf(waited, orders)), u"The line is back."_s);
        add(OrderSync::Confirmed);
        add(OrderSync::Confirmed);
        add(OrderSync::Confirmed, false); // sold before the line went
        QVERIFY(drainedOf(waited, orders).isGood());
        QCOMPARE(drainedText(drainedOf(waited, orders)), u"The line is back. 2 sales were sent: 2 confirmed."_s);
        add(OrderSync::Conflict);
        add(OrderSync::Contested);
        add(OrderSync::Refused);
        orders[1].order.tickets.front().voided = true;
        const Drained drained = drainedOf(waited, orders);
        QVERIFY(!drained.isGood());
        QCOMPARE(drainedText(drained),
                 u"The line is back. 5 sales were sent: 1 confirmed, 1 voided, 1 in conflict (Ctrl+K), "
                 "1 waiting for another payment, 1 refused (Ctrl+O)."_s);
    }

    void placesAreGroupedByRow()
    {
        const SampleEvent event;
        const auto tickets =
            event.orderOf(event.places({"Stalls/1/1", "Stalls/1/2", "Circle/2/8"}, {{StandingIndex{0}, 3}}), 1).tickets;
        QCOMPARE(placesText(event.plan(), tickets), u"Stalls · row 1: 1, 2 – Circle · row 2: 8 – Floor ×3"_s);
        QCOMPARE(placesText(event.plan(), std::vector<Ticket>{}), QString());
    }
};

QTEST_GUILESS_MAIN(DeskTextsTest)
#include "texts_test.moc"
