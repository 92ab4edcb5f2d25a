// The line breaks at the worst moment, answers are lost, the program is killed: nobody loses a seat, nothing happens
// twice.
#include "tests/support/counter_rig.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class FaultsTest : public QObject
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

    // The hold arrives, its answer does not: the clerk is told, and the late hold frees itself.
    void lineDownInTheMiddleOfAHold()
    {
        m_rig->link.loseAnswers = 1;
        std::optional<Result<void>> answer;
        m_rig->counter->addSeats(m_rig->seats({"Stalls/1/1"}), [&](Result<void> result) { answer = result; });
        m_time->runFor(Milliseconds(7)); // the question has arrived, nothing has come back
        m_rig->link.cut = true;
        QVERIFY(m_time->runUntil([&] { return answer.has_value(); }, Milliseconds(3'000)));
        QVERIFY(!answer->ok());
        QVERIFY(answer->error().code == ErrorCode::Offline || answer->error().code == ErrorCode::Timeout);
        QVERIFY(m_rig->counter->basket().empty());
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Held);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Free);
        QCOMPARE(m_rig->differences(), std::string());
    }

    // The ticket was lost with the power, and is void when somebody looks for it: no new paper, and no question.
    void noPaperInTheTrayAndNothingToReplace()
    {
        QVERIFY(m_rig->addReserve(1).ok());
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        QVERIFY(m_rig->counter->recordPrintIntent(sale->order.id).ok());
        m_rig->crash();
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->counter->questions().size(), std::size_t(1));
        QVERIFY(m_rig->voidOrder(sale->order.id).ok());
        QVERIFY(m_rig->counter->answerPrint(sale->order.id, false).ok());
        QVERIFY(m_rig->counter->questions().empty());
    }

    // Killed between asking the centre to sell and its answer: the order is an order, the basket does not come back to
    // be sold a second time, and the clerk hears what became of it.
    void killedInTheMiddleOfASaleAtTheCentre()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->counter->sell({TenderMethod::Cash, 100'000, {}, {}}, [](Result<SaleDone>) {});
        m_time->runFor(Milliseconds(1)); // journalled, on its way
        m_rig->crash();
        m_rig->notices.clear();
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->counter->basket().empty());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Sold);
        QCOMPARE(m_centre->state().orders().size(), std::size_t(1));
        QCOMPARE(m_rig->counter->orders().size(), std::size_t(1));
        QCOMPARE(m_rig->counter->orders().front().sync, OrderSync::Confirmed);
        const bool told = std::any_of(m_rig->notices.begin(), m_rig->notices.end(), [](const Error& notice) {
            return notice.detail.find("was sold after all") != std::string::npos;
        });
        QVERIFY(told);
        const bool sentAway = std::any_of(m_rig->notices.begin(), m_rig->notices.end(),
                                          [](const Error& notice) { return notice.code == ErrorCode::HoldGone; });
        QVERIFY(!sentAway);
        QCOMPARE(m_rig->differences(), std::string());
    }

    // A copy of the journal sells too. As soon as the centre says that there are two, the one it does not believe sells
    // nothing more, and never gives back what the other may have sold from (I19).
    void aCopyThatIsFoundOutSellsNothing()
    {
        m_rig->crash();
        CounterRig copy(*m_time, *m_centre);
        copy.journal = m_rig->journal;
        copy.cache = m_rig->cache;
        copy.random = KeyedBytes(2);
        std::string inReserve;
        for (CounterRig* rig : {m_rig.get(), &copy}) {
            rig->link.cut = true;
            QVERIFY(rig->again().ok());
            inReserve = rig->reserve().back();
            const std::string own = rig->reserve().front();
            QVERIFY(rig->add({own}).ok());
            QVERIFY(rig->sell().ok());
        }
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        copy.link.cut = false;
        const auto isTold = [&copy] {
            return std::any_of(copy.notices.begin(), copy.notices.end(),
                               [](const Error& notice) { return notice.code == ErrorCode::OpFork; });
        };
        QVERIFY(m_time->runUntil(isTold));
        QVERIFY(copy.reserve().empty());
        QVERIFY(
            std::none_of(copy.painted.begin(), copy.painted.end(), [](const SeatView& seat) { return seat.reserve; }));
        const Result<void> ofReserve = copy.add({inReserve});
        const Result<void> atTheCentre = copy.add({"Stalls/1/1"});
        QVERIFY(!ofReserve.ok() && ofReserve.error().code == ErrorCode::OpFork);
        QVERIFY(!atTheCentre.ok() && atTheCentre.error().code == ErrorCode::OpFork);
        const std::uint32_t unsent = copy.counter->lineReport().unsentOps;
        m_time->runFor(std::chrono::hours(25)); // the reserve is over, and still nothing is sealed by the copy
        copy.counter->closeEvent();
        QCOMPARE(copy.counter->lineReport().unsentOps, unsent);
    }

    // The hold never arrives; somebody else is faster; the refusal is final and blocks nothing.
    void holdThatNeverArrives()
    {
        m_rig->link.cut = true;
        const Result<void> answer = m_rig->add({"Stalls/1/1"}); // asked before the counter knew
        QVERIFY(!answer.ok());
        QVERIFY(m_centre->fanHolds({"Stalls/1/1"}));
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->view("Stalls/1/1").mark, SeatMark::Held);
        QCOMPARE(m_rig->differences(), std::string());
    }

    void lineDownInTheMiddleOfASale()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->link.loseAnswers = 1;
        std::optional<Result<SaleDone>> answer;
        m_rig->counter->sell({TenderMethod::Cash, 10'000, {}, {}}, [&](Result<SaleDone> result) { answer = result; });
        m_time->runFor(Milliseconds(7)); // the question has arrived, nothing has come back
        m_rig->link.cut = true;
        QVERIFY(m_time->runUntil([&] { return answer.has_value(); }, Milliseconds(4'000)));
        QVERIFY(!answer->ok());
        QCOMPARE(answer->error().code, ErrorCode::Timeout);
        const OrderSummary order = m_rig->counter->orders().front();
        QCOMPARE(order.sync, OrderSync::Awaiting);
        QVERIFY(!m_rig->counter->ticketCodes(order.order.id).ok()); // hand nothing over
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(order.order.id), OrderSync::Confirmed);
        QCOMPARE(m_rig->notices.size(), std::size_t(1));
        QVERIFY(m_rig->counter->ticketCodes(order.order.id).ok());
        QCOMPARE(m_rig->differences(), std::string());
    }

    // I5: once the log knows a sale the clerk has given up waiting for, its paper still waits for the answer: a centre
    // that a restore has made forget the sale must hear what was told.
    void paperWaitsUntilTheAnswerIsKept()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->link.loseAnswers = 1'000;
        std::optional<Result<SaleDone>> answer;
        m_rig->counter->sell({TenderMethod::Cash, 10'000, {}, {}}, [&](Result<SaleDone> result) { answer = result; });
        m_time->runFor(Milliseconds(7));
        m_rig->link.cut = true;
        QVERIFY(m_time->runUntil([&] { return answer.has_value(); }, Milliseconds(4'000)));
        m_rig->link.cut = false;
        const OrderId order = m_rig->counter->orders().front().order.id;
        const auto isSeen = [&] { return m_rig->view("Stalls/1/1").mark == SeatMark::Sold; };
        QVERIFY(m_time->runUntil(isSeen, std::chrono::minutes(10))); // the log tells, the push does not
        QCOMPARE(m_rig->syncOf(order), OrderSync::Awaiting);
        QVERIFY(!m_rig->counter->ticketCodes(order).ok());
        m_rig->link.loseAnswers = 0;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->syncOf(order), OrderSync::Confirmed);
        QVERIFY(m_rig->counter->ticketCodes(order).ok());
    }

    // The answer to the push is lost but the log tells: sold is sold.
    void theLogAnswersWhenThePushDoesNot()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->link.loseAnswers = 1;
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(sale.ok());
        QCOMPARE(sale->sync, OrderSync::Confirmed);
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
    }

    void repeatedDeliveryTakesEffectOnce()
    {
        for (int sale = 0; sale < 3; ++sale) {
            m_rig->link.loseAnswers = 2;
            QVERIFY(addReserve(1).ok());
            QVERIFY(m_rig->sell().ok());
            QVERIFY(m_rig->settle());
        }
        QVERIFY(m_centre->replays >= 6);
        QCOMPARE(m_centre->state().orders().size(), std::size_t(3));
        QCOMPARE(m_rig->differences(), std::string());
    }

    void seatLostToSomebodyFasterIsNamed()
    {
        QVERIFY(m_centre->fanHolds({"Stalls/1/2"}));
        const Result<void> refused = m_rig->add({"Stalls/1/1", "Stalls/1/2"}); // the screen does not show it yet
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::SeatTaken);
        QCOMPARE(refused.error().detail, std::string("Stalls/1/2"));
        QVERIFY(m_rig->counter->basket().empty());
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->status("Stalls/1/1"), SeatStatus::Free);
    }

    void bestSeatsSearchAgainWhenSomebodyWasFaster()
    {
        QVERIFY(m_rig->addBest(2).ok());
        const std::vector<std::string> first = m_rig->labels();
        m_rig->counter->clearBasket();
        QVERIFY(m_rig->settle());
        QVERIFY(m_centre->fanHolds({first[0]}));
        QVERIFY(m_rig->addBest(2).ok());
        QCOMPARE(m_rig->labels().size(), std::size_t(2));
        QVERIFY(m_rig->labels() != first);
    }

    void aReservationAndAVoidFreeWhatTheyShould()
    {
        QVERIFY(m_rig->add({"Circle/1/1"}).ok());
        const Result<void> reserved = m_rig->wait<void>(
            [this](auto done) { m_rig->counter->reserve("Ms Moon", sampleNow + std::chrono::hours(24), done); });
        QVERIFY2(reserved.ok(), reserved ? "" : reserved.error().detail.c_str());
        QCOMPARE(m_rig->view("Circle/1/1").mark, SeatMark::Reserved);
        QVERIFY(m_rig->add({"Circle/1/2"}).ok());
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(m_rig->voidOrder(sale->order.id).ok());
        QCOMPARE(m_centre->status("Circle/1/2"), SeatStatus::Free);
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->differences(), std::string());
    }

    void ownUnsyncedSaleIsVoidedOffLine()
    {
        cutLine();
        QVERIFY(addReserve(1).ok());
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(m_rig->voidOrder(sale->order.id).ok());
        QVERIFY(m_rig->counter->orders().front().order.tickets.front().voided);
        m_rig->link.cut = false;
        QVERIFY(m_rig->settle());
        QCOMPARE(m_centre->state().orders().begin()->second.tickets.front().voided, true);
        QCOMPARE(m_rig->differences(), std::string());
    }

    // Killed at each commit of a day's work: afterwards both sides agree and no seat has two owners.
    void killedAtEveryCommit()
    {
        int kill = 1;
        for (bool reached = true; reached; ++kill) {
            cleanup();
            init();
            m_rig->journal.failAt = m_rig->journal.commits + kill;
            const bool offLine = kill % 2 == 0;
            dayOfWork(offLine);
            reached = m_rig->journal.commits >= m_rig->journal.failAt;
            m_rig->crash();
            m_rig->link.cut = false;
            m_rig->journal.failAt = 0;
            const Result<void> again = m_rig->again();
            QVERIFY2(again.ok(), again ? "" : again.error().detail.c_str());
            QVERIFY2(m_rig->settle(), qPrintable(QString::number(kill)));
            m_rig->counter->clearBasket();
            QVERIFY(m_rig->settle());
            const std::string differences = m_rig->differences();
            QVERIFY2(differences.empty(), (std::to_string(kill) + ": " + differences).c_str());
            QVERIFY(m_centre->state().audit().empty());
            QCOMPARE(m_centre->state().cases().size(), std::size_t(0));
            for (const auto& [order, sold] : m_soldHere) // whoever got a ticket has the seat
                QVERIFY2(m_centre->state().order(order) != nullptr, qPrintable(QString::number(kill)));
        }
        QVERIFY(kill > 10); // there were that many commits
    }

    void aCrashReturnsTheBasket()
    {
        QVERIFY(addReserve(2).ok());
        const std::vector<std::string> local = m_rig->labels();
        m_rig->crash();
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->labels(), local);
        QVERIFY(m_rig->counter->basket().local);
        m_rig->counter->clearBasket();
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->crash();
        QVERIFY(m_rig->again().ok());
        QCOMPARE(m_rig->labels(), std::vector<std::string>{"Stalls/1/1"});
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->counter->basket().expiresAt.has_value());
        QVERIFY(m_rig->sell().ok());
    }

    void aHoldThatEndedWhileTheProgramWasDownIsTold()
    {
        QVERIFY(m_rig->add({"Stalls/1/1"}).ok());
        m_rig->crash();
        m_time->runFor(std::chrono::minutes(10));
        QVERIFY(m_centre->run(SweepExpired{}).ok());
        QVERIFY(m_rig->again().ok());
        QVERIFY(m_rig->settle());
        QVERIFY(m_rig->counter->basket().empty());
        QCOMPARE(m_rig->notices.back().code, ErrorCode::HoldGone);
    }

    void aFullDiskStopsSelling()
    {
        QVERIFY(addReserve(1).ok());
        m_rig->journal.failAt = m_rig->journal.commits + 1;
        const Result<SaleDone> sale = m_rig->sell();
        QVERIFY(!sale.ok());
        QCOMPARE(sale.error().code, ErrorCode::Storage);
        QCOMPARE(m_rig->sell().error().code, ErrorCode::Storage); // never the same fsync twice
        QCOMPARE(m_centre->state().orders().size(), std::size_t(0));
    }

private:
    void cutLine()
    {
        m_rig->link.cut = true;
        QVERIFY(m_time->runUntil([this] { return m_rig->counter->lineReport().state == LineState::Down; }));
    }
    Result<void> addReserve(std::size_t count)
    {
        std::vector<SeatIndex> seats;
        for (const std::string& label : m_rig->reserve())
            if (seats.size() < count)
                seats.push_back(m_centre->plan().seatByLabel(label).value());
        return m_rig->wait<void>([&](auto done) { m_rig->counter->addSeats(seats, done); });
    }
    void sellAndRemember()
    {
        if (const Result<SaleDone> sale = m_rig->sell(); sale)
            m_soldHere.emplace(sale->order.id, true);
    }
    void dayOfWork(bool offLine)
    {
        m_soldHere.clear();
        (void)addReserve(1);
        sellAndRemember();
        (void)m_rig->add({"Stalls/1/1", "Stalls/1/2"});
        sellAndRemember();
        if (offLine)
            m_rig->link.cut = true;
        (void)m_rig->add({"Stalls/1/3"});
        (void)m_rig->remove({"Stalls/1/3"});
        (void)addReserve(2);
        sellAndRemember();
        (void)addReserve(1);
        (void)m_rig->add({"Circle/1/1"});
        sellAndRemember();
    }

    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<FakeCentre> m_centre;
    std::unique_ptr<CounterRig> m_rig;
    std::map<OrderId, bool> m_soldHere;
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
