// The life of a case: what the customer wished for, offers taken, declined and run out, money back.
#include "tests/unit/domain/box_office.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

const CaseId one = idOf<CaseId>(1);

} // namespace

class CasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPartyOfFourMovesTogetherByItself()
    {
        LostSale box(Wish::Auto, {"Stalls/2/4", "Stalls/2/5", "Stalls/2/6", "Stalls/2/7"});
        QCOMPARE(box.phaseNo(1), CasePhase::Exchanged);
        const Order* order = box.orderNo(1);
        QVERIFY(order);
        for (std::size_t i = 1; i < 4; ++i)
            QCOMPARE(order->tickets[i].seat->value, order->tickets[0].seat->value + i);
        QCOMPARE(box.caseNo(1).refundMinor, 0);
        QCOMPARE(order->tender.paidMinor, 20'000);
        QCOMPARE(box.state().freeSeats(), 46U - 8U); // the alternates are free again
        QCOMPARE(box.state().audit(), std::string());
    }

    void theWishDecides_data()
    {
        QTest::addColumn<int>("wish");
        QTest::addColumn<QString>("left"); // what else is free
        QTest::addColumn<int>("phase");
        const auto row = [](const char* name, Wish wish, const char* left, CasePhase phase) {
            QTest::newRow(name) << static_cast<int>(wish) << left << static_cast<int>(phase);
        };
        row("auto, as good", Wish::Auto, "Stalls/1/1", CasePhase::Exchanged);
        row("auto, only cheaper", Wish::Auto, "Circle/1/1", CasePhase::RefundDue);
        row("auto, nothing", Wish::Auto, "", CasePhase::RefundDue);
        row("ask, as good", Wish::Ask, "Stalls/1/1", CasePhase::Offered);
        row("ask, only cheaper", Wish::Ask, "Circle/1/1", CasePhase::Offered);
        row("ask, nothing", Wish::Ask, "", CasePhase::RefundDue);
        row("refund, as good", Wish::Refund, "Stalls/1/1", CasePhase::RefundDue);
    }
    void theWishDecides()
    {
        QFETCH(int, wish);
        QFETCH(QString, left);
        QFETCH(int, phase);
        LostSale box(Wish::Refund, {"Stalls/3/1"});
        if (left.isEmpty())
            box.leaveOnly({});
        else
            box.leaveOnly({left.toStdString()});
        box.carryOut(box.provisional(west, box.places({"Stalls/3/1"}), 2, static_cast<Wish>(wish)));
        QCOMPARE(static_cast<int>(box.phaseNo(2)), phase);
        QCOMPARE(box.caseNo(2).refundMinor, phase == static_cast<int>(CasePhase::RefundDue) ? 5'000 : 0);
        QCOMPARE(box.settle(), 0);
        QCOMPARE(box.state().audit(), std::string());
    }

    void nothingIsDoneForWheelchairsWithoutAPerson_data()
    {
        QTest::addColumn<int>("wish");
        QTest::addColumn<int>("phase");
        QTest::newRow("auto") << static_cast<int>(Wish::Auto) << static_cast<int>(CasePhase::Open);
        QTest::newRow("ask") << static_cast<int>(Wish::Ask) << static_cast<int>(CasePhase::Open);
        QTest::newRow("refund") << static_cast<int>(Wish::Refund) << static_cast<int>(CasePhase::RefundDue);
    }
    void nothingIsDoneForWheelchairsWithoutAPerson()
    {
        QFETCH(int, wish);
        QFETCH(int, phase);
        const SeatPlanPtr plan = planFromText({"a>A", "a>A"});
        for (const char* seat : {"Main/1/1", "Main/1/2"}) { // the wheelchair's place, the companion's
            BoxOffice box(plan);
            const Places party = box.places({seat, "Main/1/3"});
            box.sellAway(party, 7);
            box.carryOut(box.provisional(east, party, 1, static_cast<Wish>(wish)));
            QCOMPARE(static_cast<int>(box.phaseNo(1)), phase);
        }
        BoxOffice box(plan);
        box.sellAway(box.places({"Main/1/1", "Main/1/2"}), 7);
        box.carryOut(box.provisional(east, box.places({"Main/1/1", "Main/1/2"}), 1, static_cast<Wish>(wish)));
        QCOMPARE(said(box.ask(MakeOffer{one, "ada"})), "1 entry"); // a person may
        QCOMPARE(box.labels(box.caseNo(1).offers[0]), (std::vector<std::string>{"Main/2/1", "Main/2/2"}));
        QCOMPARE(box.state().audit(), std::string());
    }

    void anOfferIsKeptAndTaken_data()
    {
        QTest::addColumn<int>("choice");
        for (int i = 0; i < 3; ++i)
            QTest::addRow("%d", i) << i;
    }
    void anOfferIsKeptAndTaken()
    {
        QFETCH(int, choice);
        LostSale box(Wish::Ask);
        const std::vector<Places> offers = box.caseNo(1).offers;
        QCOMPARE(offers.size(), std::size_t{3});
        QCOMPARE(box.state().freeSeats(), 46U - 8U);
        for (const Places& offer : offers)
            QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(3), bob, Channel::Fan, offer, {}})), "seat_taken");
        const AnswerOffer answer{one, static_cast<std::uint32_t>(choice), "ada"};
        QCOMPARE(said(box.ask(answer)), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::Exchanged);
        for (const SeatIndex seat : offers[static_cast<std::size_t>(choice)].seats)
            QVERIFY(box.isSoldTo(box.plan().label(seat), 1));
        QCOMPARE(box.state().freeSeats(), 46U - 4U);
        QCOMPARE(said(box.ask(answer)), "0 entries");
        QCOMPARE(said(box.ask(AnswerOffer{one, std::nullopt, "ada"})), "hold_gone");
        QCOMPARE(said(box.ask(RecordRefund{one, "ada"})), "order_gone"); // it cost the same
        QCOMPARE(box.state().audit(), std::string());
    }

    void cheaperSeatsGiveMoneyBack()
    {
        LostSale box(Wish::Refund, {"Stalls/3/1", "Stalls/3/2"});
        box.leaveOnly({"Circle/1/1", "Circle/1/2"});
        QCOMPARE(said(box.ask(MakeOffer{one, "ada"})), "1 entry");
        QCOMPARE(box.caseNo(1).refundMinor, 0); // nothing is due while the offer stands
        QCOMPARE(said(box.ask(AnswerOffer{one, 0, "ada"})), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::Exchanged);
        QCOMPARE(box.caseNo(1).refundMinor, 2'000);
        QCOMPARE(box.orderNo(1)->tender.paidMinor, 8'000);
        QCOMPARE(said(box.ask(RecordRefund{one, "ada"})), "1 entry");
        QCOMPARE(box.caseNo(1).refundMinor, 0);
        QCOMPARE(box.phaseNo(1), CasePhase::Exchanged);
        const auto twice = box.ask(RecordRefund{one, "bea"}); // and once only
        QCOMPARE(said(twice), "order_gone");
        QVERIFY(twice.error().detail.find("settled by ada") != std::string::npos);
        QCOMPARE(box.state().audit(), std::string());
    }

    void declined()
    {
        LostSale box(Wish::Ask);
        const AnswerOffer answer{one, std::nullopt, "ada"};
        QCOMPARE(said(box.ask(answer)), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::RefundDue);
        QCOMPARE(box.caseNo(1).refundMinor, 10'000);
        QCOMPARE(box.state().freeSeats(), 44U);
        QCOMPARE(said(box.ask(answer)), "0 entries");
        QCOMPARE(said(box.ask(RecordRefund{one, "ada"})), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::Refunded);
        QCOMPARE(box.caseNo(1).refundMinor, 10'000);
        for (const char* by : {"bea", "ada"}) { // another clerk, or the same at another counter: no second drawer opens
            const auto twice = box.ask(RecordRefund{one, by});
            QCOMPARE(said(twice), "order_gone");
            QVERIFY(twice.error().detail.find("given back already, by ada") != std::string::npos);
        }
        QCOMPARE(box.state().audit(), std::string());
    }

    void anOfferRunsOut_data()
    {
        QTest::addColumn<qint64>("beforeTheShow"); // minutes
        QTest::addColumn<qint64>("stands");        // minutes
        QTest::newRow("days before") << qint64{7 * 24 * 60} << qint64{24 * 60};
        QTest::newRow("settled before the show") << qint64{5 * 60} << qint64{5 * 60 - 30};
        QTest::newRow("at the last moment") << qint64{40} << qint64{15};
        QTest::newRow("during the show") << qint64{-10} << qint64{15};
    }
    void anOfferRunsOut()
    {
        QFETCH(qint64, beforeTheShow);
        QFETCH(qint64, stands);
        BoxOffice box;
        box.now = box.terms().startsAt - std::chrono::minutes(beforeTheShow);
        const Places seat = box.places({"Stalls/2/1"});
        box.sellAway(seat, 7);
        box.carryOut(box.provisional(east, seat, 1));
        QCOMPARE(box.caseNo(1).until, box.now + std::chrono::minutes(stands));
        QCOMPARE(box.state().nextDeadline().value(), box.caseNo(1).until);
        box.now = box.caseNo(1).until - Milliseconds(1);
        QCOMPARE(said(box.ask(SweepExpired{})), "0 entries");
        box.now = box.now + Milliseconds(1);
        QCOMPARE(said(box.ask(SweepExpired{})), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::RefundDue);
        QCOMPARE(box.caseNo(1).refundMinor, 5'000);
        QCOMPARE(box.state().freeSeats(), 45U);
        QVERIFY(!box.state().nextDeadline());
        QCOMPARE(said(box.ask(AnswerOffer{one, 0, "ada"})), "hold_gone");
        QCOMPARE(box.state().audit(), std::string());
    }

    void threeOffersAtMost()
    {
        LostSale box(Wish::Ask);
        QCOMPARE(box.caseNo(1).rounds, 1U);
        QCOMPARE(said(box.ask(MakeOffer{one, "ada"})), "0 entries"); // one stands
        for (const std::uint32_t round : {2U, 3U}) {
            box.must(AnswerOffer{one, std::nullopt, "ada"});
            QCOMPARE(said(box.ask(MakeOffer{one, "ada"})), "1 entry");
            QCOMPARE(box.caseNo(1).rounds, round);
        }
        box.must(AnswerOffer{one, std::nullopt, "ada"});
        QCOMPARE(said(box.ask(MakeOffer{one, "ada"})), "limit_exceeded");
        QCOMPARE(box.phaseNo(1), CasePhase::RefundDue);
    }

    void noOfferWithoutSeats()
    {
        LostSale box(Wish::Refund, {"Stalls/3/1"});
        box.leaveOnly({});
        QCOMPARE(said(box.ask(MakeOffer{one, "ada"})), "not_enough_seats");
        QCOMPARE(box.phaseNo(1), CasePhase::RefundDue);
    }
};

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
