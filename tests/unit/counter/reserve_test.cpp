// The offline reserve: asked for, gauged, stopped in time, given back; the drill; signing in off line; starting over.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class ReserveTest : public QObject
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

    // The program ended between the answer and the note that the reserve is ours.
    void aGrantIsKnownFromItsAnswer()
    {
        const std::vector<std::string> reserve = m_rig->reserve();
        QVERIFY(!reserve.empty());
        JournalBatch batch;
        batch.grants = m_rig->journal.load()->grants;
        for (GrantRecord& grant : batch.grants)
            grant.fence = {};
        QVERIFY(m_rig->journal.commit(batch).ok());
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->reserve() == reserve);
    }

    void theGaugeCountsWhatCanBeSoldOffLine()
    {
        const Allotment& own = *m_centre->state().allotmentOf(m_rig->device);
        const LineReport before = m_rig->counter->lineReport();
        QCOMPARE(before.reserveSeats, static_cast<std::uint32_t>(own.places.units()));
        QCOMPARE(before.reserve.size(), std::size_t(3));
        cutLine();
        QVERIFY(m_rig->addBest(2).ok());
        QVERIFY(m_rig->sell().ok());
        QVERIFY(m_rig->setStanding(1).ok());
        QVERIFY(m_rig->sell().ok());
        QCOMPARE(m_rig->counter->lineReport().reserveSeats, before.reserveSeats - 3);
        QCOMPARE(m_rig->counter->lineReport().unsentOps, 2u);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->counter->lineReport().reserveSeats, before.reserveSeats - 3);
    }

    void theDrillLooksLikeACutLine()
    {
        m_rig->counter->simulateLineDown(true);
        QCOMPARE(m_rig->counter->lineReport().state, LineState::Down);
        QVERIFY(m_centre->fanHolds({"Stalls/1/1"}));
        QVERIFY(m_rig->addBest(1).ok());
        QVERIFY(m_rig->sell().ok());
        m_time->runFor(std::chrono::minutes(1));
        QCOMPARE(m_rig->view("Stalls/1/1").mark, SeatMark::Free); // it hears of nothing
        QCOMPARE(m_rig->counter->lineReport().state, LineState::Down);
        QCOMPARE(m_centre->state().orders().size(), std::size_t(0));
        m_rig->counter->simulateLineDown(false);
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
        QCOMPARE(m_rig->differences(), std::string());
    }

    void aReserveIsGivenBackOnRequestAndNotAskedForAgain()
    {
        QVERIFY(m_centre->state().allotmentOf(m_rig->device));
        cutLine();
        QCOMPARE(m_rig->counter->returnReserve().error().code, ErrorCode::Offline);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->counter->returnReserve().ok());
        QVERIFY(m_rig->settle());
        QVERIFY(!m_centre->state().allotmentOf(m_rig->device));
        QCOMPARE(m_rig->counter->lineReport().reserveSeats, 0u);
        m_time->runFor(std::chrono::minutes(5));
        QVERIFY(!m_centre->state().allotmentOf(m_rig->device));
        QCOMPARE(m_rig->counter->returnReserve().error().code, ErrorCode::AllotmentGone);
        QCOMPARE(m_rig->differences(), std::string());
    }

    // Time stops the counter; only its Seal frees the seats.
    void anExpiredReserveIsSealedNotFreed()
    {
        cutLine();
        const std::vector<std::string> reserve = m_rig->reserve();
        QVERIFY(m_rig->addBest(1).ok());
        m_time->runFor(std::chrono::hours(25));
        QCOMPARE(m_rig->counter->lineReport().reserveSeats, 0u);
        QVERIFY(m_rig->counter->basket().empty());
        QCOMPARE(m_rig->notices.back().code, ErrorCode::AllotmentGone);
        QVERIFY(m_rig->addBest(1).ok());
        QVERIFY(m_rig->counter->basket().provisional); // not of the reserve any more
        m_rig->counter->clearBasket();
        QCOMPARE(m_centre->status(reserve[0]), SeatStatus::Allotted);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->counter->lineReport().reserveSeats > 0); // a new grant
        QCOMPARE(m_rig->differences(), std::string());
    }

    void aRebootShortensTheReserve()
    {
        const Milliseconds before = m_rig->counter->lineReport().reserveLeft;
        m_rig->crash();
        m_time->reboot();
        m_rig->bootId = "second boot";
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok());
        const Milliseconds lost = before - m_rig->counter->lineReport().reserveLeft;
        QVERIFY(lost >= std::chrono::seconds(120) && lost < std::chrono::seconds(140));
        QVERIFY(m_rig->addBest(1).ok());
        QVERIFY(m_rig->sell().ok());
    }

    void closingTheEventGivesTheReserveBack()
    {
        const std::vector<std::string> reserve = m_rig->reserve();
        m_rig->counter->closeEvent();
        m_time->runFor(std::chrono::seconds(2));
        QCOMPARE(m_centre->status(reserve[0]), SeatStatus::Free);
        QVERIFY(m_rig->open().ok());
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->counter->lineReport().reserveSeats > 0);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void closingOffLineKeepsIt()
    {
        const std::vector<std::string> reserve = m_rig->reserve();
        cutLine();
        m_rig->counter->closeEvent();
        QVERIFY(m_rig->open().ok());
        QCOMPARE(m_rig->reserve(), reserve);
        QVERIFY(m_rig->addBest(1).ok());
        QVERIFY(m_rig->sell().ok());
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
    }

    void aKnownClerkSignsInOffLine()
    {
        m_rig->crash();
        m_rig->link.cut = true;
        QVERIFY(m_rig->start().ok());
        QCOMPARE(m_rig->signIn("wrong").error().code, ErrorCode::Unauthenticated);
        QVERIFY(!m_rig->counter->signedIn());
        const Result<void> stranger =
            m_rig->wait<void>([this](auto done) { m_rig->counter->signIn("bob", "secret", done); });
        QCOMPARE(stranger.error().code, ErrorCode::Unauthenticated);
        QVERIFY(m_rig->signIn().ok());
        QCOMPARE(m_rig->counter->events().size(), std::size_t(1));
        QVERIFY(m_rig->counter->events().front().cached);
        QVERIFY(m_rig->open().ok());
        QVERIFY(m_rig->addBest(1).ok());
        QVERIFY(m_rig->sell().ok());
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
    }

    void theCacheIsDisposable()
    {
        QVERIFY(m_rig->addBest(1).ok());
        m_rig->crash();
        m_rig->cache.forget();
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->settle());
        m_rig->counter->clearBasket();
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
    }

    void aNewLogIsFetchedAnew()
    {
        m_centre->logId = idOf<LogId>(78);
        QVERIFY(m_centre->fanHolds({"Circle/2/8"}));
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->view("Circle/2/8").mark, SeatMark::Held);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void twoCountersAndAFanConverge()
    {
        CounterRig other(*m_time, *m_centre, 2);
        QVERIFY(other.begin().ok());
        KeyedRandom random(20261124, 5);
        for (int round = 0; round < 60; ++round) {
            CounterRig& rig = random.chance(1, 2) ? *m_rig : other;
            if (random.chance(1, 6))
                rig.link.cut = !rig.link.cut;
            if (random.chance(1, 5))
                rig.link.loseAnswers = 1;
            if (random.chance(1, 12)) {
                rig.crash();
                QVERIFY(rig.again().ok());
            }
            if (random.chance(1, 3))
                (void)m_centre->fanHolds(
                    {m_centre->plan().label(SeatIndex{static_cast<std::uint32_t>(random.below(46))})}, 1'000 + round);
            (void)rig.addBest(static_cast<std::uint32_t>(random.between(1, 2)));
            if (random.chance(1, 2))
                (void)rig.setStanding(static_cast<std::uint32_t>(random.below(3)));
            if (random.chance(2, 3))
                (void)rig.sell();
        }
        for (CounterRig* rig : {m_rig.get(), &other}) {
            rig->link.cut = false;
            rig->link.loseAnswers = 0;
        }
        QVERIFY(m_rig->settle());
        QVERIFY(other.settle());
        for (CounterRig* rig : {m_rig.get(), &other})
            rig->counter->clearBasket();
        QVERIFY(m_rig->settle());
        QVERIFY(other.settle());
        QCOMPARE(m_centre->state().audit(), std::string());
        QCOMPARE(m_rig->differences(), std::string());
        QCOMPARE(other.differences(), std::string());
        QVERIFY(m_centre->state().orders().size() > 5);
        QCOMPARE(m_centre->state().cases().size(), std::size_t(0));
    }

private:
    void cutLine()
    {
        m_rig->link.cut = true;
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().state == LineState::Down; }));
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(ReserveTest)
#include "reserve_test.moc"
