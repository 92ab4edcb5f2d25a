// Holds: all or nothing, limits, deadlines to the millisecond, the one extension, payments in flight.
#include "tests/support/sample_events.h"

#include <QTest>

#include <set>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr Milliseconds minute{60'000};
const HolderId ann = idOf<HolderId>(1);
const HolderId bob = idOf<HolderId>(2);

HoldId hold(std::uint64_t number)
{
    return idOf<HoldId>(number);
}

} // namespace

class HoldsTest : public QObject
{
    Q_OBJECT

    PlaceHold place(const SampleEvent& event, std::uint64_t id, HolderId holder,
                    std::initializer_list<std::string_view> labels, Channel channel = Channel::Fan)
    {
        return {hold(id), holder, channel, event.places(labels)};
    }

private Q_SLOTS:
    void allOrNothing()
    {
        SampleEvent event;
        QCOMPARE(said(event.run(place(event, 1, ann, {"Stalls/1/1", "Stalls/1/2"}))), "1 entry");
        QCOMPARE(event.state().freeSeats(), 44U);
        const auto refused = event.run(place(event, 2, bob, {"Stalls/1/2", "Stalls/1/3", "Stalls/1/1"}));
        QCOMPARE(said(refused), "seat_taken");
        QCOMPARE(refused.error().detail, std::string("Stalls/1/1,Stalls/1/2"));
        QCOMPARE(event.seat("Stalls/1/3").status, SeatStatus::Free);
        // The same holder under another id is anybody.
        QCOMPARE(said(event.run(place(event, 3, ann, {"Stalls/1/1"}))), "seat_taken");
        QCOMPARE(event.state().audit(), std::string());
    }

    void repeatIsHarmless()
    {
        SampleEvent event;
        PlaceHold command = place(event, 1, ann, {"Stalls/1/1", "Stalls/1/2"});
        event.must(command);
        std::reverse(command.places.seats.begin(), command.places.seats.end());
        QCOMPARE(said(event.run(command)), "0 entries");
        QCOMPARE(said(event.run(place(event, 1, ann, {"Stalls/1/1"}))), "malformed");
        QCOMPARE(said(event.run(place(event, 1, bob, {"Stalls/1/1", "Stalls/1/2"}))), "hold_foreign");
    }

    void malformed_data()
    {
        QTest::addColumn<QList<uint>>("seats");
        QTest::addColumn<int>("units");
        QTest::addColumn<QString>("answer");
        QTest::newRow("nothing") << QList<uint>{} << 0 << "malformed";
        QTest::newRow("twice") << QList<uint>{5, 3, 5} << 0 << "malformed";
        QTest::newRow("unknown") << QList<uint>{46} << 0 << "unknown_seat";
        QTest::newRow("last") << QList<uint>{45} << 0 << "1 entry";
        QTest::newRow("ten") << QList<uint>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9} << 0 << "1 entry";
        QTest::newRow("eleven") << QList<uint>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9} << 1 << "limit_exceeded";
        QTest::newRow("units only") << QList<uint>{} << 10 << "1 entry";
        QTest::newRow("4 billion units") << QList<uint>{} << -1 << "limit_exceeded";
    }
    void malformed()
    {
        QFETCH(QList<uint>, seats);
        QFETCH(int, units);
        QFETCH(QString, answer);
        SampleEvent event;
        PlaceHold command{hold(1), ann, Channel::Fan, {}};
        for (const uint seat : seats)
            command.places.seats.push_back(SeatIndex{seat});
        if (units != 0)
            command.places.standing.push_back({StandingIndex{0}, static_cast<std::uint32_t>(units)});
        QCOMPARE(said(event.run(command)), qPrintable(answer));
    }

    void tenThousandSeatsAreRefusedAtOnce()
    {
        SampleEvent event;
        PlaceHold command{hold(1), ann, Channel::Counter, {}};
        command.places.seats.assign(10'001, SeatIndex{3});
        QCOMPARE(said(event.run(command)), "limit_exceeded");
    }

    void countersMayHoldMore()
    {
        SampleEvent event;
        Places places{{}, {{StandingIndex{0}, 20}}};
        for (std::uint32_t i = 0; i < 30; ++i)
            places.seats.push_back(SeatIndex{i});
        QCOMPARE(said(event.run(PlaceHold{hold(1), ann, Channel::Counter, places})), "1 entry");
        places = {{SeatIndex{40}}, {{StandingIndex{0}, 50}}};
        QCOMPARE(said(event.run(PlaceHold{hold(2), ann, Channel::Counter, places})), "limit_exceeded");
    }

    void fansOnlyWhileOnSale()
    {
        const SeatPlanPtr plan = samplePlan();
        EventTerms terms = sampleTerms(*plan);
        terms.onSale = false;
        SampleEvent event(plan, terms);
        QCOMPARE(said(event.run(place(event, 1, ann, {"Stalls/1/1"}))), "not_on_sale");
        QCOMPARE(said(event.run(place(event, 1, ann, {"Stalls/1/1"}, Channel::Counter))), "1 entry");
        QCOMPARE(said(decide(EventState(plan), place(event, 1, ann, {"Stalls/1/1"}), sampleNow)), "not_on_sale");
    }

    void unpricedPlacesAreNotHeld()
    {
        const SeatPlanPtr plan = samplePlan();
        EventTerms terms = sampleTerms(*plan);
        terms.prices[2] = terms.prices[3] = terms.prices[4] = terms.prices[5] = std::nullopt;
        SampleEvent event(plan, terms);
        QCOMPARE(said(event.run(place(event, 1, ann, {"Stalls/1/1", "Circle/1/1"}))), "not_priced");
        QCOMPARE(said(event.run(PlaceHold{hold(1), ann, Channel::Counter, {{}, {{StandingIndex{0}, 1}}}})),
                 "not_priced");
        QCOMPARE(said(event.run(PlaceBestHold{hold(1), ann, Channel::Fan, 2, PriceAreaIndex{1}, {}})),
                 "not_enough_seats");
    }

    void fansHoldSixAtATime()
    {
        SampleEvent event;
        for (std::uint64_t i = 1; i <= 6; ++i)
            QCOMPARE(said(event.run(
                         PlaceHold{hold(i), ann, Channel::Fan, {{SeatIndex{static_cast<std::uint32_t>(i)}}, {}}})),
                     "1 entry");
        QCOMPARE(event.state().holdCount(ann), 6U);
        QCOMPARE(said(event.run(place(event, 7, ann, {"Stalls/2/1"}))), "limit_exceeded");
        QCOMPARE(said(event.run(place(event, 7, bob, {"Stalls/2/1"}))), "1 entry");
        QCOMPARE(said(event.run(place(event, 8, ann, {"Stalls/2/2"}, Channel::Counter))), "1 entry");
        event.now = event.now + 8 * minute; // expired, not yet swept: they count no more
        QCOMPARE(said(event.run(place(event, 9, ann, {"Stalls/2/3"}))), "1 entry");
    }

    void standingCapacity()
    {
        SampleEvent event;
        const auto stand = [&](std::uint64_t id, std::uint32_t count) {
            return said(event.run(PlaceHold{hold(id), ann, Channel::Counter, {{}, {{StandingIndex{0}, count}}}}));
        };
        QCOMPARE(stand(1, 30), "1 entry");
        QCOMPARE(stand(2, 21), "not_enough_seats");
        QCOMPARE(stand(3, 20), "1 entry");
        QCOMPARE(stand(4, 1), "not_enough_seats");
        QCOMPARE(event.state().standing(StandingIndex{0}).free(), 0U);
        event.now = event.now + 8 * minute; // both have expired; one is enough
        QCOMPARE(stand(5, 20), "2 entries");
        QCOMPARE(event.state().standing(StandingIndex{0}).held, 40U);
        QCOMPARE(event.state().audit(), std::string());
    }

    void expiryToTheMillisecond()
    {
        SampleEvent event;
        event.must(place(event, 1, ann, {"Stalls/1/1"}));
        event.now = event.now + 8 * minute - Milliseconds(1);
        QCOMPARE(said(event.run(place(event, 2, bob, {"Stalls/1/1"}))), "seat_taken");
        QCOMPARE(said(event.run(SweepExpired{})), "0 entries");
        event.now = event.now + Milliseconds(1);
        SampleEvent swept = event;
        QCOMPARE(said(swept.run(SweepExpired{})), "1 entry");
        QCOMPARE(swept.seat("Stalls/1/1").status, SeatStatus::Free);
        // At the very deadline its holder may still use it, if nobody was quicker…
        SampleEvent extended = event;
        QCOMPARE(said(extended.run(ExtendHold{hold(1), ann})), "1 entry");
        QCOMPARE(extended.state().hold(hold(1))->expiresAt, event.now + 4 * minute);
        // …and anybody may take it; the old hold ends first.
        const auto taken = event.run(place(event, 2, bob, {"Stalls/1/1"}));
        QCOMPARE(said(taken), "2 entries");
        QCOMPARE(std::get<HoldReleased>(taken->at(0)), (HoldReleased{hold(1), true}));
        QCOMPARE(event.seat("Stalls/1/1").claimAs<HoldId>(), hold(2));
        QCOMPARE(said(event.run(ExtendHold{hold(1), ann})), "hold_gone");
    }

    void anExpiredHoldIsPlacedAnew()
    {
        SampleEvent event;
        event.must(place(event, 1, ann, {"Stalls/1/1"}));
        event.now = event.now + 8 * minute + Milliseconds(1);
        QCOMPARE(said(event.run(ExtendHold{hold(1), ann})), "hold_gone");
        QCOMPARE(said(event.run(place(event, 1, ann, {"Stalls/1/1"}))), "2 entries");
        QCOMPARE(event.state().hold(hold(1))->expiresAt, event.now + 8 * minute);
    }

    void extendedOnce()
    {
        SampleEvent event;
        event.must(place(event, 1, ann, {"Stalls/1/1"}));
        QCOMPARE(said(event.run(ExtendHold{hold(1), bob})), "hold_foreign");
        QCOMPARE(said(event.run(ExtendHold{hold(1), ann})), "1 entry");
        QCOMPARE(said(event.run(ExtendHold{hold(1), ann})), "extension_used");
        QCOMPARE(event.state().hold(hold(1))->expiresAt, sampleNow + 12 * minute);
        QCOMPARE(event.state().nextDeadline().value(), sampleNow + 12 * minute);
    }

    void released()
    {
        SampleEvent event;
        event.must(place(event, 1, ann, {"Stalls/1/1"}));
        QCOMPARE(said(event.run(ReleaseHold{hold(1), bob})), "hold_foreign");
        QCOMPARE(said(event.run(ReleaseHold{hold(1), ann})), "1 entry");
        QCOMPARE(said(event.run(ReleaseHold{hold(1), ann})), "0 entries");
        QCOMPARE(event.state(), ([&] {
                     SampleEvent other;
                     other.must(place(other, 2, bob, {"Circle/1/1"}));
                     other.must(ReleaseHold{hold(2), bob});
                     return other.state();
                 }()));
    }

    void paymentProtects()
    {
        SampleEvent event;
        const OrderId order = idOf<OrderId>(1);
        event.must(place(event, 1, ann, {"Stalls/1/1"}));
        event.now = sampleNow + 7 * minute;
        QCOMPARE(said(event.run(StartPayment{hold(1), bob, order})), "hold_foreign");
        QCOMPARE(said(event.run(StartPayment{hold(1), ann, order})), "1 entry");
        QCOMPARE(said(event.run(StartPayment{hold(1), ann, order})), "0 entries");
        QCOMPARE(said(event.run(StartPayment{hold(1), ann, idOf<OrderId>(2)})), "payment_pending");
        QCOMPARE(said(event.run(ReleaseHold{hold(1), ann})), "payment_pending");
        event.now = sampleNow + 22 * minute - Milliseconds(1); // 15 minutes after the payment began, less a moment
        QCOMPARE(said(event.run(SweepExpired{})), "0 entries");
        QCOMPARE(said(event.run(place(event, 2, bob, {"Stalls/1/1"}))), "seat_taken");
        event.now = sampleNow + 22 * minute;
        QCOMPARE(said(event.run(SweepExpired{})), "1 entry");
        QCOMPARE(said(event.run(StartPayment{hold(1), ann, order})), "hold_gone");
    }

    void aDeclineLeavesTime()
    {
        SampleEvent event;
        const OrderId order = idOf<OrderId>(1);
        event.must(place(event, 1, ann, {"Stalls/1/1"}));
        event.must(StartPayment{hold(1), ann, order});
        QCOMPARE(said(event.run(FailPayment{hold(1), idOf<OrderId>(2)})), "0 entries");
        event.now = sampleNow + 5 * minute;
        QCOMPARE(said(event.run(FailPayment{hold(1), order})), "1 entry");
        QCOMPARE(said(event.run(FailPayment{hold(1), order})), "0 entries");
        QCOMPARE(event.state().hold(hold(1))->expiresAt, sampleNow + 15 * minute);
        QVERIFY(!event.state().hold(hold(1))->paying);
        QCOMPARE(said(event.run(StartPayment{hold(1), ann, idOf<OrderId>(2)})), "1 entry");
        QCOMPARE(event.state().audit(), std::string());
    }

    void bestHold()
    {
        SampleEvent event;
        const PlaceBestHold command{hold(1), ann, Channel::Fan, 4, PriceAreaIndex{0}, {}};
        QCOMPARE(said(event.run(command)), "1 entry");
        QCOMPARE(event.state().hold(hold(1))->places.seats.size(), std::size_t{4});
        QCOMPARE(said(event.run(command)), "0 entries");
        PlaceBestHold other = command;
        other.quantity = 3;
        QCOMPARE(said(event.run(other)), "malformed");
        QCOMPARE(said(event.run(PlaceBestHold{hold(2), ann, Channel::Fan, 0, {}, {}})), "malformed");
        QCOMPARE(said(event.run(PlaceBestHold{hold(2), ann, Channel::Fan, 11, {}, {}})), "limit_exceeded");
        QCOMPARE(said(event.run(PlaceBestHold{hold(2), ann, Channel::Fan, 2, PriceAreaIndex{3}, {}})), "unknown_seat");
        // 28 ordinary seats at A, 4 are held: 24 are left.
        QCOMPARE(said(event.run(PlaceBestHold{hold(2), ann, Channel::Counter, 25, PriceAreaIndex{0}, {}})),
                 "not_enough_seats");
        QCOMPARE(said(event.run(PlaceBestHold{hold(2), ann, Channel::Counter, 24, PriceAreaIndex{0}, {}})), "1 entry");
    }

    void aChangedBasketKeepsItsTime()
    {
        SampleEvent event;
        event.must(place(event, 1, ann, {"Stalls/1/1", "Stalls/1/2"}));
        event.must(ExtendHold{hold(1), ann});
        event.must(place(event, 9, bob, {"Stalls/1/4"}));
        event.now = sampleNow + 5 * minute;
        PlaceHold change = place(event, 2, ann, {"Stalls/1/2", "Stalls/1/4"});
        change.replaces = hold(1);
        QCOMPARE(said(event.run(change)), "seat_taken"); // the old one stands
        QVERIFY(event.state().hold(hold(1)));
        change.places = event.places({"Stalls/1/2", "Stalls/1/3"});
        PlaceHold foreign = change;
        foreign.holder = bob;
        QCOMPARE(said(event.run(foreign)), "hold_foreign");
        const std::vector<EntryBody> entries = event.must(change);
        QCOMPARE(std::get<HoldReleased>(entries[0]), (HoldReleased{hold(1), false}));
        QCOMPARE(event.state().hold(hold(2))->expiresAt, sampleNow + 12 * minute);
        QCOMPARE(said(event.run(ExtendHold{hold(2), ann})), "extension_used");
        QCOMPARE(event.seat("Stalls/1/1").status, SeatStatus::Free);
        QCOMPARE(said(event.run(change)), "0 entries");
        PlaceHold itself = change;
        itself.hold = itself.replaces.value();
        QCOMPARE(said(event.run(itself)), "malformed");
        QCOMPARE(event.state().audit(), std::string());
    }

    void aChangedBasketOfACounterStartsAfresh()
    {
        SampleEvent event;
        event.must(place(event, 1, ann, {"Stalls/1/1"}, Channel::Counter));
        event.now = sampleNow + 5 * minute;
        PlaceHold change = place(event, 2, ann, {"Stalls/1/1", "Stalls/1/2"}, Channel::Counter);
        change.replaces = hold(1);
        event.must(change);
        QCOMPARE(event.state().hold(hold(2))->expiresAt, sampleNow + 13 * minute);
    }

    void aBasketBeingPaidIsNotChanged()
    {
        SampleEvent event;
        event.must(place(event, 1, ann, {"Stalls/1/1"}));
        event.must(StartPayment{hold(1), ann, idOf<OrderId>(1)});
        PlaceHold change = place(event, 2, ann, {"Stalls/1/1"});
        change.replaces = hold(1);
        QCOMPARE(said(event.run(change)), "payment_pending");
        event.now = event.now + 20 * minute; // it has run out: the basket begins anew
        QCOMPARE(said(event.run(change)), "2 entries");
        const Instant fresh = event.state().hold(hold(2))->expiresAt;
        QVERIFY(fresh >= event.now + 8 * minute && fresh <= event.now + 9 * minute);
    }

    void aChangedBasketIsNoSeventhHold()
    {
        SampleEvent event;
        for (std::uint32_t i = 1; i <= 6; ++i)
            event.must(PlaceHold{hold(i), ann, Channel::Fan, {{SeatIndex{i}}, {}}, {}});
        PlaceHold change = place(event, 7, ann, {"Circle/1/1"});
        QCOMPARE(said(event.run(change)), "limit_exceeded");
        change.replaces = hold(1);
        QCOMPARE(said(event.run(change)), "2 entries");
        QCOMPARE(event.state().holdCount(ann), 6U);
    }

    void bestSeatsForAChangedBasketIncludeItsOwn()
    {
        const SeatPlanPtr plan = planFromText({"AAAA"});
        SampleEvent event(plan, sampleTerms(*plan));
        event.must(place(event, 1, ann, {"Main/1/1", "Main/1/2"}));
        PlaceBestHold more{hold(2), ann, Channel::Fan, 4, {}, {}, {}};
        QCOMPARE(said(event.run(more)), "not_enough_seats");
        more.replaces = hold(1);
        QCOMPARE(said(event.run(more)), "2 entries");
        QCOMPARE(event.state().freeSeats(), 0U);
    }

    void aCounterHoldsSeatsOfItsOwnAllotment()
    {
        SampleEvent event;
        const Places allotted = event.places({"Stalls/1/1", "Stalls/1/2"}, {{StandingIndex{0}, 45}});
        event.append(AllotmentGranted{DeviceId{ann.bytes}, allotted, std::chrono::hours(1), event.now});
        const Fence fence{2};
        PlaceHold command = place(event, 1, ann, {"Stalls/1/2", "Stalls/1/3"}, Channel::Counter);
        command.places.standing = {{StandingIndex{0}, 8}}; // five are free, three more come from the allotment
        PlaceHold other = command;
        other.holder = bob;
        QCOMPARE(said(event.run(other)), "seat_taken");
        other = command;
        other.channel = Channel::Fan;
        QCOMPARE(said(event.run(other)), "seat_taken");
        const std::vector<EntryBody> entries = event.must(command);
        QCOMPARE(std::get<AllotmentReturned>(entries.at(0)),
                 (AllotmentReturned{fence, event.places({"Stalls/1/2"}, {{StandingIndex{0}, 3}})}));
        QCOMPARE(event.state().allotment(fence)->places, event.places({"Stalls/1/1"}, {{StandingIndex{0}, 42}}));
        QCOMPARE(event.state().standing(StandingIndex{0}).free(), 0U);
        QCOMPARE(event.state().audit(), std::string());
    }

    void sweepsEarliestFirstAndAtMostAThousand()
    {
        const SeatPlanPtr plan = planFromText({std::string(2'100, 'A')});
        SampleEvent event(plan, sampleTerms(*plan));
        for (std::uint32_t i = 0; i < 1'050; ++i) {
            event.now = event.now + Milliseconds(1);
            event.must(PlaceHold{hold(5'000 - i), ann, Channel::Counter, {{SeatIndex{2 * i}}, {}}});
        }
        event.now = event.now + 10 * minute;
        const auto first = event.run(SweepExpired{});
        QCOMPARE(first->size(), std::size_t{1'000});
        QCOMPARE(std::get<HoldReleased>(first->front()).hold, hold(5'000));
        QCOMPARE(event.run(SweepExpired{})->size(), std::size_t{50});
        QCOMPARE(event.state().freeSeats(), 2'100U);
        QVERIFY(!event.state().nextDeadline());
    }
};

QTEST_GUILESS_MAIN(HoldsTest)
#include "holds_test.moc"
