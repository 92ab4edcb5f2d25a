// Allotments: who may sell off line, what a counter's facts do under a live and a dead fence, and what time may not do.
#include "sync/domain/allotment_rule.h"
#include "tests/support/sample_events.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

const DeviceId east = idOf<DeviceId>(1);
const DeviceId west = idOf<DeviceId>(2);
const HolderId ann = idOf<HolderId>(1);
const HoldId hold1 = idOf<HoldId>(1);

// East has these places; the grant is the second entry, so its fence is 2.
struct Venue : SampleEvent
{
    Fence fence{2};
    Places allotted = places({"Stalls/2/1", "Stalls/2/2", "Stalls/2/3"}, {{StandingIndex{0}, 4}});

    Venue() { append(AllotmentGranted{east, allotted, std::chrono::hours(24), now}); }
    Order order(std::initializer_list<std::string_view> labels, std::uint32_t units = 0, std::uint64_t id = 1) const
    {
        std::vector<StandingUnits> standing;
        if (units > 0)
            standing.push_back({StandingIndex{0}, units});
        return orderOf(places(labels, std::move(standing)), id);
    }
    const OrderPlaced& lastOrder() const { return std::get<OrderPlaced>(log().back().body); }
    const Case& lastCase() const { return std::get<CaseOpened>(log().back().body).opened; }
    std::uint32_t unitsLeft() const
    {
        const Places& left = state().allotment(fence)->places;
        return left.standing.empty() ? 0 : left.standing[0].count;
    }
};

} // namespace

class AllotmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grantedOnceAndOnlyFreePlaces()
    {
        SampleEvent event;
        event.must(PlaceHold{hold1, ann, Channel::Counter, event.places({"Stalls/1/1", "Stalls/1/2"})});
        const auto granted = event.run(RequestAllotment{east, {}});
        QCOMPARE(said(granted), "1 entry");
        const Allotment* allotment = event.state().allotmentOf(east);
        QCOMPARE(allotment->fence.value, event.state().seq());
        QCOMPARE(allotment->duration, std::chrono::hours(24));
        // About a tenth of each: 26 free at A, 16 at B, 50 units.
        QCOMPARE(allotment->places.seats.size(), std::size_t{4});
        QCOMPARE(allotment->places.standing, (std::vector<StandingUnits>{{StandingIndex{0}, 5}}));
        QCOMPARE(said(event.run(RequestAllotment{east, {}})), "0 entries");
        QCOMPARE(said(event.run(RequestAllotment{west, {}})), "1 entry");
        QCOMPARE(said(event.run(RequestAllotment{{}, {}})), "malformed");
        QCOMPARE(event.state().audit(), std::string());
    }

    void manyCountersLeaveEnoughToTheCentre()
    {
        SampleEvent event;
        for (std::uint64_t i = 1; i <= 70; ++i) {
            RequestAllotment greedy{idOf<DeviceId>(i), {}};
            for (std::uint16_t area = 0; area < 3; ++area)
                greedy.wishes.push_back({PriceAreaIndex{area}, 1'000});
            const auto granted = event.run(greedy);
            QVERIFY(granted.ok() || granted.error().code == ErrorCode::NotEnoughSeats ||
                    granted.error().code == ErrorCode::LimitExceeded);
        }
        std::uint32_t atA = 0;
        std::uint64_t units = event.state().standing(StandingIndex{0}).allotted;
        for (std::uint32_t i = 0; i < event.plan().seatCount(); ++i) {
            const bool allotted = event.state().seat(SeatIndex{i}).status == SeatStatus::Allotted;
            units += allotted ? 1 : 0;
            atA += allotted && event.plan().seat(SeatIndex{i}).priceArea.value == 0 ? 1 : 0;
        }
        QVERIFY2(atA <= 28 * 7 / 10, qPrintable(QString::number(atA)));
        QVERIFY2(units <= 96 * 6 / 10, qPrintable(QString::number(units)));
        QVERIFY2(units >= 50, qPrintable(QString::number(units)));
        QCOMPARE(event.seat("Stalls/3/9").status, SeatStatus::Free);  // the wheelchair place
        QCOMPARE(event.seat("Stalls/3/10").status, SeatStatus::Free); // and its companion
    }

    void atMost64Counters()
    {
        const SeatPlanPtr plan = planFromText({std::string(3'000, 'A')});
        SampleEvent event(plan, sampleTerms(*plan));
        for (std::uint64_t i = 1; i <= 64; ++i)
            QCOMPARE(said(event.run(RequestAllotment{idOf<DeviceId>(i), {{PriceAreaIndex{0}, 5}}})), "1 entry");
        QCOMPARE(said(event.run(RequestAllotment{idOf<DeviceId>(65), {{PriceAreaIndex{0}, 5}}})), "limit_exceeded");
    }

    void theWishIsBounded_data()
    {
        QTest::addColumn<uint>("wish");
        QTest::addColumn<std::size_t>("seats");
        QTest::newRow("rule") << 0U << std::size_t{40};
        QTest::newRow("10") << 10U << std::size_t{10};
        QTest::newRow("1,999") << 1'999U << std::size_t{1'999};
        QTest::newRow("2,001") << 2'001U << std::size_t{2'000};
        QTest::newRow("all the world") << 0xFFFFFFFFU << std::size_t{2'000};
    }
    void theWishIsBounded()
    {
        QFETCH(uint, wish);
        QFETCH(std::size_t, seats);
        std::vector<std::string> lines(100, std::string(60, 'A'));
        const SeatPlanPtr plan = planFromText(lines);
        SampleEvent event(plan, sampleTerms(*plan));
        const Places places = allotmentPlaces(
            event.state(), wish == 0 ? std::vector<AreaWish>{} : std::vector<AreaWish>{{PriceAreaIndex{0}, wish}},
            nullptr);
        QVERIFY2(places.seats.size() <= seats && places.seats.size() + 1 >= seats,
                 qPrintable(QString::number(places.seats.size())));
        QVERIFY(isCanonical(*plan, places));
    }

    void inBlocksFromTheMiddle()
    {
        std::vector<std::string> lines(20, std::string(10, 'A'));
        const SeatPlanPtr plan = planFromText(lines);
        SampleEvent event(plan, sampleTerms(*plan));
        const Places places = allotmentPlaces(event.state(), {}, nullptr); // 20 of 200: two whole rows
        QCOMPARE(places.seats.size(), std::size_t{20});
        QCOMPARE(places.seats.front().value % 10, 0U);
        QCOMPARE(places.seats[9].value, places.seats[0].value + 9);
        QVERIFY(places.seats.front().value >= 80 && places.seats.back().value < 140);
    }

    void grantsEndWithTheShow()
    {
        SampleEvent event;
        event.now = event.terms().startsAt;
        QCOMPARE(allotmentDuration(event.terms(), event.now), Milliseconds(3'600'000));
        event.now = event.now + std::chrono::hours(1);
        QCOMPARE(allotmentDuration(event.terms(), event.now), Milliseconds(0));
        QCOMPARE(said(event.run(RequestAllotment{east, {}})), "not_on_sale");
    }

    void timeNeverFreesAnAllotment()
    {
        Venue event;
        event.now = event.now + std::chrono::hours(24 * 400);
        QCOMPARE(said(event.run(SweepExpired{})), "1 entry"); // it goes into limbo, and that is all
        QCOMPARE(event.state().allotment(event.fence)->places, event.allotted);
        QCOMPARE(said(event.run(PlaceHold{hold1, ann, Channel::Fan, event.places({"Stalls/2/1"})})), "seat_taken");
        QCOMPARE(said(event.run(BlockSeats{event.places({"Stalls/2/1"}).seats, true, "x"})), "seat_taken");
        QCOMPARE(said(event.run(ReservePlaces{
                     idOf<ReservationId>(1), ann, {}, event.places({"Stalls/2/1"}), "A", event.now + Milliseconds(1)})),
                 "seat_taken");
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, event.order({"Stalls/2/1"})})), "1 entry");
        QVERIFY(!event.lastOrder().late);
    }

    void soldUnderALiveFence()
    {
        Venue event;
        const SellAllotted sale{event.fence, east, event.order({"Stalls/2/1"}, 3)};
        QCOMPARE(said(event.run(sale)), "1 entry");
        QCOMPARE(event.lastOrder().fence.value(), event.fence);
        QVERIFY(!event.lastOrder().late);
        QCOMPARE(said(event.run(sale)), "0 entries");
        QCOMPARE(event.unitsLeft(), 1U);
        QCOMPARE(event.state().allotment(event.fence)->places.seats.size(), std::size_t{2});
        // Sold out, it stays open until the counter seals it.
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, event.order({"Stalls/2/2", "Stalls/2/3"}, 1, 2)})),
                 "1 entry");
        QVERIFY(event.state().allotment(event.fence)->places.empty());
        QCOMPARE(said(event.run(SealAllotment{event.fence, east})), "1 entry");
        QCOMPARE(event.state().audit(), std::string());
    }

    void pricesAreThoseCharged()
    {
        Venue event;
        Order order = event.order({"Stalls/2/1"});
        order.tickets[0].priceMinor = 1;
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, order})), "amount_mismatch"); // 50.00 paid for 0.01
        order.tender.paidMinor = 1;
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, order})), "1 entry");
        order.tickets[0].serial = idOf<TicketSerial>(77);
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, order})), "malformed"); // its id, other tickets
    }

    void partlyOutsideIsLate()
    {
        Venue event;
        // Under a dead fence; under a live one it would be impossible.
        QCOMPARE(said(event.run(SellAllotted{Fence{1}, east, event.order({"Stalls/2/3", "Stalls/2/4"}, 6)})),
                 "1 entry");
        QVERIFY(event.lastOrder().late);
        QCOMPARE(event.lastOrder().fence.value(), event.fence);
        QCOMPARE(event.unitsLeft(), 0U);
        QCOMPARE(event.state().standing(StandingIndex{0}).sold, 6U);
        QCOMPARE(event.state().audit(), std::string());
    }

    void aDeadFenceSellsWhatIsFree()
    {
        Venue event;
        event.must(SealAllotment{event.fence, east});
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, event.order({"Stalls/2/1"}, 2)})), "1 entry");
        QVERIFY(event.lastOrder().late);
        QVERIFY(!event.lastOrder().fence);
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, event.order({"Stalls/2/1"}, 2)})), "0 entries");
    }

    void aDeadFenceTakesFromUnpaidHolds()
    {
        Venue event;
        event.must(SealAllotment{event.fence, east});
        event.must(PlaceHold{hold1, ann, Channel::Fan, event.places({"Stalls/2/1", "Stalls/2/2"})});
        const auto sold = event.run(SellAllotted{event.fence, east, event.order({"Stalls/2/1"})});
        QCOMPARE(said(sold), "2 entries");
        QCOMPARE(std::get<HoldReleased>(sold->at(0)), (HoldReleased{hold1, false}));
        QVERIFY(event.lastOrder().late);
        QCOMPARE(event.seat("Stalls/2/2").status, SeatStatus::Free);
        QCOMPARE(event.state().audit(), std::string());
    }

    void aDeadFenceTakesStandingUnitsFromUnpaidHolds()
    {
        Venue event;
        event.must(SealAllotment{event.fence, east});
        event.must(PlaceHold{hold1, ann, Channel::Counter, event.places({}, {{StandingIndex{0}, 30}})});
        event.now = event.now + Milliseconds(1);
        event.must(PlaceHold{idOf<HoldId>(2), ann, Channel::Counter, event.places({}, {{StandingIndex{0}, 20}})});
        const auto sold = event.run(SellAllotted{event.fence, east, event.order({}, 2)});
        QCOMPARE(said(sold), "2 entries"); // the older hold is enough
        QCOMPARE(std::get<HoldReleased>(sold->at(0)).hold, hold1);
    }

    void whoeverPaysIsNotDisturbed()
    {
        Venue event;
        event.must(SealAllotment{event.fence, east});
        event.must(PlaceHold{hold1, ann, Channel::Fan, event.places({"Stalls/2/1"})});
        event.must(StartPayment{hold1, ann, idOf<OrderId>(50)});
        const SellAllotted sale{event.fence, east, event.order({"Stalls/2/1", "Stalls/2/2"}, 1)};
        QCOMPARE(said(event.run(sale)), "1 entry");
        QCOMPARE(event.lastCase().id.bytes, sale.order.id.bytes);
        QCOMPARE(event.lastCase().lost, event.places({"Stalls/2/1"}));
        QCOMPARE(event.lastCase().order, sale.order);
        QCOMPARE(event.lastCase().phase, CasePhase::Contest); // the payment decides; the rest waits with it
        QCOMPARE(event.seat("Stalls/2/1").status, SeatStatus::Held);
        QCOMPARE(event.seat("Stalls/2/2").status, SeatStatus::Kept);
        QVERIFY(!event.state().order(sale.order.id));
        QCOMPARE(said(event.run(sale)), "0 entries");
        QCOMPARE(said(event.run(SellHold{hold1, ann, event.orderOf(event.places({"Stalls/2/1"}), 1)})), "malformed");
    }

    void loses_data()
    {
        QTest::addColumn<QString>("to");
        for (const char* to : {"sold", "reserved", "blocked", "allotted"})
            QTest::newRow(to) << QString::fromLatin1(to);
    }
    void loses()
    {
        QFETCH(QString, to);
        Venue event;
        event.must(SealAllotment{event.fence, east});
        const Places seat = event.places({"Stalls/2/1"});
        if (to == QStringLiteral("blocked"))
            event.must(BlockSeats{seat.seats, false, "press"});
        else if (to == QStringLiteral("reserved"))
            event.must(ReservePlaces{idOf<ReservationId>(1), ann, {}, seat, "A", event.now + Milliseconds(1)});
        else if (to == QStringLiteral("allotted"))
            event.append(AllotmentGranted{west, seat, std::chrono::hours(1), event.now});
        else
            event.append(OrderPlaced{event.orderOf(seat, 9), {}, {}, {}, true});
        const SeatSlot before = event.seat("Stalls/2/1");
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, event.order({"Stalls/2/1"})})), "1 entry");
        QCOMPARE(event.lastCase().lost, seat);
        QCOMPARE(event.seat("Stalls/2/1"), before);
        QCOMPARE(event.state().audit(), std::string());
    }

    void anothersFenceIsDead()
    {
        Venue event;
        QCOMPARE(said(event.run(SellAllotted{event.fence, west, event.order({"Stalls/2/1"})})), "1 entry");
        QCOMPARE(event.lastCase().lost, event.places({"Stalls/2/1"}));
        QCOMPARE(said(event.run(SellAllotted{event.fence, west, event.order({"Stalls/1/1"}, 0, 2)})), "1 entry");
        QVERIFY(event.lastOrder().late);
        QVERIFY(!event.lastOrder().fence);
        const Allotment untouched{event.fence, event.fence, east, event.allotted, {}, std::chrono::hours(24),
                                  sampleNow};
        QCOMPARE(*event.state().allotment(event.fence), untouched);
    }

    void standingUnitsThatAreNotThere()
    {
        Venue event;
        event.must(PlaceHold{hold1, ann, Channel::Counter, event.places({}, {{StandingIndex{0}, 46}})});
        event.must(StartPayment{hold1, ann, idOf<OrderId>(50)});
        QCOMPARE(said(event.run(SellAllotted{event.fence, east, event.order({}, 3, 2)})), "1 entry");
        QVERIFY(!event.lastOrder().late);
        QCOMPARE(said(event.run(SellAllotted{Fence{1}, east, event.order({}, 3)})), "2 entries");
        QCOMPARE(event.lastCase().kept, event.places({}, {{StandingIndex{0}, 1}})); // the last of its own
        QCOMPARE(event.lastCase().lost, event.places({}, {{StandingIndex{0}, 2}}));
        QCOMPARE(event.unitsLeft(), 0U);
    }

    void returned()
    {
        Venue event;
        const Places some = event.places({"Stalls/2/1", "Stalls/1/1"}, {{StandingIndex{0}, 1}}); // one is not its own
        QCOMPARE(said(event.run(ReturnPlaces{event.fence, west, some})), "allotment_foreign");
        QCOMPARE(said(event.run(ReturnPlaces{Fence{1}, east, some})), "0 entries");
        QCOMPARE(said(event.run(ReturnPlaces{event.fence, east, {}})), "malformed");
        QCOMPARE(said(event.run(ReturnPlaces{event.fence, east, some})), "1 entry");
        QCOMPARE(event.seat("Stalls/2/1").status, SeatStatus::Free);
        QCOMPARE(event.unitsLeft(), 3U);
        QCOMPARE(said(event.run(ReturnPlaces{event.fence, east, event.places({"Stalls/2/1"})})), "0 entries");
        // The last place closes it.
        QCOMPARE(said(event.run(ReturnPlaces{event.fence, east, event.allotted})), "2 entries");
        QVERIFY(!event.state().allotment(event.fence));
        QCOMPARE(event.state().freeSeats(), 46U);
        QCOMPARE(event.state().standing(StandingIndex{0}).free(), 50U);
    }

    void sealed()
    {
        Venue event;
        event.must(SellAllotted{event.fence, east, event.order({"Stalls/2/1"}, 1)});
        QCOMPARE(said(event.run(SealAllotment{event.fence, west})), "allotment_foreign");
        QCOMPARE(said(event.run(SealAllotment{event.fence, east})), "1 entry");
        QCOMPARE(said(event.run(SealAllotment{event.fence, east})), "0 entries");
        QCOMPARE(event.state().freeSeats(), 45U);
        QCOMPARE(event.state().standing(StandingIndex{0}).free(), 49U);
        QCOMPARE(said(event.run(RequestAllotment{east, {}})), "1 entry");
        QVERIFY(event.state().allotmentOf(east)->fence > event.fence);
        QCOMPARE(event.state().audit(), std::string());
    }

    void voidedSeatsOfAnAllotmentAreFree()
    {
        Venue event;
        const Order order = event.order({"Stalls/2/1"}, 1);
        event.must(SellAllotted{event.fence, east, order});
        event.must(VoidTickets{order.id, {}, "ill", "ada"});
        QCOMPARE(event.seat("Stalls/2/1").status, SeatStatus::Free);
        QCOMPARE(event.unitsLeft(), 3U);
    }
};

QTEST_GUILESS_MAIN(AllotmentsTest)
#include "allotments_test.moc"
