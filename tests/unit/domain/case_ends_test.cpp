// How cases end: a supervisor's grant, the door, money back; what is closed stays closed, and people sign.
#include "tests/unit/domain/box_office.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

const CaseId one = idOf<CaseId>(1);

} // namespace

class CaseEndsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void granted_data()
    {
        QTest::addColumn<QString>("seat"); // what has the seat of the paper by then
        QTest::addColumn<QString>("answer");
        QTest::newRow("free") << "free"
                              << "1 entry";
        QTest::newRow("house hold") << "house hold"
                                    << "2 entries";
        QTest::newRow("kill") << "kill"
                              << "seat_taken";
        QTest::newRow("held") << "held"
                              << "seat_taken";
        QTest::newRow("held, run out") << "held, run out"
                                       << "2 entries";
        QTest::newRow("sold") << "sold"
                              << "seat_taken";
        QTest::newRow("allotted") << "allotted"
                                  << "seat_taken";
        QTest::newRow("offered to itself") << "offered to itself"
                                           << "1 entry";
    }
    void granted()
    {
        QFETCH(QString, seat);
        QFETCH(QString, answer);
        LostSale box(Wish::Refund, {"Stalls/2/1"});
        if (seat != QStringLiteral("sold"))
            box.must(VoidTickets{idOf<OrderId>(7), {}, "ill", "ada"});
        if (seat == QStringLiteral("house hold") || seat == QStringLiteral("kill"))
            box.must(BlockSeats{box.seats.seats, seat == QStringLiteral("kill"), "press"});
        if (seat.startsWith(QStringLiteral("held")))
            box.must(PlaceHold{idOf<HoldId>(3), bob, Channel::Fan, box.seats, {}});
        if (seat.endsWith(QStringLiteral("run out")))
            box.now = box.now + std::chrono::hours(1);
        if (seat == QStringLiteral("allotted"))
            box.grant(west, box.seats);
        if (seat == QStringLiteral("offered to itself")) {
            box.must(MakeOffer{one, "ada"});
            QCOMPARE(box.caseNo(1).offers[0], box.seats); // the nearest seat is the very same
        }
        const GrantCase grant{one, "ada", "regular guest"};
        QCOMPARE(said(box.ask(grant)), answer.toUtf8().constData());
        const bool given = answer.endsWith(QStringLiteral("entry")) || answer.endsWith(QStringLiteral("entries"));
        QCOMPARE(box.phaseNo(1), given ? CasePhase::Granted : CasePhase::RefundDue);
        QCOMPARE(box.isSoldTo("Stalls/2/1", 1), given);
        QCOMPARE(box.caseNo(1).refundMinor, given ? 0 : 5'000);
        if (given) // with the paper the customer has
            QCOMPARE(box.orderNo(1)->tickets, box.caseNo(1).order.tickets);
        QCOMPARE(said(box.ask(grant)), given ? "0 entries" : "seat_taken");
        QCOMPARE(box.state().audit(), std::string());
    }

    void standingUnitsAreGranted()
    {
        BoxOffice box;
        const Places units{{}, {{StandingIndex{0}, 2}}};
        box.sellAway(box.places({}, {{StandingIndex{0}, 49}}), 7);
        box.carryOut(box.provisional(east, units, 1, Wish::Refund));
        QCOMPARE(said(box.ask(GrantCase{one, "ada", "guest"})), "not_enough_seats");
        box.must(VoidTickets{idOf<OrderId>(7), {box.orderNo(7)->tickets[0].serial}, "ill", "ada"});
        QCOMPARE(said(box.ask(GrantCase{one, "ada", "guest"})), "1 entry");
        QCOMPARE(box.state().standing(StandingIndex{0}).free(), 0U);
        QCOMPARE(box.state().audit(), std::string());
    }

    void settledAtTheDoor()
    {
        LostSale box(Wish::Ask);
        QCOMPARE(said(box.ask(SettleAtDoor{one, false, "ada", "comes at eight"})), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::AtDoor);
        QCOMPARE(box.state().freeSeats(), 44U); // no seats are kept meanwhile
        QCOMPARE(box.caseNo(1).note, std::string("comes at eight"));
        QCOMPARE(said(box.ask(SettleAtDoor{one, false, "ada", "comes at eight"})), "0 entries");
        QCOMPARE(said(box.ask(SettleAtDoor{one, true, "ada", "given a chair"})), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::Closed);
        QCOMPARE(box.caseNo(1).refundMinor, 0);
        QCOMPARE(said(box.ask(SettleAtDoor{one, false, "ada", ""})), "order_gone");
        QCOMPARE(box.state().audit(), std::string());
    }

    void moneyDueIsDueNoMoreAtTheDoor()
    {
        LostSale box(Wish::Refund);
        QCOMPARE(box.caseNo(1).refundMinor, 10'000);
        box.must(SettleAtDoor{one, false, "ada", ""});
        QCOMPARE(box.caseNo(1).refundMinor, 0);
        QCOMPARE(said(box.ask(RecordRefund{one, "ada"})), "order_gone");
        box.must(SettleAtDoor{one, true, "ada", ""});
        QCOMPARE(box.caseNo(1).refundMinor, 0);
    }

    void closedCasesStayClosed_data()
    {
        QTest::addColumn<int>("phase");
        for (const CasePhase phase :
             {CasePhase::Won, CasePhase::Exchanged, CasePhase::Granted, CasePhase::Refunded, CasePhase::Closed})
            QTest::addRow("%d", static_cast<int>(phase)) << static_cast<int>(phase);
    }
    void closedCasesStayClosed()
    {
        QFETCH(int, phase);
        LostSale box(phase == static_cast<int>(CasePhase::Exchanged) ? Wish::Auto : Wish::Refund);
        if (phase == static_cast<int>(CasePhase::Won)) {
            box = LostSale(Wish::Refund, {"Stalls/3/1"});
            box.startPaying(ann, box.places({"Stalls/1/1"}), 8);
            box.carryOut(box.provisional(east, box.places({"Stalls/1/1"}), 2));
            box.decline(8);
        } else if (phase == static_cast<int>(CasePhase::Granted)) {
            box.must(VoidTickets{idOf<OrderId>(7), {}, "ill", "ada"});
            box.must(GrantCase{one, "ada", "guest"});
        } else if (phase == static_cast<int>(CasePhase::Refunded)) {
            box.must(RecordRefund{one, "ada"});
        } else if (phase == static_cast<int>(CasePhase::Closed)) {
            box.must(SettleAtDoor{one, true, "ada", ""});
        }
        const CaseId id = idOf<CaseId>(phase == static_cast<int>(CasePhase::Won) ? 2 : 1);
        const Case before = *box.state().caseOf(id);
        QCOMPARE(static_cast<int>(before.phase), phase);
        for (const Command& command : std::initializer_list<Command>{
                 MakeOffer{id, "ada"}, AnswerOffer{id, 0, "ada"}, AnswerOffer{id, std::nullopt, "ada"},
                 GrantCase{id, "ada", "guest"}, RecordRefund{id, "ada"}, SettleAtDoor{id, false, "ada", ""},
                 SettleAtDoor{id, true, "ada", ""}}) {
            const auto answer = box.ask(command);
            QVERIFY(!answer || answer->empty());
        }
        QCOMPARE(*box.state().caseOf(id), before);
    }

    void stepsAreSigned()
    {
        LostSale box(Wish::Ask);
        for (const std::string& by : {std::string(), std::string(1'001, 'x')}) {
            QCOMPARE(said(box.ask(MakeOffer{one, by})), "malformed");
            QCOMPARE(said(box.ask(AnswerOffer{one, 0, by})), "malformed");
            QCOMPARE(said(box.ask(GrantCase{one, by, "guest"})), "malformed");
            QCOMPARE(said(box.ask(GrantCase{one, "ada", by})), "malformed"); // the reason
            QCOMPARE(said(box.ask(RecordRefund{one, by})), "malformed");
            QCOMPARE(said(box.ask(SettleAtDoor{one, true, by, ""})), "malformed");
        }
        QCOMPARE(said(box.ask(AnswerOffer{one, 3, "ada"})), "malformed"); // there are three
        QCOMPARE(said(box.ask(MakeOffer{idOf<CaseId>(99), "ada"})), "not_found");
        QCOMPARE(box.phaseNo(1), CasePhase::Offered);
    }

    void aContestIsNobodysBusinessYet()
    {
        BoxOffice box;
        box.startPaying(ann, box.places({"Stalls/2/1"}), 7);
        box.carryOut(box.provisional(east, box.places({"Stalls/2/1"}), 1));
        QCOMPARE(said(box.ask(MakeOffer{one, "ada"})), "limit_exceeded");
        QCOMPARE(said(box.ask(AnswerOffer{one, 0, "ada"})), "hold_gone");
        QCOMPARE(said(box.ask(GrantCase{one, "ada", "guest"})), "order_gone");
        QCOMPARE(said(box.ask(RecordRefund{one, "ada"})), "order_gone");
        QCOMPARE(said(box.ask(SettleAtDoor{one, true, "ada", ""})), "order_gone");
    }

    void aSaleToldTwiceIsOneCase()
    {
        LostSale box(Wish::Auto);
        const SellProvisional sale = box.provisional(east, box.seats, 1, Wish::Auto);
        QCOMPARE(said(box.ask(sale)), "0 entries"); // moved to other seats since
        SellProvisional other = sale;
        other.order.tickets[0].serial = idOf<TicketSerial>(99);
        QCOMPARE(said(box.ask(other)), "malformed");
        QCOMPARE(said(box.run(StartPayment{idOf<HoldId>(3), bob, idOf<OrderId>(1)})), "hold_gone");
        box.must(PlaceHold{idOf<HoldId>(3), bob, Channel::Fan, box.places({"Circle/1/1"}), {}});
        QCOMPARE(said(box.run(StartPayment{idOf<HoldId>(3), bob, idOf<OrderId>(1)})), "malformed");
    }

    void moneyBackForTheWholePartyOrNone()
    {
        LostSale box(Wish::Ask);
        const TicketSerial first = box.caseNo(1).order.tickets[0].serial;
        const TicketSerial second = box.caseNo(1).order.tickets[1].serial;
        QCOMPARE(said(box.ask(VoidTickets{idOf<OrderId>(1), {first}, "ill", "ada"})), "malformed");
        QCOMPARE(said(box.ask(VoidTickets{idOf<OrderId>(1), {second, first}, "ill", "ada"})), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::Refunded);
        QCOMPARE(box.caseNo(1).refundMinor, 10'000);
        QCOMPARE(said(box.ask(VoidTickets{idOf<OrderId>(1), {}, "ill", "ada"})), "0 entries");
        QCOMPARE(box.state().freeSeats(), 44U);
        QCOMPARE(box.state().audit(), std::string());
    }

    void aProvisionalSaleHasAWayToReachTheCustomer()
    {
        BoxOffice box;
        SellProvisional sale = box.provisional(east, box.places({"Stalls/1/1"}), 1);
        sale.order.buyer = {"Ada", "", ""};
        QCOMPARE(said(box.ask(sale)), "malformed");
        sale.order.buyer.phone = "040 1234";
        QCOMPARE(said(box.ask(sale)), "1 entry");
        QVERIFY(std::get<OrderPlaced>(box.log().back().body).provisional);
        // What a restore lost was no provisional sale: nobody asked for a telephone number.
        sale = box.provisional(east, box.places({"Stalls/1/2"}), 2);
        sale.provisional = false;
        sale.order.buyer = {};
        QCOMPARE(said(box.ask(sale)), "1 entry");
        QVERIFY(std::get<OrderPlaced>(box.log().back().body).late);
        QVERIFY(!std::get<OrderPlaced>(box.log().back().body).provisional);
    }
};

QTEST_GUILESS_MAIN(CaseEndsTest)
#include "case_ends_test.moc"
