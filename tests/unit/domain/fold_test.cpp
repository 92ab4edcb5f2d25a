// apply(): what it refuses from outside, what an entry touches, and that audit() sees through a spoilt state.
#include "tests/support/sample_events.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

Q_DECLARE_METATYPE(EntryBody)

namespace {

const HolderId ann = idOf<HolderId>(1);
const DeviceId east = idOf<DeviceId>(1);

// One of each claim: hold 1, reservation 1, order 1, an allotment (fence 5) and a blocked seat.
SampleEvent busyEvent()
{
    SampleEvent event;
    event.must(PlaceHold{idOf<HoldId>(1), ann, Channel::Fan, event.places({"Stalls/1/1"}, {{StandingIndex{0}, 2}})});
    event.must(ReservePlaces{
        idOf<ReservationId>(1), ann, {}, event.places({"Stalls/1/2"}), "A", event.now + Milliseconds(1'000'000)});
    event.append(OrderPlaced{event.orderOf(event.places({"Stalls/1/3", "Stalls/1/4"}), 1), {}, {}, {}, true});
    event.append(AllotmentGranted{east, event.places({"Stalls/1/5", "Stalls/1/6"}), std::chrono::hours(1), event.now});
    event.must(BlockSeats{event.places({"Stalls/1/7"}).seats, false, "press"});
    return event;
}

Case lostCase(Order order, Places lost)
{
    Case of;
    of.id = CaseId{order.id.bytes};
    of.order = std::move(order);
    of.lost = std::move(lost);
    return of;
}

} // namespace

class FoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatDoesNotFollow_data()
    {
        QTest::addColumn<EntryBody>("body");
        const SampleEvent event = busyEvent();
        const auto row = [](const char* name, EntryBody body) { QTest::newRow(name) << std::move(body); };
        const auto places = [&event](std::initializer_list<std::string_view> labels) { return event.places(labels); };
        const Instant later = event.now + Milliseconds(1'000);
        const HoldId held = idOf<HoldId>(1);
        const HoldId fresh = idOf<HoldId>(2);
        const Order order2 = event.orderOf(places({"Stalls/1/1"}), 2);
        const Places unsorted{{SeatIndex{20}, SeatIndex{19}}, {}};

        row("created twice", EventCreated{event.terms()});
        row("held twice", HoldPlaced{fresh, ann, Channel::Fan, places({"Stalls/1/1"}), later});
        row("hold of sold", HoldPlaced{fresh, ann, Channel::Fan, places({"Stalls/1/3"}), later});
        row("hold of allotted", HoldPlaced{fresh, ann, Channel::Fan, places({"Stalls/1/5"}), later});
        row("hold id taken", HoldPlaced{held, ann, Channel::Fan, places({"Stalls/2/1"}), later});
        row("hold of nothing", HoldPlaced{fresh, ann, Channel::Fan, {}, later});
        row("hold unsorted", HoldPlaced{fresh, ann, Channel::Fan, unsorted, later});
        row("hold outside the plan", HoldPlaced{fresh, ann, Channel::Fan, {{SeatIndex{46}}, {}}, later});
        row("too many units", HoldPlaced{fresh, ann, Channel::Fan, {{}, {{StandingIndex{0}, 49}}}, later});
        row("unknown units", HoldPlaced{fresh, ann, Channel::Fan, {{}, {{StandingIndex{1}, 1}}}, later});
        row("extend no hold", HoldExtended{fresh, later});
        row("release no hold", HoldReleased{fresh, false});
        row("pay no hold", PaymentStarted{fresh, idOf<OrderId>(5), later});
        row("fail no payment", PaymentFailed{held, later});
        row("order id taken", OrderPlaced{event.orderOf(places({"Stalls/2/1"}), 1), {}, {}, {}, true});
        row("order of held", OrderPlaced{order2, {}, {}, {}, true});
        row("order of less than its hold", OrderPlaced{order2, held, {}, {}, false});
        row("order of two claims", OrderPlaced{order2, held, Fence{5}, {}, false});
        row("order of no reservation", OrderPlaced{order2, {}, {}, idOf<ReservationId>(2), false});
        row("order leaves its allotment",
            OrderPlaced{event.orderOf(places({"Stalls/1/5", "Stalls/2/1"}), 2), {}, Fence{5}, {}, false});
        row("late order takes a held seat",
            OrderPlaced{event.orderOf(places({"Stalls/1/5", "Stalls/1/1"}), 2), {}, Fence{5}, {}, true});
        row("order of a dead fence", OrderPlaced{event.orderOf(places({"Stalls/1/5"}), 2), {}, Fence{4}, {}, false});
        Order unpaid = event.orderOf(places({"Stalls/2/1"}), 2);
        --unpaid.tender.paidMinor;
        row("order not paid in full", OrderPlaced{unpaid, {}, {}, {}, true});
        row("void no order", TicketsVoided{idOf<OrderId>(2), {idOf<TicketSerial>(1)}, "x", "y"});
        row("void no ticket", TicketsVoided{idOf<OrderId>(1), {}, "x", "y"});
        row("void a foreign ticket", TicketsVoided{idOf<OrderId>(1), {idOf<TicketSerial>(1)}, "x", "y"});
        row("reserve held",
            PlacesReserved{{idOf<ReservationId>(2), Channel::Fan, "A", places({"Stalls/1/1"}), later}, {}});
        row("reserve less than the hold",
            PlacesReserved{{idOf<ReservationId>(2), Channel::Fan, "A", places({"Stalls/1/1"}), later}, held});
        row("end no reservation", ReservationEnded{idOf<ReservationId>(2), false});
        row("second allotment", AllotmentGranted{east, places({"Stalls/2/1"}), Milliseconds(1), later});
        row("allot held", AllotmentGranted{idOf<DeviceId>(2), places({"Stalls/1/1"}), Milliseconds(1), later});
        row("return to a dead fence", AllotmentReturned{Fence{4}, places({"Stalls/1/5"})});
        row("return more than allotted", AllotmentReturned{Fence{5}, places({"Stalls/1/5", "Stalls/1/7"})});
        row("close a dead fence", AllotmentClosed{Fence{4}});
        row("block held", SeatsBlocked{places({"Stalls/1/1"}).seats, true, "x"});
        row("unblock free", SeatsUnblocked{places({"Stalls/2/1"}).seats});
        row("case of a placed order",
            CaseOpened{lostCase(event.orderOf(places({"Stalls/2/1"}), 1), places({"Stalls/2/1"}))});
        row("case of nothing lost", CaseOpened{lostCase(order2, {})});
    }
    void refusesWhatDoesNotFollow()
    {
        QFETCH(EntryBody, body);
        const SampleEvent event = busyEvent();
        EventState state = event.state();
        const Result<void> applied = tryApply(state, {state.seq() + 1, event.now, {}, body});
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::Corrupt);
        QVERIFY(state == event.state());
    }

    void entriesFollowEachOther()
    {
        const SampleEvent event = busyEvent();
        EventState state = event.state();
        const EntryBody body = HoldReleased{idOf<HoldId>(1), false};
        for (const std::uint64_t seq : {std::uint64_t{0}, state.seq(), state.seq() + 2})
            QVERIFY(!tryApply(state, {seq, event.now, {}, body}));
        EventState empty(state.planPtr());
        QVERIFY(!tryApply(empty, {1, event.now, {}, body}));
        EventTerms terms = event.terms();
        terms.prices.clear();
        QVERIFY(!tryApply(empty, {1, event.now, {}, EventCreated{terms}}));
        QVERIFY(tryApply(empty, {1, event.now, {}, EventCreated{event.terms()}}).ok());
    }

    void touched_data()
    {
        QTest::addColumn<EntryBody>("body");
        QTest::addColumn<QList<uint>>("seats");
        const SampleEvent event = busyEvent();
        const TicketSerial second = event.state().order(idOf<OrderId>(1))->tickets[1].serial;
        const auto row = [](const char* name, EntryBody body, QList<uint> seats) {
            QTest::newRow(name) << std::move(body) << std::move(seats);
        };
        const Places two = event.places({"Stalls/2/1", "Stalls/2/2"});
        row("held", HoldPlaced{idOf<HoldId>(2), ann, Channel::Fan, two, event.now}, {10, 11});
        row("released", HoldReleased{idOf<HoldId>(1), false}, {0});
        row("extended", HoldExtended{idOf<HoldId>(1), event.now}, {});
        row("sold from a hold", OrderPlaced{event.orderOf(event.places({"Stalls/1/1"}), 2), idOf<HoldId>(1)}, {0});
        row("voided", TicketsVoided{idOf<OrderId>(1), {second}, "x", "y"}, {3});
        row("reservation ended", ReservationEnded{idOf<ReservationId>(1), true}, {1});
        row("returned", AllotmentReturned{Fence{5}, event.places({"Stalls/1/6"})}, {5});
        row("closed", AllotmentClosed{Fence{5}}, {4, 5});
        row("unblocked", SeatsUnblocked{event.places({"Stalls/1/7"}).seats}, {6});
        row("case", CaseOpened{lostCase(event.orderOf(two, 2), two)}, {});
        row("unknown hold", HoldReleased{idOf<HoldId>(9), false}, {});
    }
    void touched()
    {
        QFETCH(EntryBody, body);
        QFETCH(QList<uint>, seats);
        QList<uint> found;
        for (const SeatIndex seat : touchedSeats(busyEvent().state(), body))
            found += seat.value;
        QCOMPARE(found, seats);
    }

    void statesAreComparedByContent()
    {
        const SampleEvent a = busyEvent();
        const SampleEvent b = busyEvent(); // another plan object, the same plan
        QVERIFY(a.state() == b.state());
        QVERIFY(!(a.state() == SampleEvent().state()));
        SampleEvent c = busyEvent();
        c.must(ExtendHold{idOf<HoldId>(1), ann});
        QVERIFY(!(a.state() == c.state()));
        QCOMPARE(a.state().audit(), std::string());
    }

    void deadlinesInOrder()
    {
        const SampleEvent event = busyEvent();
        const Instant first = event.state().hold(idOf<HoldId>(1))->deadline();
        QCOMPARE(event.state().nextDeadline().value(), first);
        QVERIFY(event.state().expiredHolds(first - Milliseconds(1), 10).empty());
        QCOMPARE(event.state().expiredHolds(first, 10).size(), std::size_t{1});
        QVERIFY(event.state().expiredHolds(first, 0).empty());
        QCOMPARE(event.state().expiredReservations(sampleNow + Milliseconds(1'000'000), 10).size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(FoldTest)
#include "fold_test.moc"
