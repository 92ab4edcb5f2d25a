// Contests: paper that waits for a payment in flight. The money decides; after it the paper that came first.
#include "tests/unit/domain/box_office.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

// Ann pays for one seat (hold and order 7) and two counters have sold it off line: papers 1 and 2.
struct Contested : BoxOffice
{
    const Places seat = places({"Stalls/2/1"});

    Contested()
    {
        startPaying(ann, seat, 7);
        PARTERRE_REQUIRE(verdictOf(ask(provisional(east, seat, 1, Wish::Refund))) == "contest");
        now = now + Milliseconds(1);
        PARTERRE_REQUIRE(verdictOf(ask(provisional(west, seat, 2, Wish::Refund))) == "contest");
    }
};

} // namespace

class ContestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePaymentWins()
    {
        Contested box;
        QCOMPARE(said(box.capture(ann, box.seat, 7)), "1 entry");
        QVERIFY(box.isSoldTo("Stalls/2/1", 7));
        QCOMPARE(box.phaseNo(1), CasePhase::RefundDue);
        QCOMPARE(box.phaseNo(2), CasePhase::RefundDue);
        QCOMPARE(box.caseNo(1).refundMinor, 5'000);
        QCOMPARE(box.caseNo(1).lost, box.seat);
        QCOMPARE(box.state().audit(), std::string());
    }

    void theFirstPaperWinsWhenThePaymentFails_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"declined", "cap reached", "cap reached, seen by a later paper"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void theFirstPaperWinsWhenThePaymentFails()
    {
        QFETCH(QString, how);
        Contested box;
        if (how == QStringLiteral("declined")) {
            QCOMPARE(said(box.decline(7)), "1 entry");
        } else {
            box.now = box.state().hold(idOf<HoldId>(7))->payingUntil;
            if (how == QStringLiteral("cap reached"))
                QCOMPARE(said(box.ask(SweepExpired{})), "1 entry");
            else // nobody jumps the queue, however late the sweep is
                QCOMPARE(verdictOf(box.ask(box.provisional(idOf<DeviceId>(3), box.seat, 3, Wish::Refund))), "contest");
        }
        QVERIFY(box.isSoldTo("Stalls/2/1", 1));
        QCOMPARE(box.phaseNo(1), CasePhase::Won);
        QCOMPARE(box.phaseNo(2), CasePhase::RefundDue);
        QVERIFY(!box.state().hold(idOf<HoldId>(7)));
        QCOMPARE(box.state().audit(), std::string());
        // The money came too late: the fan is refused, and refunded by whoever asked.
        QCOMPARE(said(box.capture(ann, box.seat, 7)), "seat_taken");
    }

    void beforeTheCapNothingHappens()
    {
        Contested box;
        box.now = box.state().hold(idOf<HoldId>(7))->payingUntil - Milliseconds(1);
        QCOMPARE(box.settle(), 0);
        QCOMPARE(said(box.ask(SweepExpired{})), "0 entries");
        QCOMPARE(box.phaseNo(1), CasePhase::Contest);
        box.now = box.now + Milliseconds(1);
        QCOMPARE(box.settle() > 0, true);
        QCOMPARE(box.phaseNo(1), CasePhase::Won);
    }

    // A decline leaves the fan a hold, but never on a seat that somebody has paid for.
    void noNewPaymentOnAContestedSeat()
    {
        Contested box;
        box.must(FailPayment{idOf<HoldId>(7), idOf<OrderId>(7)}); // before the rules have gone on
        QCOMPARE(said(box.run(StartPayment{idOf<HoldId>(7), ann, idOf<OrderId>(9)})), "seat_taken");
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(9), bob, Channel::Fan, box.seat, {}})), "seat_taken");
        QCOMPARE(said(box.run(
                     ReservePlaces{idOf<ReservationId>(9), bob, {}, box.seat, "Bob", box.now + std::chrono::hours(1)})),
                 "seat_taken");
        QCOMPARE(said(box.run(SellHold{idOf<HoldId>(9), bob, box.orderOf(box.seat, 9)})), "seat_taken"); // late capture
        box.settle();
        QVERIFY(box.isSoldTo("Stalls/2/1", 1));
    }

    void theOrderOfTheLogIsTheOrderOfTheQueue()
    {
        BoxOffice box;
        const Places seat = box.places({"Stalls/2/1"});
        box.startPaying(ann, seat, 7);
        for (const std::uint64_t paper : {5, 3, 4}) // the smaller ids come later
            box.carryOut(box.provisional(east, seat, paper, Wish::Refund));
        box.decline(7);
        QCOMPARE(box.phaseNo(5), CasePhase::Won);
        QCOMPARE(box.phaseNo(3), CasePhase::RefundDue);
        QCOMPARE(box.phaseNo(4), CasePhase::RefundDue);
    }

    // A party of three: one seat free, two being paid by two fans.
    void aPartyWaitsForAllItsSeats_data()
    {
        QTest::addColumn<bool>("firstCaptured");
        QTest::addColumn<bool>("secondCaptured");
        QTest::newRow("both fail") << false << false;
        QTest::newRow("first captured") << true << false;
        QTest::newRow("second captured") << false << true;
    }
    void aPartyWaitsForAllItsSeats()
    {
        QFETCH(bool, firstCaptured);
        QFETCH(bool, secondCaptured);
        BoxOffice box;
        const Places party = box.places({"Stalls/2/1", "Stalls/2/2", "Stalls/2/3"});
        const Places first = box.places({"Stalls/2/2"});
        const Places second = box.places({"Stalls/2/3"});
        box.startPaying(ann, first, 7);
        box.startPaying(bob, second, 8);
        QCOMPARE(verdictOf(box.ask(box.provisional(east, party, 1, Wish::Refund))), "contest");
        QCOMPARE(box.labels(box.caseNo(1).kept), (std::vector<std::string>{"Stalls/2/1"}));
        QCOMPARE(box.statusOf("Stalls/2/1"), SeatStatus::Kept);

        QVERIFY(firstCaptured ? box.capture(ann, first, 7).ok() : !box.decline(7).empty());
        QCOMPARE(box.phaseNo(1), firstCaptured ? CasePhase::RefundDue : CasePhase::Contest);
        if (!firstCaptured) {
            QCOMPARE(box.labels(box.caseNo(1).kept), (std::vector<std::string>{"Stalls/2/1", "Stalls/2/2"}));
            QCOMPARE(box.caseNo(1).lost, second);
        }
        QVERIFY(secondCaptured ? box.capture(bob, second, 8).ok() : !box.decline(8).empty());
        const bool won = !firstCaptured && !secondCaptured;
        QCOMPARE(box.phaseNo(1), won ? CasePhase::Won : CasePhase::RefundDue);
        QCOMPARE(box.statusOf("Stalls/2/1"), won ? SeatStatus::Sold : SeatStatus::Free); // all or nothing (I21)
        QCOMPARE(box.orderNo(1) != nullptr, won);
        QCOMPARE(box.state().audit(), std::string());
    }

    // What a contest keeps goes to the next in the queue when it is lost.
    void keptSeatsGoToTheNextInTheQueue()
    {
        BoxOffice box;
        const Places paid = box.places({"Stalls/2/1"});
        const Places kept = box.places({"Stalls/2/2"});
        box.startPaying(ann, paid, 7);
        box.carryOut(box.provisional(east, box.places({"Stalls/2/1", "Stalls/2/2"}), 1, Wish::Refund));
        QCOMPARE(verdictOf(box.ask(box.provisional(west, kept, 2, Wish::Refund))), "contest");
        QCOMPARE(box.phaseNo(2), CasePhase::Contest);
        QVERIFY(box.capture(ann, paid, 7).ok());
        QCOMPARE(box.phaseNo(1), CasePhase::RefundDue);
        QCOMPARE(box.phaseNo(2), CasePhase::Won);
        QVERIFY(box.isSoldTo("Stalls/2/2", 2));
    }

    void whatIsLostAlreadyIsNoContest()
    {
        BoxOffice box;
        box.startPaying(ann, box.places({"Stalls/2/1"}), 7);
        box.sellAway(box.places({"Stalls/2/2"}), 8);
        QCOMPARE(verdictOf(box.ask(box.provisional(east, box.places({"Stalls/2/1", "Stalls/2/2"}), 1, Wish::Refund))),
                 "open case");
        QCOMPARE(box.labels(box.caseNo(1).lost), (std::vector<std::string>{"Stalls/2/2"}));
    }

    // Seats of the counter's own allotment wait with the rest, out of everybody's reach.
    void ownSeatsWaitWithTheOthers_data()
    {
        QTest::addColumn<bool>("captured");
        QTest::newRow("captured") << true;
        QTest::newRow("declined") << false;
    }
    void ownSeatsWaitWithTheOthers()
    {
        QFETCH(bool, captured);
        BoxOffice box;
        const Places paid = box.places({"Stalls/2/1"});
        const Fence fence = box.grant(east, box.places({"Stalls/2/2", "Stalls/2/3"}));
        box.startPaying(ann, paid, 7);
        QCOMPARE(
            verdictOf(box.carryOut(box.provisional(east, box.places({"Stalls/2/1", "Stalls/2/2"}), 1, Wish::Refund))),
            "contest");
        QCOMPARE(box.statusOf("Stalls/2/2"), SeatStatus::Kept);
        box.must(SealAllotment{fence, east}); // frees what is in it, which that seat is no more
        QCOMPARE(box.statusOf("Stalls/2/2"), SeatStatus::Kept);
        QVERIFY(captured ? box.capture(ann, paid, 7).ok() : !box.decline(7).empty());
        QCOMPARE(box.statusOf("Stalls/2/2"), captured ? SeatStatus::Free : SeatStatus::Sold);
        QCOMPARE(box.state().audit(), std::string());
    }

    void standingUnitsAreContested_data()
    {
        QTest::addColumn<bool>("captured");
        QTest::newRow("captured") << true;
        QTest::newRow("declined") << false;
    }
    void standingUnitsAreContested()
    {
        QFETCH(bool, captured);
        BoxOffice box;
        const auto units = [](std::uint32_t count) { return Places{{}, {{StandingIndex{0}, count}}}; };
        box.sellAway(units(45), 20);
        box.startPaying(ann, units(3), 7); // two units are left
        QCOMPARE(verdictOf(box.ask(box.provisional(east, units(4), 1, Wish::Refund))), "contest");
        QCOMPARE(box.caseNo(1).kept, units(2));
        QCOMPARE(box.caseNo(1).lost, units(2));
        QCOMPARE(box.state().standing(StandingIndex{0}).free(), 0U);
        QCOMPARE(verdictOf(box.ask(box.provisional(west, units(5), 2, Wish::Refund))), "contest"); // 3 paying, 2 kept
        QCOMPARE(verdictOf(box.ask(box.provisional(west, units(6), 3, Wish::Refund))), "open case");
        QVERIFY(captured ? box.capture(ann, units(3), 7).ok() : !box.decline(7).empty());
        QCOMPARE(box.phaseNo(1), captured ? CasePhase::RefundDue : CasePhase::Won);
        QCOMPARE(box.phaseNo(2), CasePhase::RefundDue);
        QCOMPARE(box.state().standing(StandingIndex{0}).free(), captured ? 2U : 1U);
        QCOMPARE(box.state().audit(), std::string());
    }

    // Units that come free while the sweep is late are those of the first in the queue.
    void nobodyJumpsTheQueueForUnits()
    {
        BoxOffice box;
        const auto units = [](std::uint32_t count) { return Places{{}, {{StandingIndex{0}, count}}}; };
        box.sellAway(units(48), 20);
        box.startPaying(ann, units(2), 7);
        QCOMPARE(verdictOf(box.ask(box.provisional(east, units(2), 1, Wish::Refund))), "contest");
        box.now = box.state().hold(idOf<HoldId>(7))->payingUntil;
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(9), bob, Channel::Fan, units(2), {}})), "not_enough_seats");
        QCOMPARE(verdictOf(box.ask(box.provisional(west, units(2), 2, Wish::Refund))), "hold taken, contest");
        QCOMPARE(box.phaseNo(1), CasePhase::Won);
        QCOMPARE(box.phaseNo(2), CasePhase::RefundDue);
        QCOMPARE(box.state().audit(), std::string());
    }

    void aVoidedPaperLeavesTheQueue()
    {
        Contested box;
        QCOMPARE(said(box.ask(VoidTickets{idOf<OrderId>(1), {}, "money back", "ada"})), "1 entry");
        QCOMPARE(box.phaseNo(1), CasePhase::Refunded);
        QCOMPARE(box.phaseNo(2), CasePhase::Contest);
        box.decline(7);
        QVERIFY(box.isSoldTo("Stalls/2/1", 2));
        QCOMPARE(box.phaseNo(2), CasePhase::Won);
    }
};

QTEST_GUILESS_MAIN(ContestTest)
#include "contest_test.moc"
