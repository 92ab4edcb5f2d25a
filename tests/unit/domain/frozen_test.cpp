// A log restored from backup: frozen until every counter has reported; facts go on, nothing new and no deadline does.
#include "sync/domain/allotment_rule.h"
#include "tests/unit/domain/box_office.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

// East has two seats; Ann pays for one, Bob holds one, one is reserved, one is offered in case 2.
struct Restored : BoxOffice
{
    const Fence old = grant(east, places({"Stalls/2/1", "Stalls/2/2"}));
    const Places paying = places({"Stalls/1/1"});
    const Places held = places({"Stalls/1/2"});
    const Places reserved = places({"Stalls/1/3"});
    const Instant before = now;

    explicit Restored(std::vector<DeviceId> awaited = {west, east})
    {
        startPaying(ann, paying, 7);
        must(PlaceHold{idOf<HoldId>(8), bob, Channel::Fan, held, {}});
        must(ReservePlaces{idOf<ReservationId>(1), bob, {}, reserved, "Bob", now + std::chrono::hours(1)});
        sellAway(places({"Circle/1/1"}), 9);
        must(provisional(west, places({"Circle/1/1"}), 2));
        settle();
        now = now + std::chrono::minutes(5);
        must(RestoreLog{1, std::move(awaited)});
    }
    void thaw()
    {
        must(Hello{east, 1, 12});
        must(Hello{west, 1, 30});
    }
};

} // namespace

class FrozenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newClaimsWait_data()
    {
        QTest::addColumn<int>("command");
        for (int i = 0; i < static_cast<int>(newClaims(Restored()).size()); ++i)
            QTest::addRow("%d", i) << i;
    }
    void newClaimsWait()
    {
        QFETCH(int, command);
        Restored box;
        const Command claim = newClaims(box)[static_cast<std::size_t>(command)];
        const EventState before = box.state();
        QCOMPARE(said(box.run(claim)), "frozen");
        QVERIFY(box.state() == before);
        box.thaw();
        const auto after = box.run(claim);
        QVERIFY2(after.ok(), after ? "" : after.error().detail.c_str());
        QVERIFY(!after->empty());
    }

    void whatHasHappenedGoesOn()
    {
        Restored box;
        QCOMPARE(verdictOf(box.ask(box.allotted(east, box.old, box.places({"Stalls/2/1"}), 11))), "confirmed");
        QCOMPARE(said(box.ask(box.provisional(west, box.places({"Stalls/3/1"}), 12))), "1 entry");
        QCOMPARE(box.phaseNo(12), CasePhase::Contest);              // who else has sold it is not known yet
        QCOMPARE(said(box.capture(ann, box.paying, 7)), "1 entry"); // a payment in flight comes home
        QCOMPARE(said(box.run(VoidTickets{idOf<OrderId>(12), {}, "ill", "ada"})), "1 entry");
        QCOMPARE(box.phaseNo(12), CasePhase::Refunded);
        QCOMPARE(said(box.run(AdmitTicket{idOf<OrderId>(11), box.orderNo(11)->tickets[0].serial})), "1 entry");
        QCOMPARE(said(box.run(ReturnPlaces{box.old, east, box.places({"Stalls/2/2"})})), "2 entries");
        QCOMPARE(said(box.run(AnswerOffer{idOf<CaseId>(2), std::nullopt, "ada"})), "1 entry"); // gives only back
        QVERIFY(box.state().frozen());
        QCOMPARE(box.state().audit(), std::string());
    }

    // The fan's payment that a restore has not heard the end of is not given up, however long the freeze is.
    void nothingRunsOutWhileFrozen()
    {
        Restored box;
        QVERIFY(!box.state().nextDeadline());
        box.now = box.now + std::chrono::hours(48);
        QCOMPARE(said(box.ask(SweepExpired{})), "0 entries");
        QVERIFY(box.state().hold(idOf<HoldId>(8)));
        QCOMPARE(box.phaseNo(2), CasePhase::Offered);
        QCOMPARE(verdictOf(box.ask(box.provisional(west, box.paying, 12, Wish::Refund))), "contest");
        QCOMPARE(box.phaseNo(12), CasePhase::Contest);
        box.ask(box.provisional(west, box.reserved, 13, Wish::Refund));
        QCOMPARE(box.phaseNo(13), CasePhase::Contest);
        QCOMPARE(said(box.capture(ann, box.paying, 7)), "1 entry");
        QCOMPARE(box.phaseNo(12), CasePhase::Contest); // counters have still to speak
        box.thaw();
        box.settle();
        QCOMPARE(box.phaseNo(12), CasePhase::RefundDue);
        QCOMPARE(box.phaseNo(13), CasePhase::Won);            // Bob's reservation was over by then
        QCOMPARE(said(box.ask(SweepExpired{})), "2 entries"); // Bob's hold, the offer
        QCOMPARE(box.phaseNo(2), CasePhase::RefundDue);
        QCOMPARE(box.state().audit(), std::string());
    }

    // No offers are made by the rules while counters are still to report what they sold.
    void casesWaitForTheThaw()
    {
        Restored box;
        box.ask(box.provisional(west, box.places({"Circle/1/1"}), 12, Wish::Auto));
        QCOMPARE(box.phaseNo(12), CasePhase::Contest);
        box.must(Hello{west, 1, 30});
        box.settle();
        QCOMPARE(box.phaseNo(12), CasePhase::Contest);
        box.must(Hello{east, 1, 12});
        box.settle();
        QCOMPARE(box.phaseNo(12), CasePhase::Exchanged);
    }

    void helloThaws()
    {
        Restored box;
        QCOMPARE(box.state().awaited(), (std::set<DeviceId>{east, west}));
        QCOMPARE(said(box.run(Hello{west, 0, 1})), "0 entries"); // of the log before
        QCOMPARE(said(box.run(Hello{idOf<DeviceId>(3), 1, 1})), "0 entries");
        QCOMPARE(said(box.run(Hello{west, 1, 1})), "1 entry");
        QCOMPARE(said(box.run(Hello{west, 1, 1})), "0 entries");
        QVERIFY(box.state().frozen());
        QCOMPARE(said(box.run(Hello{east, 1, 1})), "1 entry");
        QVERIFY(!box.state().frozen());
    }

    void aMissingCounterIsGivenUp()
    {
        Restored box;
        box.must(Hello{west, 1, 1});
        for (const std::string& text : {std::string(), std::string(1'001, 'x')}) {
            QCOMPARE(said(box.run(GiveUpDevice{east, text, "stolen"})), "malformed");
            QCOMPARE(said(box.run(GiveUpDevice{east, "ada", text})), "malformed");
        }
        QVERIFY(box.state().frozen());
        QCOMPARE(said(box.run(GiveUpDevice{east, "ada", "stolen"})), "1 entry");
        QCOMPARE(said(box.run(GiveUpDevice{east, "ada", "stolen"})), "0 entries");
        QVERIFY(!box.state().frozen());
        QCOMPARE(box.statusOf("Stalls/2/1"), SeatStatus::Allotted); // its seats stay out of reach
        QCOMPARE(box.state().allotmentOf(east)->phase, AllotmentPhase::Limbo);
        QCOMPARE(said(box.run(SealAllotment{box.old, east})), "1 entry"); // and if it comes back after all
    }

    void withNobodyToWaitForItIsNotFrozen()
    {
        Restored box(std::vector<DeviceId>{});
        QVERIFY(!box.state().frozen());
        QCOMPARE(box.state().logGen(), 1U);
        QCOMPARE(said(box.run(PlaceHold{idOf<HoldId>(3), bob, Channel::Fan, box.places({"Stalls/3/5"}), {}})),
                 "1 entry");
    }

    // I2: the log may have granted later fences that nobody here knows of.
    void fencesGrowOverARestore()
    {
        Restored box;
        box.thaw();
        QCOMPARE(said(box.run(RequestAllotment{east, {}})), "allotment_gone"); // seal first
        box.must(SealAllotment{box.old, east});
        box.must(RequestAllotment{east, {}});
        const Fence first = box.state().allotmentOf(east)->fence;
        QCOMPARE(first.value, (std::uint64_t{1} << 40) + box.state().seq());
        // A lost fence, later than any this log had granted, is dead.
        QCOMPARE(verdictOf(box.ask(box.allotted(east, Fence{box.old.value + 1'000}, box.places({"Stalls/3/3"}), 21))),
                 "confirmed late");
        box.must(RestoreLog{2, {}});
        box.must(SealAllotment{first, east});
        box.must(RequestAllotment{east, {}});
        QCOMPARE(box.state().allotmentOf(east)->fence.value, (std::uint64_t{2} << 40) + box.state().seq());
        QCOMPARE(box.state().audit(), std::string());
    }

    // What was lost may have renewed the allotment just before: the counter may sell as long as that could last.
    void aRestoredAllotmentLastsAsLongAsALostOneCould()
    {
        Restored box;
        const Allotment& own = *box.state().allotmentOf(east);
        QCOMPARE(own.phase, AllotmentPhase::Limbo);
        QVERIFY(!own.reachable);
        QCOMPARE(own.grantedAt, box.now);
        QCOMPARE(own.duration, std::chrono::hours(24));
        box.now = writeOffFrom(own) - Milliseconds(1);
        const WriteOffAllotment writeOff{box.old, own.places, "ada", "no answer", false};
        QCOMPARE(said(box.run(writeOff)), "limit_exceeded");
        box.now = box.now + Milliseconds(1);
        QCOMPARE(said(box.run(writeOff)), "1 entry");
    }

    void generationsGrow_data()
    {
        QTest::addColumn<uint>("generation");
        QTest::addColumn<QString>("answer");
        QTest::newRow("0") << 0U << "malformed";
        QTest::newRow("again") << 3U << "0 entries";
        QTest::newRow("smaller") << 2U << "malformed";
        QTest::newRow("greater") << 4U << "1 entry";
        QTest::newRow("greatest") << (1U << 22) - 1 << "1 entry";
        QTest::newRow("too great") << (1U << 22) << "malformed";
    }
    void generationsGrow()
    {
        QFETCH(uint, generation);
        QFETCH(QString, answer);
        BoxOffice box;
        QCOMPARE(said(box.run(RestoreLog{0, {}})), "malformed"); // of a log that never was restored
        box.must(RestoreLog{3, {east, east}});                   // named twice, awaited once
        box.must(Hello{east, 3, 1});
        QCOMPARE(said(box.run(RestoreLog{generation, {}})), answer.toUtf8().constData());
        QCOMPARE(said(box.run(RestoreLog{9, std::vector<DeviceId>(2'000)})),
                 generation == (1U << 22) - 1 ? "malformed" : "1 entry"); // the same one, two thousand times
    }

    // What was decided once and lost is decided again without waiting.
    void repeatsDoNotWait()
    {
        Restored box;
        const PlaceHold hold{idOf<HoldId>(3), HolderId{east.bytes}, Channel::Counter, box.places({"Stalls/3/5"}), {}};
        QCOMPARE(said(box.run(hold)), "frozen");
        QCOMPARE(said(decideRepeated(box.state(), hold, box.now, Told::Done)), "1 entry");
    }

private:
    static std::vector<Command> newClaims(const Restored& box)
    {
        const Places place = box.places({"Stalls/3/5"});
        ReservePlaces reserve{idOf<ReservationId>(3), bob, {}, place, "Bob", box.now + std::chrono::hours(24)};
        SellHold late{idOf<HoldId>(99), bob, box.orderOf(place, 99)};
        return {PlaceHold{idOf<HoldId>(3), bob, Channel::Fan, place, {}},
                PlaceBestHold{idOf<HoldId>(3), bob, Channel::Fan, 2, {}, {}, {}},
                ExtendHold{idOf<HoldId>(8), bob},
                StartPayment{idOf<HoldId>(8), bob, idOf<OrderId>(8)},
                SellHold{idOf<HoldId>(8), bob, box.orderOf(box.held, 8)},
                late,
                reserve,
                SellReservation{idOf<ReservationId>(1), box.orderOf(box.reserved, 8)},
                RequestAllotment{west, {}},
                AnswerOffer{idOf<CaseId>(2), 0, "ada"},
                BlockSeats{place.seats, false, "press"}};
    }
};

QTEST_GUILESS_MAIN(FrozenTest)
#include "frozen_test.moc"
