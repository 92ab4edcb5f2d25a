// The drill "pretend the line is down", and what its report says.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class DrillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        const Result<void> begun = m_rig->begin();
        QVERIFY2(begun.ok(), begun ? "" : begun.error().detail.c_str());
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void theReportCountsWhatHappenedInTheDrill()
    {
        QVERIFY(m_centre->fanBuys({"Stalls/1/1"}));
        QVERIFY(m_rig->addReserve(1).ok()); // before: does not count
        QVERIFY(m_rig->sell().ok());
        QVERIFY(m_rig->settle());
        QVERIFY(!m_rig->counter->drillReport());
        const std::uint32_t reserve = m_rig->counter->lineReport().reserveSeats;
        const Instant began = m_time->now();
        m_rig->counter->simulateLineDown(true);
        QVERIFY(m_rig->counter->lineReport().drill);
        QVERIFY(!m_rig->counter->drillReport()->wouldLast); // nothing was sold
        m_time->runFor(std::chrono::minutes(10));
        QVERIFY(m_rig->addReserve(2).ok());
        QVERIFY(m_rig->sell().ok());
        QVERIFY(m_rig->add({"Circle/1/1", "Circle/1/2", "Circle/1/3"}).ok());
        QVERIFY(m_rig->counter->basket().provisional);
        QVERIFY(m_rig->sellTo({"Ms Moon", "moon@example.org", {}}).ok());
        QCOMPARE(m_rig->add({"Stalls/1/1"}).error().code, ErrorCode::Offline);
        const DrillReport report = *m_rig->counter->drillReport();
        QVERIFY(!report.over);
        QCOMPARE(report.began, began);
        QCOMPARE(report.lasted, Milliseconds(std::chrono::minutes(10)));
        QCOMPARE(report.sales, 2u);
        QCOMPARE(report.reservePlaces, 2u);
        QCOMPARE(report.provisionalPlaces, 3u);
        QCOMPARE(report.refused, 1u);
        QCOMPARE(report.reserveLeft, reserve - 2);
        QVERIFY(report.wouldLast.has_value());
    }

    void theReportStaysWhenTheDrillIsOver()
    {
        m_rig->counter->simulateLineDown(true);
        QVERIFY(m_rig->addReserve(1).ok());
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        m_time->runFor(std::chrono::minutes(1));
        QCOMPARE(m_centre->state().orders().size(), std::size_t(0)); // nothing went up
        m_rig->counter->simulateLineDown(false);
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(sale->order.id), OrderSync::Confirmed);
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        QVERIFY(m_rig->sell().ok());
        const DrillReport report = *m_rig->counter->drillReport();
        QVERIFY(report.over);
        QCOMPARE(report.sales, 1u); // those of afterwards do not count
        QCOMPARE(report.lasted, Milliseconds(std::chrono::minutes(1)));
        QVERIFY(!m_rig->counter->lineReport().drill);
        m_rig->counter->simulateLineDown(true);
        QCOMPARE(m_rig->counter->drillReport()->sales, 0u); // a new one
    }

    // At the pace of the drill: one unit in ten minutes, so each of the others in ten more.
    void theReportSaysHowLongTheRestWouldLast()
    {
        const std::uint32_t units = m_centre->state().allotmentOf(m_rig->device)->places.standing.front().count;
        m_rig->counter->simulateLineDown(true);
        m_time->runFor(std::chrono::minutes(10));
        QVERIFY(m_rig->setStanding(1).ok());
        QVERIFY(m_rig->sell().ok());
        QCOMPARE(m_rig->counter->drillReport()->wouldLast.value(),
                 Milliseconds(std::chrono::minutes(10)) * static_cast<std::int64_t>(units - 1));
    }

    void refusalsOfEveryKindAreCounted()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok()); // held at the centre
        m_rig->counter->simulateLineDown(true);
        QCOMPARE(m_rig->sell().error().code, ErrorCode::Offline);
        QCOMPARE(m_rig->add({"Stalls/1/2"}).error().code, ErrorCode::Offline);
        m_rig->counter->clearBasket();
        QVERIFY(m_rig->addReserve(1).ok());
        const Result<void> reserved = m_rig->wait<void>(
            [this](auto done) { m_rig->counter->reserve("Ms Moon", sampleNow + std::chrono::hours(24), done); });
        QCOMPARE(reserved.error().code, ErrorCode::Offline);
        QCOMPARE(m_rig->counter->drillReport()->refused, 3u);
        QCOMPARE(m_rig->counter->drillReport()->sales, 0u);
    }

private:
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(DrillTest)
#include "drill_test.moc"
