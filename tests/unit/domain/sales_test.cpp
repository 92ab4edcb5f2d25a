// Sales at the centre: holds and reservations become orders, tickets are voided, seats are blocked.
#include "tests/support/sample_events.h"

#include <QTest>

#include <functional>

using namespace parterre;
using namespace parterre::testing;

using Change = std::function<void(Order&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr Milliseconds minute{60'000};
const HolderId ann = idOf<HolderId>(1);
const HolderId bob = idOf<HolderId>(2);
const HoldId hold1 = idOf<HoldId>(1);
const ReservationId reservation1 = idOf<ReservationId>(1);

// Ann holds two seats and three units.
struct Basket : SampleEvent
{
    Places basket = places({"Stalls/1/1", "Circle/1/1"}, {{StandingIndex{0}, 3}});

    explicit Basket(Channel channel = Channel::Fan) { must(PlaceHold{hold1, ann, channel, basket}); }
    Order order(std::uint64_t number = 1) const { return orderOf(basket, number); }
    const char* sell(const Order& order) { return said(run(SellHold{hold1, ann, order})); }
};

} // namespace

class SalesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHoldBecomesAnOrder()
    {
        Basket event;
        QCOMPARE(said(event.run(SellHold{hold1, bob, event.order()})), "hold_foreign");
        QCOMPARE(event.sell(event.order()), "1 entry");
        QVERIFY(!event.state().hold(hold1));
        QCOMPARE(event.seat("Stalls/1/1").claimAs<OrderId>(), event.order().id);
        QCOMPARE(event.state().standing(StandingIndex{0}).sold, 3U);
        QCOMPARE(event.state().order(event.order().id)->totalMinor(), 5'000 + 4'000 + 9'000);
        QCOMPARE(event.sell(event.order()), "0 entries");
        QCOMPARE(event.sell(event.order(2)), "seat_taken"); // a late capture, of what somebody has
        Order other = event.order();
        other.tickets.pop_back();
        QCOMPARE(event.sell(other), "malformed");
        QCOMPARE(event.state().audit(), std::string());
    }

    void ordersMustFit_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* name, Change change, const char* answer) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(answer);
        };
        row(
            "as held", [](Order&) {}, "1 entry");
        row(
            "any order of tickets", [](Order& o) { std::swap(o.tickets.front(), o.tickets.back()); }, "1 entry");
        row(
            "a cent short", [](Order& o) { --o.tender.paidMinor; }, "amount_mismatch");
        row(
            "a cent over", [](Order& o) { ++o.tender.paidMinor; }, "amount_mismatch");
        row(
            "cheaper", [](Order& o) { --o.tickets[0].priceMinor, --o.tender.paidMinor; }, "amount_mismatch");
        row(
            "dearer", [](Order& o) { ++o.tickets[4].priceMinor, ++o.tender.paidMinor; }, "amount_mismatch");
        row(
            "the other type's price", [](Order& o) { o.tickets[0].priceType.value = 1; }, "amount_mismatch");
        row(
            "unknown price type", [](Order& o) { o.tickets[0].priceType.value = 2; }, "malformed");
        row(
            "reduced",
            [](Order& o) {
                o.tickets[0].priceType.value = 1;
                o.tickets[0].priceMinor = 2'500;
                o.tender.paidMinor -= 2'500;
            },
            "1 entry");
        row(
            "one ticket fewer", [](Order& o) { o.tickets.pop_back(), o.tender.paidMinor -= 3'000; }, "amount_mismatch");
        row(
            "another seat", [](Order& o) { o.tickets[0].seat = SeatIndex{1}; }, "amount_mismatch");
        row(
            "a seat twice", [](Order& o) { o.tickets[1].seat = o.tickets[0].seat; }, "malformed");
        row(
            "unknown seat", [](Order& o) { o.tickets[0].seat = SeatIndex{46}; }, "unknown_seat");
        row(
            "unknown area", [](Order& o) { o.tickets[4].standing = StandingIndex{1}; }, "unknown_seat");
        row(
            "no place", [](Order& o) { o.tickets[0].seat.reset(); }, "malformed");
        row(
            "no ticket", [](Order& o) { o.tickets.clear(), o.tender.paidMinor = 0; }, "malformed");
        row(
            "no id", [](Order& o) { o.id = {}; }, "malformed");
        row(
            "no serial", [](Order& o) { o.tickets[0].serial = {}; }, "malformed");
        row(
            "a serial twice", [](Order& o) { o.tickets[0].serial = o.tickets[1].serial; }, "malformed");
        row(
            "void at birth", [](Order& o) { o.tickets[0].voided = true; }, "malformed");
        row(
            "negative price", [](Order& o) { o.tickets[0].priceMinor = -1; }, "malformed");
        row(
            "huge price", [](Order& o) { o.tickets[0].priceMinor = INT64_MAX; }, "malformed");
        row(
            "2,001 tickets", [](Order& o) { o.tickets.resize(2'001, o.tickets[0]); }, "limit_exceeded");
    }
    void ordersMustFit()
    {
        QFETCH(Change, change);
        QFETCH(QString, answer);
        Basket event;
        Order order = event.order();
        change(order);
        const EventState before = event.state();
        QCOMPARE(event.sell(order), qPrintable(answer));
        QCOMPARE(event.state() == before, answer != QStringLiteral("1 entry"));
        QCOMPARE(event.state().audit(), std::string());
    }

    void aPriceThatIsNotSold()
    {
        const SeatPlanPtr plan = samplePlan();
        EventTerms terms = sampleTerms(*plan);
        terms.prices[0] = std::nullopt;
        SampleEvent event(plan, terms);
        const Places seat = event.places({"Stalls/1/1"});
        event.must(PlaceHold{hold1, ann, Channel::Fan, seat});
        Order order = event.orderOf(seat, 1, PriceTypeIndex{1});
        order.tickets[0].priceType = {};
        QCOMPARE(said(event.run(SellHold{hold1, ann, order})), "not_priced");
    }

    void lateSales_data()
    {
        QTest::addColumn<bool>("counter");
        QTest::addColumn<bool>("paying");
        QTest::addColumn<int>("millisecondsLate");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("swept"); // the answer when the sweep has been before
        QTest::newRow("fan at the deadline") << false << false << 0 << "1 entry"
                                             << "1 entry";
        QTest::newRow("fan past it") << false << false << 1 << "2 entries"
                                     << "1 entry";
        QTest::newRow("counter past it") << true << false << 1 << "1 entry"
                                         << "hold_gone";
        QTest::newRow("paying fan past it") << false << true << 1 << "1 entry"
                                            << "1 entry";
    }
    void lateSales()
    {
        QFETCH(bool, counter);
        QFETCH(bool, paying);
        QFETCH(int, millisecondsLate);
        QFETCH(QString, answer);
        QFETCH(QString, swept);
        Basket event(counter ? Channel::Counter : Channel::Fan);
        if (paying)
            event.must(StartPayment{hold1, ann, event.order().id});
        event.now = event.state().hold(hold1)->deadline() + Milliseconds(millisecondsLate);
        Order order = event.order();
        if (counter)
            order.channel = Channel::Counter;
        Basket late = event;
        QCOMPARE(event.sell(order), qPrintable(answer));
        late.must(SweepExpired{});
        QCOMPARE(late.sell(order), qPrintable(swept)); // money was taken: theirs, if nobody else has got it
        QCOMPARE(late.state().order(order.id) != nullptr, !counter);
        QCOMPARE(event.state().audit(), std::string());
    }

    void aLateCaptureTakesWhatIsFreeOnly_data()
    {
        QTest::addColumn<QString>("seat"); // has it by then
        QTest::addColumn<QString>("answer");
        QTest::newRow("nobody") << "nobody"
                                << "1 entry";
        QTest::newRow("a hold") << "a hold"
                                << "seat_taken";
        QTest::newRow("a hold that has run out") << "run out"
                                                 << "2 entries";
        QTest::newRow("somebody") << "somebody"
                                  << "seat_taken";
        QTest::newRow("other places than priced") << "price"
                                                  << "amount_mismatch";
    }
    void aLateCaptureTakesWhatIsFreeOnly()
    {
        QFETCH(QString, seat);
        QFETCH(QString, answer);
        Basket event;
        event.must(ReleaseHold{hold1, ann});
        Order order = event.order();
        const HoldId other = idOf<HoldId>(2);
        if (seat != QStringLiteral("nobody") && seat != QStringLiteral("price"))
            event.must(PlaceHold{other, bob, Channel::Fan, event.places({"Stalls/1/1"})});
        if (seat == QStringLiteral("run out"))
            event.now = event.now + std::chrono::hours(1);
        if (seat == QStringLiteral("somebody"))
            event.must(SellHold{other, bob, event.orderOf(event.places({"Stalls/1/1"}), 2)});
        if (seat == QStringLiteral("price"))
            order.tender.paidMinor = order.tickets[0].priceMinor = 1;
        if (seat == QStringLiteral("price"))
            order.tickets.resize(1);
        QCOMPARE(event.sell(order), qPrintable(answer));
        if (answer.startsWith(QLatin1Char('1')))
            QVERIFY(std::get<OrderPlaced>(event.log().back().body).late);
    }

    void onlyThePaymentThatBegan()
    {
        Basket event;
        event.must(StartPayment{hold1, ann, event.order().id});
        QCOMPARE(event.sell(event.order(2)), "payment_pending");
        QCOMPARE(event.sell(event.order()), "1 entry");
        QCOMPARE(said(event.run(FailPayment{hold1, event.order().id})), "0 entries");
    }

    void voidedPlacesAreFree()
    {
        Basket event;
        event.sell(event.order());
        const OrderId id = event.order().id;
        const TicketSerial first = event.order().tickets[0].serial;
        QCOMPARE(said(event.run(VoidTickets{id, {first}, "", "ada"})), "malformed");
        QCOMPARE(said(event.run(VoidTickets{idOf<OrderId>(9), {}, "ill", "ada"})), "order_gone");
        QCOMPARE(said(event.run(VoidTickets{id, {idOf<TicketSerial>(9)}, "ill", "ada"})), "malformed");
        QCOMPARE(said(event.run(VoidTickets{id, {first, first}, "ill", "ada"})), "malformed");
        QCOMPARE(said(event.run(VoidTickets{id, {first}, "ill", "ada"})), "1 entry");
        QCOMPARE(said(event.run(VoidTickets{id, {first}, "ill", "ada"})), "0 entries");
        QCOMPARE(event.seat("Stalls/1/1").status, SeatStatus::Free);
        QCOMPARE(event.state().order(id)->totalMinor(), 13'000);
        QCOMPARE(said(event.run(VoidTickets{id, {}, "ill", "ada"})), "1 entry");
        QCOMPARE(std::get<TicketsVoided>(event.log().back().body).serials.size(), std::size_t{4});
        QCOMPARE(said(event.run(VoidTickets{id, {}, "ill", "ada"})), "0 entries");
        QCOMPARE(event.state().freeSeats(), 46U);
        QCOMPARE(event.state().standing(StandingIndex{0}).free(), 50U);
        QCOMPARE(event.sell(event.order()), "0 entries"); // the order was placed once; it is not placed again
        QCOMPARE(event.state().audit(), std::string());
    }

    void aHoldBecomesAReservation()
    {
        Basket event(Channel::Counter);
        ReservePlaces command{reservation1, ann, hold1, {}, "Ms Lovelace", event.now + 30 * minute};
        ReservePlaces both = command;
        both.places = event.basket;
        QCOMPARE(said(event.run(both)), "malformed");
        both = command;
        both.holder = bob;
        QCOMPARE(said(event.run(both)), "hold_foreign");
        both = command;
        both.name.clear();
        QCOMPARE(said(event.run(both)), "malformed");
        both = command;
        both.until = event.now;
        QCOMPARE(said(event.run(both)), "malformed");
        QCOMPARE(said(event.run(command)), "1 entry");
        QCOMPARE(said(event.run(command)), "0 entries");
        QVERIFY(!event.state().hold(hold1));
        QCOMPARE(event.seat("Stalls/1/1").status, SeatStatus::Reserved);
        QCOMPARE(event.state().reservation(reservation1)->channel, Channel::Counter);
        QCOMPARE(said(event.run(PlaceHold{idOf<HoldId>(2), bob, Channel::Fan, event.basket})), "seat_taken");
        Order cheap = event.order();
        --cheap.tender.paidMinor;
        QCOMPARE(said(event.run(SellReservation{reservation1, cheap})), "amount_mismatch");
        QCOMPARE(said(event.run(SellReservation{reservation1, event.order()})), "1 entry");
        QCOMPARE(said(event.run(SellReservation{reservation1, event.order()})), "0 entries");
        QCOMPARE(event.state().audit(), std::string());
    }

    void payingHoldsAreNotReserved()
    {
        Basket event;
        event.must(StartPayment{hold1, ann, event.order().id});
        QCOMPARE(said(event.run(ReservePlaces{reservation1, ann, hold1, {}, "A", event.now + minute})),
                 "payment_pending");
    }

    void reservationsEnd()
    {
        SampleEvent event;
        const Places seats = event.places({"Stalls/2/1", "Stalls/2/2"});
        const ReservePlaces command{reservation1, ann, {}, seats, "Ms Lovelace", event.now + 30 * minute};
        QCOMPARE(said(event.run(command)), "1 entry");
        event.now = sampleNow + 30 * minute - Milliseconds(1);
        QCOMPARE(said(event.run(PlaceHold{hold1, bob, Channel::Fan, seats})), "seat_taken");
        QCOMPARE(said(event.run(SweepExpired{})), "0 entries");
        event.now = sampleNow + 30 * minute;
        SampleEvent ended = event;
        QCOMPARE(said(ended.run(EndReservation{reservation1})), "1 entry");
        QCOMPARE(said(ended.run(EndReservation{reservation1})), "0 entries");
        SampleEvent swept = event;
        QCOMPARE(said(swept.run(SweepExpired{})), "1 entry");
        QVERIFY(std::get<ReservationEnded>(swept.log().back().body).expired);
        QCOMPARE(said(swept.run(SellReservation{reservation1, event.orderOf(seats, 1)})), "hold_gone");
        const auto taken = event.run(PlaceHold{hold1, bob, Channel::Fan, seats});
        QCOMPARE(said(taken), "2 entries");
        QCOMPARE(std::get<ReservationEnded>(taken->at(0)), (ReservationEnded{reservation1, true}));
        QCOMPARE(event.state().audit(), std::string());
    }

    void theSweepTakesWhateverIsFirst()
    {
        SampleEvent event;
        event.must(ReservePlaces{reservation1, ann, {}, event.places({"Stalls/1/1"}), "A", event.now + 5 * minute});
        event.must(PlaceHold{hold1, ann, Channel::Fan, event.places({"Stalls/1/2"})}); // 8 minutes
        event.must(
            ReservePlaces{idOf<ReservationId>(2), ann, {}, event.places({"Stalls/1/3"}), "B", event.now + 9 * minute});
        event.now = event.now + 10 * minute;
        const std::vector<EntryBody> entries = event.must(SweepExpired{});
        QCOMPARE(entries.size(), std::size_t{3});
        QVERIFY(std::holds_alternative<ReservationEnded>(entries[0]));
        QVERIFY(std::holds_alternative<HoldReleased>(entries[1]));
        QVERIFY(std::holds_alternative<ReservationEnded>(entries[2]));
    }

    void blockedSeats()
    {
        SampleEvent event;
        const std::vector<SeatIndex> seats = event.places({"Stalls/1/1", "Stalls/1/2"}).seats;
        QCOMPARE(said(event.run(BlockSeats{seats, true, ""})), "malformed");
        QCOMPARE(said(event.run(BlockSeats{{}, true, "camera"})), "malformed");
        QCOMPARE(said(event.run(BlockSeats{seats, true, "camera"})), "1 entry");
        QCOMPARE(said(event.run(BlockSeats{seats, true, "camera"})), "0 entries");
        QCOMPARE(said(event.run(BlockSeats{seats, false, "camera"})), "seat_taken");
        QCOMPARE(event.seat("Stalls/1/1").status, SeatStatus::Killed);
        const Places both = event.places({"Stalls/1/2", "Stalls/1/3"});
        QCOMPARE(said(event.run(PlaceHold{hold1, ann, Channel::Counter, both})), "seat_taken");
        event.must(PlaceHold{hold1, ann, Channel::Counter, event.places({"Stalls/1/3"})});
        QCOMPARE(said(event.run(BlockSeats{both.seats, false, "camera"})), "seat_taken");
        QCOMPARE(said(event.run(UnblockSeats{both.seats})), "1 entry"); // the held one is passed over
        QCOMPARE(said(event.run(UnblockSeats{both.seats})), "0 entries");
        QCOMPARE(event.seat("Stalls/1/2").status, SeatStatus::Free);
        QCOMPARE(event.seat("Stalls/1/3").status, SeatStatus::Held);
        QCOMPARE(event.state().audit(), std::string());
    }

    void anEventIsCreatedOnce()
    {
        SampleEvent event;
        EventTerms terms = event.terms();
        QCOMPARE(said(event.run(CreateEvent{terms})), "0 entries");
        terms.title = "Another Night";
        QCOMPARE(said(event.run(CreateEvent{terms})), "malformed");
    }
};

QTEST_GUILESS_MAIN(SalesTest)
#include "sales_test.moc"
