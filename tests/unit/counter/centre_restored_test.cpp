// The centre is restored from a backup: the counter gives back, says hello, and sends again what was lost; what anybody
// was told is done stays done.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class CentreRestoredTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        m_other = std::make_unique<CounterRig>(*m_time, *m_centre, 2);
        QVERIFY(m_rig->begin().ok());
        QVERIFY(m_other->begin().ok());
        m_sold.clear();
        m_backup = m_centre->backup();
    }
    void cleanup()
    {
        m_other.reset();
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void everythingToldIsSoldAgain()
    {
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        sellReserve(*m_rig);
        sellReserve(*m_other);
        QVERIFY(m_rig->settle() && m_other->settle());
        restore();
        QCOMPARE(m_centre->state().orders().size(), std::size_t(0)); // the backup is from before
        QVERIFY(m_rig->settle() && m_other->settle());
        checkAllSold();
        QVERIFY(m_rig->wasTold("The centre was restored from a backup"));
        QVERIFY(!m_rig->wasTold("was sold after all")); // it was all along
    }

    // Until the last counter that is waited for has reported, nobody sells.
    void allStandStillUntilTheLastHasReported()
    {
        m_other->cutLine();
        sellReserve(*m_other); // nobody has been told of it at the centre
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        restore();
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->counter->lineReport().halt, Halt::Restored);
        QCOMPARE(m_centre->state().awaited(), std::set<DeviceId>{m_other->device}); // our Hello has arrived
        QVERIFY(m_rig->reserve().empty());
        QVERIFY(!m_rig->add({"Stalls/1/9"}).ok());
        QVERIFY(m_rig->counter->basket().empty());
        QCOMPARE(m_rig->syncOf(m_sold.back().order), OrderSync::Confirmed); // told before, true again
        sellReserve(*m_other);                                              // it does not know, and need not
        m_other->link.cut = false;
        QVERIFY(m_other->settle() && m_rig->settle());
        QVERIFY(m_centre->state().awaited().empty());
        QCOMPARE(m_rig->counter->lineReport().halt, Halt::None);
        checkAllSold();
        QVERIFY(m_rig->counter->lineReport().reserveSeats > 0); // a new grant, of the new log
        sellAtTheCentre(*m_rig, "Stalls/1/9");
        sellReserve(*m_rig);
        QVERIFY(m_rig->settle());
        checkAllSold();
    }

    // The seat was told as sold here, and after the restore a fan would like to have it too.
    void whatWasToldIsNotSoldToAnybodyElse()
    {
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        m_rig->cutLine();
        restore();
        QVERIFY(!m_centre->fanHolds({"Stalls/1/1"}));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle() && m_other->settle());
        QVERIFY(!m_centre->fanHolds({"Stalls/1/1"}));
        checkAllSold();
    }

    // The answer to a push comes from the restored centre, after the counter has followed it there and before it has
    // asked how much was kept.
    void aPushThatWasOnItsWay()
    {
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        QVERIFY(m_rig->settle());
        m_backup = m_centre->backup();
        QVERIFY(m_rig->addReserve(1).ok());
        m_rig->link.latency = Milliseconds(700); // the push takes long, the rest does not
        remember(*m_rig, m_rig->sell());
        m_rig->link.latency = Milliseconds(5);
        const int pushes = m_rig->link.pushes;
        restore();
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().halt == Halt::Restored; },
                                 Milliseconds(300)));
        QCOMPARE(m_rig->link.pushes, pushes); // still on its way
        QVERIFY(m_rig->settle() && m_other->settle());
        checkAllSold();
    }

    // The answer comes from the centre as it was, after the counter has followed the restored one; then the line is bad
    // for a while, and somebody practises with the line down.
    void aLateAnswerOfTheLogBefore()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        m_rig->link.pushAnswers = Milliseconds(2'000);
        remember(*m_rig, m_rig->sell());
        m_rig->link.pushAnswers = {};
        m_time->runFor(Milliseconds(5)); // it has arrived
        const Instant answered = m_time->now() + Milliseconds(2'005);
        restore();
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().halt == Halt::Restored; },
                                 Milliseconds(300)));
        QVERIFY(m_rig->counter->lineReport().unsentOps > 0); // it waits for the answer
        m_time->runFor(answered - m_time->now() + Milliseconds(2)); // something is asked because of it, perhaps
        m_rig->link.cut = true;
        m_rig->counter->simulateLineDown(true);
        m_time->runFor(std::chrono::seconds(30));
        m_rig->link.cut = false;
        m_rig->counter->simulateLineDown(false);
        QVERIFY(m_rig->settle() && m_other->settle());
        checkAllSold();
    }

    // Promised off line, confirmed when the line was back. The first restore must leave it open: the backup gives the
    // seat to the other counter, which has yet to report. The second comes before it has.
    void whatWasConfirmedIsToldToTheSecondRestoreToo()
    {
        const std::string seat = m_other->reserve().front();
        QVERIFY(m_other->counter->returnReserve().ok());
        QVERIFY(m_other->settle() && m_rig->settle());
        m_rig->cutLine();
        QVERIFY(m_rig->add({seat}).ok());
        remember(*m_rig, m_rig->sellTo({"Ms Moon", "moon@example.org", {}}));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(m_sold.back().order), OrderSync::Confirmed);
        m_other->cutLine();
        restore();
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(m_sold.back().order), OrderSync::Contested);
        const std::vector<JournalledOutcome> outcomes = m_rig->journal.load()->outcomes;
        QVERIFY(std::none_of(outcomes.begin(), outcomes.end(), [](const JournalledOutcome& journalled) {
            return journalled.outcome.kind == OutcomeKind::Contested;
        }));
        restore(2);
        m_other->link.cut = false;
        QVERIFY(m_rig->settle() && m_other->settle());
        checkAllSold();
    }

    // The same, and the restore has lost ops before it: the centre answers that it misses some.
    void aPushBehindAGap()
    {
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        QVERIFY(m_rig->addReserve(1).ok());
        m_rig->link.latency = Milliseconds(700);
        remember(*m_rig, m_rig->sell());
        m_rig->link.latency = Milliseconds(5);
        restore();
        QVERIFY(m_rig->settle() && m_other->settle());
        checkAllSold();
    }

    void aRestartInTheMiddleChangesNothing()
    {
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        sellReserve(*m_rig);
        QVERIFY(m_rig->settle());
        restore();
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().halt == Halt::Restored; }));
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->settle() && m_other->settle());
        checkAllSold();
        const auto hellos = std::count_if(m_centre->log().begin(), m_centre->log().end(), [](const LogEntry& entry) {
            return std::holds_alternative<DeviceReported>(entry.body);
        });
        QCOMPARE(hellos, 2);
    }

    void restoredTwice()
    {
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        restore();
        QVERIFY(m_rig->settle() && m_other->settle());
        sellReserve(*m_rig);
        QVERIFY(m_rig->settle());
        restore(2);
        QVERIFY(m_rig->settle() && m_other->settle());
        checkAllSold();
    }

    // A log that is only shorter than it was: somebody has put old files in place and said nothing.
    void aCentreThatHasLostItsHistoryStopsTheCounter()
    {
        sellAtTheCentre(*m_rig, "Stalls/1/1");
        QVERIFY(m_rig->settle());
        m_centre->loseHistory(m_backup);
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().halt == Halt::LostHistory; }));
        QVERIFY(m_rig->reserve().empty());
        QVERIFY(!m_rig->add({"Stalls/1/1"}).ok());
        QVERIFY(!m_rig->add({"Stalls/1/9"}).ok());
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->counter->lineReport().halt, Halt::LostHistory); // not forgotten with the program
        QVERIFY(!m_rig->counter->maySellProvisionally().ok());
        m_rig->link.cut = false;
        restore(); // what they should have done
        QVERIFY(m_rig->settle() && m_other->settle());
        QCOMPARE(m_rig->counter->lineReport().halt, Halt::None);
        checkAllSold();
    }

    // Another counter has seen more than the centre: the log says so to all who follow it.
    void whatAnotherCounterShowsTheCentreStopsThisOne()
    {
        QVERIFY(m_centre->run(RaiseAlarm{AlarmKind::LostHistory, {}, "Till 2 has seen the log up to 40"}).ok());
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().halt == Halt::LostHistory; }));
        QVERIFY(m_rig->reserve().empty());
        QVERIFY(m_centre->run(SettleAlarm{m_centre->state().alarms().begin()->first, "ada", "restored"}).ok());
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().halt == Halt::None; }));
        QVERIFY(!m_rig->reserve().empty()); // nothing of it was in limbo
    }

private:
    struct Sold
    {
        CounterRig* by = nullptr;
        OrderId order;
        std::vector<Ticket> tickets;
    };

    void restore(std::uint32_t logGen = 1) { m_centre->restore(m_backup, {m_rig->device, m_other->device}, logGen); }
    void remember(CounterRig& rig, const Result<SaleDone>& sale)
    {
        QVERIFY2(sale.ok(), sale ? "" : sale.error().detail.c_str());
        m_sold.push_back({&rig, sale->order.id, sale->order.tickets});
    }
    void sellAtTheCentre(CounterRig& rig, std::string_view label)
    {
        QVERIFY(rig.add({label}).ok());
        const Result<SaleDone> sale = rig.sell();
        remember(rig, sale);
        QCOMPARE(sale->sync, OrderSync::Confirmed);
    }
    void sellReserve(CounterRig& rig)
    {
        QVERIFY(rig.addReserve(1).ok());
        remember(rig, rig.sell());
    }
    // Each order once, with the seats on its paper, and both sides agree.
    void checkAllSold()
    {
        QCOMPARE(m_centre->state().orders().size(), m_sold.size());
        for (const auto& [id, of] : m_centre->state().cases())
            QCOMPARE(of.phase, CasePhase::Won); // it waited until all had spoken, and has its seats
        QVERIFY(m_centre->state().alarms().empty());
        QCOMPARE(m_centre->state().audit(), std::string());
        for (const Sold& sold : m_sold) {
            const Order* order = m_centre->state().order(sold.order);
            QVERIFY(order != nullptr);
            QCOMPARE(order->tickets, sold.tickets);
            QCOMPARE(sold.by->syncOf(sold.order), OrderSync::Confirmed);
        }
        for (const CounterRig* rig : {m_rig.get(), m_other.get()})
            QCOMPARE(rig->differences(), std::string());
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
    std::unique_ptr<CounterRig> m_other;
    FakeCentre::Backup m_backup{sampleState(), {}, {}, {}};
    std::vector<Sold> m_sold;
};

QTEST_GUILESS_MAIN(CentreRestoredTest)
#include "centre_restored_test.moc"
