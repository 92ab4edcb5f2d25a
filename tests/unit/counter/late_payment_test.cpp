// Cards whose answer comes too late: the seats wait for it while they can, and a card that was charged for nothing gets
// its money back.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class LatePaymentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        m_rig->hasTerminal = true;
        m_rig->terminal.onCharge = FakeTerminal::Kind::Unknown;
        const Result<void> begun = m_rig->begin();
        QVERIFY2(begun.ok(), begun ? "" : begun.error().detail.c_str());
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void chargedForSeatsThatAreGone()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::PaymentPending);
        m_time->runFor(std::chrono::minutes(10));
        QVERIFY(m_centre->run(SweepExpired{}).ok()); // the hold has ended
        QVERIFY(m_centre->fanBuys({"Stalls/1/1"}));
        QVERIFY(m_rig->settle());
        const PaymentRef ref = m_rig->counter->questions().front().ref;
        const Money amount = m_rig->counter->questions().front().amount;
        QCOMPARE(m_rig->counter->answerMoneyBack(ref).error().code, ErrorCode::NotFound); // not known yet
        QVERIFY(!answer(true).ok());
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->wasTold("was paid by card and could not be sold"));
        QVERIFY(m_rig->again().ok()); // it is on disk
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
        const OpenQuestion question = m_rig->counter->questions().front();
        QCOMPARE(question.kind, OpenQuestion::Kind::MoneyBack);
        QVERIFY(question.ref == ref && question.amount == amount);
        QVERIFY(m_rig->counter->answerMoneyBack(ref).ok());
        QVERIFY(m_rig->counter->questions().empty());
        QVERIFY(!m_rig->counter->answerMoneyBack(ref).ok());         // once
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1)); // the fan's
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
    }

    // The refusal was on disk, the question was not.
    void theProgramEndedBeforeItAskedForMoneyBack()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::PaymentPending);
        m_time->runFor(std::chrono::minutes(10));
        QVERIFY(m_centre->run(SweepExpired{}).ok());
        QVERIFY(m_centre->fanBuys({"Stalls/1/1"}));
        QVERIFY(m_rig->settle());
        m_rig->journal.failAt = m_rig->journal.commits + 3; // the sale, its outcome, the money back
        QVERIFY(!answer(true).ok());
        m_rig->crash();
        m_rig->journal.failAt = 0;
        const auto journal = m_rig->journal.load();
        QVERIFY(journal->payments.front().state == PaymentState::Taken);
        QVERIFY(journal->outcomes.back().outcome.kind == OutcomeKind::Refused);
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
        QCOMPARE(m_rig->counter->questions().front().kind, OpenQuestion::Kind::MoneyBack);
        QVERIFY(m_rig->wasTold("was paid by card and could not be sold"));
    }

    // I4: what a card may have paid for is not given back, however late the answer is.
    void anOpenPaymentKeepsTheReserve()
    {
        const std::vector<std::string> reserve = m_rig->reserve();
        QVERIFY(m_rig->addReserve(1).ok());
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::PaymentPending);
        QCOMPARE(m_rig->counter->returnReserve().error().code, ErrorCode::PaymentPending);
        m_rig->cutLine();
        m_time->runFor(std::chrono::hours(25));
        QCOMPARE(seals(), 0);
        m_rig->link.cut = false;
        m_time->runFor(std::chrono::minutes(5));
        QCOMPARE(seals(), 0);
        QCOMPARE(m_centre->status(reserve[0]), SeatStatus::Allotted);
        const Result<SaleDone> sale = answer(true);
        QVERIFY(sale.ok());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->status(reserve[0]), SeatStatus::Sold);
        QCOMPARE(m_rig->syncOf(sale->order.id), OrderSync::Confirmed);
        QCOMPARE(seals(), 1); // now the rest can go
        QCOMPARE(m_centre->state().cases().size(), std::size_t(0));
        QCOMPARE(m_rig->differences(), std::string());
    }

    // I17: it is not sold under an authority that has ended, so its paper says so.
    void afterTheReserveItIsAPromise()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        const Result<SaleDone> asked =
            m_rig->sellTo({"Ms Moon", "moon@example.org", {}}, Wish::Ask, TenderMethod::Card);
        QCOMPARE(asked.error().code, ErrorCode::PaymentPending);
        m_rig->cutLine();
        m_time->runFor(std::chrono::hours(25));
        const Result<SaleDone> sale = answer(true);
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Provisional);
        QCOMPARE(sale->ticketCodes.front().substr(0, 3), std::string("Q1."));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(sale->order.id), OrderSync::Confirmed);
    }

    void notChargedAfterAllTheReserveIsSealed()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::PaymentPending);
        m_rig->cutLine();
        m_time->runFor(std::chrono::hours(25));
        QCOMPARE(answer(false).error().code, ErrorCode::PaymentDeclined);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(seals(), 1);
        QCOMPARE(m_centre->state().orders().size(), std::size_t(0));
        QVERIFY(m_rig->counter->lineReport().reserveSeats > 0); // a new one
        QCOMPARE(m_rig->differences(), std::string());
    }

    // A recall takes what is spare; what is being paid for is not.
    void aRecallLeavesWhatIsBeingPaid()
    {
        const std::vector<std::string> reserve = m_rig->reserve();
        QVERIFY(m_rig->addReserve(1).ok());
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::PaymentPending);
        Places all;
        for (const std::string& label : reserve)
            all.seats.push_back(m_centre->plan().seatByLabel(label).value());
        QVERIFY(m_centre->run(RecallPlaces{all}).ok());
        m_time->runFor(std::chrono::seconds(2));
        QCOMPARE(m_centre->status(reserve[0]), SeatStatus::Allotted);
        QCOMPARE(m_centre->status(reserve[1]), SeatStatus::Free);
        QCOMPARE(answer(true)->sync, OrderSync::Pending);
    }

private:
    Result<SaleDone> answer(bool charged)
    {
        const PaymentRef ref = m_rig->counter->questions().front().ref;
        return m_rig->wait<SaleDone>([&](auto done) { m_rig->counter->answerPayment(ref, charged, done); });
    }
    int seals()
    {
        int count = 0;
        const auto journal = m_rig->journal.load();
        for (const JournalledOp& op : journal->ops)
            count += std::holds_alternative<SealAllotment>(decodeOp(op.sealed.bytes)->command) ? 1 : 0;
        return count;
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
};

QTEST_GUILESS_MAIN(LatePaymentTest)
#include "late_payment_test.moc"
