// Cards: the intent is on disk before the terminal is asked, and whatever happens in between, a card that was charged
// is an order or gets its money back.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class PaymentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_time = std::make_unique<VirtualTime>(sampleNow);
        m_centre = std::make_unique<FakeCentre>(*m_time);
        m_rig = std::make_unique<CounterRig>(*m_time, *m_centre);
        m_rig->hasTerminal = true;
        const Result<void> begun = m_rig->begin();
        QVERIFY2(begun.ok(), begun ? "" : begun.error().detail.c_str());
        m_own = m_rig->reserve().front();
    }
    void cleanup()
    {
        m_rig.reset();
        m_centre.reset();
        m_time.reset();
    }

    void approvedIsSold()
    {
        QVERIFY(m_rig->addReserve(2).ok());
        const Money total = m_rig->counter->basket().total;
        const Result<SaleDone> sale = m_rig->sellByCard();
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Pending);
        QCOMPARE(sale->change.minor, 0);
        QCOMPARE(m_rig->terminal.charged.size(), std::size_t(1));
        QVERIFY(m_rig->terminal.charged.front().second == total);
        QVERIFY(m_rig->settle());
        const Order* order = m_centre->state().order(sale->order.id);
        QVERIFY(order != nullptr);
        QCOMPARE(order->tender.method, TenderMethod::Card);
        QCOMPARE(order->tender.reference, std::string("T-1"));
        QVERIFY(m_rig->counter->questions().empty());
    }

    void approvedAtTheCentreIsSold()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        const Result<SaleDone> sale = m_rig->sellByCard();
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Confirmed);
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Sold);
        QCOMPARE(m_centre->state().order(sale->order.id)->tender.reference, std::string("T-1"));
    }

    // Design 02: before the terminal is called, the intent is on stable storage.
    void theIntentIsOnDiskFirst()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        std::vector<PaymentRecord> onDisk;
        m_rig->terminal.whenCharged = [&](PaymentRef) { onDisk = m_rig->journal.load()->payments; };
        QVERIFY(m_rig->sellByCard().ok());
        QCOMPARE(onDisk.size(), std::size_t(1));
        QVERIFY(onDisk.front().state == PaymentState::Open);
        QVERIFY(onDisk.front().ref == m_rig->terminal.charged.front().first);
        QVERIFY(onDisk.front().amount == m_rig->terminal.charged.front().second);
        QVERIFY(m_rig->journal.load()->payments.front().state == PaymentState::Taken);
    }

    void withoutADiskNothingIsCharged()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        m_rig->journal.failAt = m_rig->journal.commits + 1;
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::Storage);
        QVERIFY(m_rig->terminal.charged.empty());
    }

    void declinedKeepsTheBasket()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        m_rig->terminal.onCharge = FakeTerminal::Kind::Declined;
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::PaymentDeclined);
        QCOMPARE(m_rig->labels(), std::vector<std::string>{m_own});
        QVERIFY(m_rig->counter->questions().empty());
        QCOMPARE(m_rig->counter->orders().size(), std::size_t(0));
        QVERIFY(m_rig->sell().ok()); // in cash then
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
    }

    void unknownIsAQuestionThatKeepsItsSeats()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        m_rig->terminal.onCharge = FakeTerminal::Kind::Unknown;
        QCOMPARE(m_rig->sellByCard().error().code, ErrorCode::PaymentPending);
        QVERIFY(m_rig->counter->basket().empty()); // the next customer can be served
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
        QVERIFY(!m_rig->view(m_own).sellable);
        const OpenQuestion question = m_rig->counter->questions().front();
        QCOMPARE(question.kind, OpenQuestion::Kind::Payment);
        const Result<SaleDone> sale = answer(question.ref, true);
        QVERIFY(sale.ok());
        QCOMPARE(sale->order.id, question.order.id);
        QCOMPARE(answer(question.ref, true).error().code, ErrorCode::NotFound); // once
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
        QCOMPARE(m_rig->differences(), std::string());
    }

    void killedWhileTheTerminalWasAskedAndCharged()
    {
        for (const bool atTheCentre : {false, true}) {
            cleanup();
            init();
            killWhileCharging(atTheCentre);
            const std::string seat = atTheCentre ? "Stalls/1/1" : m_own;
            QVERIFY(m_rig->again().ok());
            QVERIFY(m_rig->settle());
            QCOMPARE(m_rig->terminal.queried.size(), std::size_t(1)); // it does not know either
            QVERIFY(m_rig->counter->basket().empty());
            QVERIFY(!m_rig->view(seat).sellable);
            QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
            QVERIFY(answer(m_rig->counter->questions().front().ref, true).ok());
            QVERIFY(m_rig->settle());
            QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
            QCOMPARE(m_centre->status(seat), SeatStatus::Sold);
            QVERIFY(m_rig->again().ok());
            QVERIFY(m_rig->settle());
            QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
            QVERIFY(m_rig->counter->questions().empty());
        }
    }

    void killedWhileTheTerminalWasAskedAndNotCharged()
    {
        for (const bool atTheCentre : {false, true}) {
            cleanup();
            init();
            killWhileCharging(atTheCentre);
            QVERIFY(m_rig->again().ok());
            QVERIFY(m_rig->settle());
            QCOMPARE(answer(m_rig->counter->questions().front().ref, false).error().code, ErrorCode::PaymentDeclined);
            QVERIFY(m_rig->counter->questions().empty());
            QVERIFY(m_rig->settle());
            QVERIFY(m_rig->view(atTheCentre ? "Stalls/1/1" : m_own).sellable);
            QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Free);
            QCOMPARE(m_centre->state().orders().size(), std::size_t(0));
            QCOMPARE(m_rig->differences(), std::string());
        }
    }

    void theTerminalMayKnowAfterARestart()
    {
        killWhileCharging(false);
        m_rig->terminal.onQuery = FakeTerminal::Kind::Approved;
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->questions().empty(); }));
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->wasTold("The card was charged after all"));
        QVERIFY(m_rig->counter->questions().empty());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
        QCOMPARE(m_centre->state().orders().begin()->second.tender.reference, std::string("T-2"));
    }

    // I19: a journal that is behind may have sold for this card before; a person looks first.
    void aSuspectSellsForNoCard()
    {
        killWhileCharging(false);
        m_rig->guard.marks.back().opN += 1; // its journal is behind
        m_rig->terminal.onQuery = FakeTerminal::Kind::Approved;
        m_rig->link.cut = true;
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->counter->suspect());
        m_time->runFor(std::chrono::seconds(10)); // the terminal has said yes
        QCOMPARE(m_rig->counter->orders().size(), std::size_t(0));
        const PaymentRef ref = m_rig->counter->questions().front().ref;
        const Result<SaleDone> byHand = answer(ref, true);
        QCOMPARE(byHand.error().code, ErrorCode::PaymentPending);
        QVERIFY(byHand.error().detail.find("until this counter is enrolled anew") != std::string::npos);
        QCOMPARE(m_rig->counter->orders().size(), std::size_t(0));
        m_rig->link.cut = false;
        QVERIFY(m_rig->wait<void>([&](auto done) { m_rig->counter->enrol({}, "code", {}, done); }).ok());
        m_time->runFor(std::chrono::seconds(10));
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->counter->questions().empty());
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1)); // the terminal was asked again
    }

private:
    void killWhileCharging(bool atTheCentre)
    {
        QVERIFY(atTheCentre ? m_rig->add({"Stalls/1/1"}).ok() : m_rig->addReserve(1).ok());
        m_rig->terminal.silent = true;
        m_rig->counter->sell({TenderMethod::Card, 0, {}, {}}, [](Result<SaleDone>) { QFAIL("nobody knows"); });
        m_time->runFor(Milliseconds(500));
        QCOMPARE(m_rig->terminal.charged.size(), std::size_t(1));
        m_rig->crash();
    }
    Result<SaleDone> answer(PaymentRef ref, bool charged)
    {
        return m_rig->wait<SaleDone>([&](auto done) { m_rig->counter->answerPayment(ref, charged, done); });
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
    std::string m_own; // the first seat of the reserve
};

QTEST_GUILESS_MAIN(PaymentTest)
#include "payment_test.moc"
