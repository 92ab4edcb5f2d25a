// A journal that is not what this counter last wrote: found out by the guard or by the centre, never sealed (I19), and
// mended by a new enrolment.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class SuspectTest : public QObject
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

    void anHonestRestartIsNotSuspect()
    {
        m_rig->cutLine();
        sellReserve();
        QVERIFY(m_rig->again().ok());
        QVERIFY(!m_rig->counter->suspect());
        QVERIFY(!m_rig->reserve().empty());
        sellReserve();
    }

    void behindItsGuardItIsSuspectFromTheStart()
    {
        rollBackASale();
        m_rig->link.cut = true;
        QVERIFY(m_rig->start().ok());
        QVERIFY(m_rig->counter->suspect()->find("the journal ends at operation") != std::string::npos);
        QVERIFY(m_rig->signIn().ok());
        QVERIFY(m_rig->open().ok());
        QCOMPARE(m_rig->counter->lineReport().halt, Halt::Suspect);
        QCOMPARE(m_rig->counter->lineReport().reserveSeats, 0u);
        QVERIFY(m_rig->reserve().empty());
        QVERIFY(!m_rig->counter->maySellProvisionally().ok());
        QVERIFY(!m_rig->add({"Stalls/1/1"}).ok());
    }

    // Its seats may be on paper it knows nothing of: neither time nor a person at this counter gives them back.
    void neverSealed()
    {
        const std::vector<std::string> reserve = m_rig->reserve();
        rollBackASale();
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok());
        m_time->runFor(std::chrono::hours(25));
        QVERIFY(!m_rig->counter->returnReserve().ok());
        m_rig->counter->closeEvent();
        QVERIFY(m_rig->open().ok());
        m_rig->link.cut = false;
        m_time->runFor(std::chrono::minutes(5));
        QVERIFY(!m_rig->counter->returnReserve().ok());
        m_rig->counter->closeEvent();
        m_time->runFor(std::chrono::minutes(5));
        const auto journal = m_rig->journal.load();
        for (const JournalledOp& op : journal->ops)
            QVERIFY(!std::holds_alternative<SealAllotment>(decodeOp(op.sealed.bytes)->command));
        for (const std::string& label : reserve)
            QCOMPARE(m_centre->status(label), SeatStatus::Allotted);
        QCOMPARE(m_centre->state().allotmentOf(m_rig->device)->phase, AllotmentPhase::Limbo);
        QVERIFY(m_centre->state().isTainted(m_rig->device)); // it has said so itself
    }

    // The guard's disk is gone as well: the centre knows more ops of this counter than its journal.
    void withoutAGuardTheCentreFindsOut()
    {
        const MemoryJournal before = m_rig->journal;
        sellReserve();
        QVERIFY(m_rig->settle());
        m_rig->crash();
        m_rig->journal = before;
        m_rig->guard.marks.clear();
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->suspect().has_value(); }, std::chrono::seconds(5)));
        QVERIFY(m_rig->counter->suspect()->find("the centre has ") != std::string::npos);
        QVERIFY(m_rig->reserve().empty());
        QVERIFY(m_rig->wasTold("This counter is not to be trusted"));
        m_rig->link.cut = true;
        QVERIFY(m_rig->start().ok());
        QVERIFY(m_rig->counter->suspect()); // not forgotten with the program
    }

    void aRevokedKeyMakesSuspect()
    {
        m_rig->link.revoked = true;
        sellReserve();
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->suspect().has_value(); }, std::chrono::seconds(5)));
        QVERIFY(m_rig->counter->suspect()->find("revoked") != std::string::npos);
        QCOMPARE(m_rig->counter->lineReport().reserveSeats, 0u);
        QVERIFY(m_rig->reserve().empty());
        m_time->runFor(std::chrono::minutes(10));
        QCOMPARE(m_centre->state().orders().size(), std::size_t(0));
        QVERIFY(m_rig->counter->lineReport().unsentOps >= 1); // kept for the next installation
    }

    // What was sold and never told goes up under the new installation, once.
    void enrolledAnewItTellsWhatItNeverTold()
    {
        std::vector<OrderId> orders;
        m_rig->cutLine();
        orders.push_back(sellReserve());
        orders.push_back(sellReserve());
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        const Result<SaleDone> promised = m_rig->sellTo({"Ms Moon", "moon@example.org", {}});
        QVERIFY(promised.ok());
        orders.push_back(promised->order.id);
        revoke();
        const Bytes32 seed = m_rig->journal.load()->identity->seed;
        QVERIFY(enrol("code").ok());
        QVERIFY(!m_rig->counter->suspect());
        QCOMPARE(m_rig->journal.load()->identity->installGen, 2u);
        QVERIFY(m_rig->journal.load()->identity->seed == seed); // its tickets are still to be read
        QCOMPARE(m_rig->link.enrolledAs.back(), std::string("Till 1"));
        QVERIFY(m_rig->settle());
        for (const OrderId order : orders) {
            QVERIFY(m_centre->state().order(order) != nullptr);
            QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        }
        QCOMPARE(m_centre->state().orders().size(), orders.size());
        QCOMPARE(m_centre->state().cases().size(), std::size_t(0));
        QCOMPARE(m_centre->state().audit(), std::string());
        QVERIFY(m_rig->again().ok()); // and not again with the next start
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), orders.size());
        QCOMPARE(m_rig->counter->lineReport().halt, Halt::None);
    }

    // What this counter told before is not told twice, and what it voided stays void.
    void whatWasToldIsNotToldAnew()
    {
        const OrderId told = sellReserve();
        QVERIFY(m_rig->settle());
        m_rig->cutLine();
        const OrderId voided = sellReserve();
        QVERIFY(m_rig->voidOrder(voided).ok());
        revoke();
        QVERIFY(enrol("code").ok());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(2));
        QVERIFY(!m_centre->state().order(told)->tickets.front().voided);
        QVERIFY(m_centre->state().order(voided)->tickets.front().voided);
        QCOMPARE(m_rig->counter->lineReport().reserveSeats, 0u); // of the old reserve nothing is known any more
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        QCOMPARE(m_rig->sell()->sync, OrderSync::Confirmed);
    }

    // It had greeted under its old name, and was not heard.
    void enrolledAnewItGreetsARestoredCentre()
    {
        const FakeCentre::Backup backup = m_centre->backup();
        const OrderId reserved = sellReserve();
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        const OrderId atTheCentre = m_rig->sell().value().order.id;
        QVERIFY(m_rig->settle());
        m_centre->restore(backup, {m_rig->device});
        QVERIFY(m_time->runUntil([this] { return m_rig->journal.load()->logs.back().greeted.has_value(); }));
        m_rig->link.revoked = true; // before the Hello arrives
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->suspect().has_value(); }));
        QVERIFY(m_centre->state().awaited().contains(m_rig->device));
        QVERIFY(enrol("code").ok());
        QVERIFY(m_rig->settle());
        QVERIFY(m_centre->state().awaited().empty());
        QVERIFY(!m_centre->state().frozen());
        // Both had been answered before the restore. They are sold all the same, and not twice with the next start.
        for (int start = 0; start < 2; ++start) {
            QCOMPARE(m_centre->state().orders().size(), std::size_t(2));
            QVERIFY(m_centre->state().order(reserved) && m_centre->state().order(atTheCentre));
            QCOMPARE(m_rig->syncOf(atTheCentre), OrderSync::Confirmed);
            QVERIFY(m_rig->again().ok());
            QVERIFY(m_rig->settle());
        }
    }

    // The restore is noticed only by the new installation: answers that counted when it was enrolled count no more.
    void aRestoreBringsBackWhatEarlierInstallationsTold()
    {
        const FakeCentre::Backup backup = m_centre->backup();
        const OrderId order = sellReserve();
        QVERIFY(m_rig->settle());
        m_rig->cutLine();
        sellReserve();
        revoke();
        QVERIFY(enrol("code").ok());
        QVERIFY(m_rig->settle());
        m_centre->restore(backup, {m_rig->device});
        QVERIFY(m_rig->settle());
        QVERIFY(m_centre->state().order(order) != nullptr);
        QVERIFY(m_centre->state().awaited().empty());
        QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
    }

    // Approved, sold at the centre, and the counter is another installation before the answer: the card paid for
    // nothing.
    void aCardThatPaidForNothingGetsItsMoneyBack()
    {
        m_rig->hasTerminal = true;
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->link.revoked = true;
        QVERIFY(!m_rig->sellByCard().ok());
        QVERIFY(m_rig->counter->suspect());
        QVERIFY(enrol("code").ok());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
        const OpenQuestion question = m_rig->counter->questions().front();
        QCOMPARE(question.kind, OpenQuestion::Kind::MoneyBack);
        QCOMPARE(m_centre->state().orders().size(), std::size_t(0));
        QVERIFY(m_rig->counter->answerMoneyBack(question.ref).ok());
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->counter->questions().empty());
    }

    // Restored from a backup of before this counter was enrolled, and later from one of its first installation.
    void noNumberIsGivenTwice()
    {
        for (const std::uint32_t known : {0u, 1u}) {
            m_rig->link.installGen = known;
            m_rig->cutLine();
            const OrderId order = sellAnything();
            revoke();
            const std::uint32_t before = m_rig->journal.load()->identity->installGen;
            QVERIFY(enrol("code").ok());
            QCOMPARE(m_rig->journal.load()->identity->installGen, before + 1);
            QVERIFY(m_rig->settle());
            QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        }
    }

    void aWrongCodeChangesNothing()
    {
        m_rig->cutLine();
        sellReserve();
        revoke();
        const JournalContents before = m_rig->journal.load().value();
        const std::string why = *m_rig->counter->suspect();
        QCOMPARE(enrol("used before").error().code, ErrorCode::Forbidden);
        QVERIFY(m_rig->journal.load().value() == before);
        QCOMPARE(*m_rig->counter->suspect(), why);
        QVERIFY(m_rig->reserve().empty());
        m_rig->link.cut = true;
        QVERIFY(!enrol("code").ok());
        QVERIFY(m_rig->counter->suspect());
    }

    void onlyASuspectIsEnrolledAnew()
    {
        QCOMPARE(enrol("code").error().code, ErrorCode::Forbidden);
        QCOMPARE(m_rig->link.installGen, 1u);
        sellReserve();
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
    }

private:
    OrderId sellReserve()
    {
        PARTERRE_REQUIRE(m_rig->addReserve(1).ok());
        return m_rig->sell().value().order.id;
    }
    // Also without a reserve.
    OrderId sellAnything()
    {
        if (!m_rig->reserve().empty())
            return sellReserve();
        PARTERRE_REQUIRE(m_rig->add({"Stalls/1/1"}).ok());
        return m_rig->sellTo({"Ms Moon", "moon@example.org", {}}).value().order.id;
    }
    // A sale off line, and then the journal of before it is put in place.
    void rollBackASale()
    {
        const MemoryJournal before = m_rig->journal;
        m_rig->cutLine();
        sellReserve();
        m_rig->crash();
        m_rig->journal = before;
        m_rig->notices.clear();
    }
    void revoke()
    {
        m_rig->link.revoked = true;
        m_rig->link.cut = false;
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->suspect().has_value(); }));
    }
    Result<void> enrol(std::string code)
    {
        return m_rig->wait<void>([&](auto done) { m_rig->counter->enrol({}, code, {}, done); });
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(SuspectTest)
#include "suspect_test.moc"
