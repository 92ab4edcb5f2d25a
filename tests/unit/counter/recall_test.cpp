// The offline reserve while the line is up: given back as soon as somebody else wants it, renewed in time, resized.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class RecallTest : public QObject
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
        m_reserve = m_rig->reserve();
        QVERIFY(m_reserve.size() >= 4);
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    // A fan is waiting for an answer.
    void spareSeatsAreGivenBackAtOnce()
    {
        recall({m_reserve[0], m_reserve[1]});
        m_time->runFor(std::chrono::seconds(2));
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Free);
        QCOMPARE(m_centre->status(m_reserve[1]), SeatStatus::Free);
        QCOMPARE(m_centre->status(m_reserve[2]), SeatStatus::Allotted);
        QCOMPARE(count<AllotmentReturned>(), std::size_t(1));
        QVERIFY(m_centre->fanBuys({m_reserve[0]}));
        QVERIFY(m_rig->settle());
        QVERIFY(!m_rig->view(m_reserve[1]).reserve);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void aSeatInTheBasketIsKept()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        recall({m_reserve[0], m_reserve[1]});
        m_time->runFor(std::chrono::seconds(2));
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Allotted);
        QCOMPARE(m_centre->status(m_reserve[1]), SeatStatus::Free);
        QCOMPARE(count<RecallDeclined>(), std::size_t(1));
        QVERIFY(own().recalled.empty()); // answered, one way or the other
        m_time->runFor(std::chrono::seconds(10));
        QCOMPARE(count<RecallDeclined>(), std::size_t(1)); // once
        QCOMPARE(m_rig->labels(), std::vector<std::string>{m_reserve[0]});
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Pending);
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(sale->order.id), OrderSync::Confirmed);
        QCOMPARE(m_rig->differences(), std::string());
    }

    // With the line down nobody hears the question, and the seats are the counter's to sell.
    void offLineNothingIsGivenBack()
    {
        m_rig->cutLine();
        recall({m_reserve[0], m_reserve[1]});
        m_time->runFor(std::chrono::seconds(30));
        QVERIFY(m_rig->addReserve(1).ok());
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Allotted);
        QVERIFY(!m_centre->fanHolds({m_reserve[0]}));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->status(m_reserve[0]), SeatStatus::Sold);
        QCOMPARE(m_centre->status(m_reserve[1]), SeatStatus::Free);
        QCOMPARE(m_rig->syncOf(sale->order.id), OrderSync::Confirmed);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void atHalfItsLifeItIsRenewed()
    {
        const Fence before = own().fence;
        const OrderId first = sellReserve();
        m_time->runFor(std::chrono::hours(11));
        QCOMPARE(own().fence, before);
        m_time->runFor(std::chrono::hours(1) + std::chrono::minutes(1));
        QVERIFY(before < own().fence);
        QCOMPARE(own().first, before);
        QVERIFY(m_rig->counter->lineReport().reserveLeft > std::chrono::hours(23));
        const OrderId second = sellReserve();
        QVERIFY(m_rig->settle());
        for (const OrderId order : {first, second})
            QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        for (const Outcome& outcome : m_centre->outcomes(m_rig->device))
            QVERIFY(outcome.kind == OutcomeKind::Confirmed || outcome.kind == OutcomeKind::Granted);
        QCOMPARE(m_rig->differences(), std::string());
    }

    // The centre has renewed, and the counter does not know it yet.
    void aSaleUnderTheFenceBeforeIsConfirmed()
    {
        const Fence before = own().fence;
        m_time->runFor(std::chrono::hours(12) - std::chrono::minutes(1));
        QVERIFY(m_rig->addReserve(1).ok());
        QVERIFY(m_time->runUntil([&] { return own().fence != before; }));
        m_rig->link.cut = true; // before the answer arrives
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Pending);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        const std::vector<Outcome> outcomes = m_centre->outcomes(m_rig->device);
        QCOMPARE(outcomes.back().kind, OutcomeKind::Confirmed); // not late
        QVERIFY(m_centre->state().alarms().empty());
        QCOMPARE(m_rig->differences(), std::string());
    }

    // Its time runs from when the renewal was asked for, and the sales before a restart still count.
    void aRenewalSurvivesARestart()
    {
        m_time->runFor(std::chrono::hours(12) + std::chrono::minutes(1));
        const Milliseconds left = m_rig->counter->lineReport().reserveLeft;
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->counter->lineReport().reserveLeft <= left);
        QVERIFY(m_rig->counter->lineReport().reserveLeft > left - std::chrono::minutes(1));
        QVERIFY(m_rig->addReserve(1).ok());
        QCOMPARE(m_rig->sell()->sync, OrderSync::Pending);
    }

    void aShrunkReserveIsFilledUp()
    {
        const Fence before = own().fence;
        for (std::size_t i = 0; i < m_reserve.size(); ++i)
            sellReserve();
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->reserve().size(), std::size_t(0));
        m_time->runFor(std::chrono::minutes(11)); // not more often than every ten
        QVERIFY(before < own().fence);
        QVERIFY(m_rig->reserve().size() >= m_reserve.size());
        QCOMPARE(m_rig->differences(), std::string());
    }

    // After a busy hour the reserve is large; what a quiet one does not need goes back with the renewal.
    void aSurplusGoesBack()
    {
        QVERIFY(m_rig->setStanding(12).ok());
        QVERIFY(m_rig->sell().ok());
        m_time->runFor(std::chrono::minutes(11));
        QCOMPARE(standingInReserve(), 18u); // 1.5 × 12
        const Fence large = own().fence;
        m_time->runFor(std::chrono::hours(12) - std::chrono::minutes(20));
        QVERIFY(m_rig->setStanding(1).ok());
        QVERIFY(m_rig->sell().ok());
        QVERIFY(m_rig->setStanding(2).ok()); // in the basket while it is renewed
        m_time->runFor(std::chrono::minutes(30));
        QVERIFY(large < own().fence);
        QCOMPARE(count<AllotmentReturned>(), std::size_t(1));
        QCOMPARE(standingInReserve(), 6u); // least of an area, and those in the basket
        QVERIFY(m_rig->sell().ok());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().cases().size(), std::size_t(0));
        QCOMPARE(m_centre->state().audit(), std::string());
    }

private:
    const Allotment& own() const { return *m_centre->state().allotmentOf(m_rig->device); }
    std::uint32_t standingInReserve() const
    {
        const Places& places = own().places;
        return places.standing.empty() ? 0 : places.standing.front().count;
    }
    void recall(const std::vector<std::string>& labels)
    {
        Places places;
        for (const std::string& label : labels)
            places.seats.push_back(m_centre->plan().seatByLabel(label).value());
        QVERIFY(m_centre->run(RecallPlaces{places}).ok());
    }
    OrderId sellReserve()
    {
        PARTERRE_REQUIRE(m_rig->addReserve(1).ok());
        return m_rig->sell().value().order.id;
    }
    template <typename Body>
    std::size_t count() const
    {
        return static_cast<std::size_t>(
            std::count_if(m_centre->log().begin(), m_centre->log().end(),
                          [](const LogEntry& entry) { return std::holds_alternative<Body>(entry.body); }));
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
    std::vector<std::string> m_reserve;
};

QTEST_GUILESS_MAIN(RecallTest)
#include "recall_test.moc"
