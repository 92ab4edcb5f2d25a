// The pure parts: how a seat looks, what pending ops hide, how long a reserve may be sold from.
#include "sync/counter/allotment_clock.h"
#include "sync/counter/order_list.h"
#include "sync/counter/seat_view_rule.h"
#include "tests/support/sample_events.h"

#include <QtTest/QTest>

using namespace parterre;
using namespace parterre::testing;

class OverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sold and voided with the line down; then the centre answers for the sale, and the line drops again.
    void aVoidBehindALocalSaleIsDone()
    {
        const SampleEvent event;
        SellAllotted sale{Fence{2}, idOf<DeviceId>(7), event.orderOf(event.places({"Stalls/1/1"}), 9)};
        BookedStream stream;
        const auto book = [&stream](std::uint64_t opN, Command command) {
            BookedOp booked;
            booked.sealed.opN = opN;
            booked.op.command = std::move(command);
            stream.ops.push_back(std::move(booked));
        };
        book(1, sale);
        book(2, VoidTickets{sale.order.id, {}, "changed their mind", "ann"});
        const auto voided = [&] {
            return orderIn(event.state(), &stream, sale.device, sale.order.id)->order.tickets.front().voided;
        };
        QVERIFY(voided());
        stream.ops.front().outcome.emplace().kind = OutcomeKind::Confirmed;
        QVERIFY(voided());
        stream.ops.back().outcome.emplace().kind = OutcomeKind::Refused; // somebody had been let in
        QVERIFY(!voided());
    }

    void everySeatHasItsLook_data()
    {
        QTest::addColumn<SeatStatus>("status");
        QTest::addColumn<OverlayMark>("overlay");
        QTest::addColumn<bool>("basket");
        QTest::addColumn<bool>("own");
        QTest::addColumn<bool>("live");
        QTest::addColumn<bool>("line");
        QTest::addColumn<SeatMark>("mark");
        QTest::addColumn<bool>("reserve");
        QTest::addColumn<bool>("sellable");
        const auto none = OverlayMark::None;
        using S = SeatStatus;
        using M = SeatMark;
        QTest::newRow("free, line up") << S::Free << none << false << false << false << true << M::Free << false
                                       << true;
        QTest::newRow("free, line down") << S::Free << none << false << false << false << false << M::Free << false
                                         << false;
        QTest::newRow("own reserve, line down")
            << S::Allotted << none << false << true << true << false << M::Free << true << true;
        QTest::newRow("own reserve, time is up")
            << S::Allotted << none << false << true << false << false << M::Free << false << false;
        QTest::newRow("reserve of another")
            << S::Allotted << none << false << false << true << true << M::Elsewhere << false << false;
        QTest::newRow("sold here, the centre does not know")
            << S::Allotted << OverlayMark::SoldHere << false << true << true << false << M::Sold << false << false;
        QTest::newRow("asked for") << S::Free << OverlayMark::Asked << false << false << true << true << M::Held
                                   << false << false;
        QTest::newRow("own reserve, frozen by a question")
            << S::Allotted << OverlayMark::Asked << false << true << true << false << M::Held << false << false;
        QTest::newRow("given up, line up")
            << S::Allotted << OverlayMark::GivenUp << false << true << true << true << M::Free << false << true;
        QTest::newRow("given up, line down")
            << S::Allotted << OverlayMark::GivenUp << false << true << true << false << M::Free << false << false;
        QTest::newRow("in the basket") << S::Held << none << true << false << false << true << M::Selected << false
                                       << true;
        QTest::newRow("in the basket, local")
            << S::Allotted << none << true << true << true << false << M::Selected << true << true;
        QTest::newRow("held") << S::Held << none << false << false << true << true << M::Held << false << false;
        QTest::newRow("reserved") << S::Reserved << none << false << false << true << true << M::Reserved << false
                                  << false;
        QTest::newRow("sold") << S::Sold << none << false << false << true << true << M::Sold << false << false;
        QTest::newRow("house") << S::HouseHeld << none << false << false << true << true << M::Blocked << false
                               << false;
        QTest::newRow("killed") << S::Killed << none << false << false << true << true << M::Blocked << false << false;
    }
    void everySeatHasItsLook()
    {
        QFETCH(SeatStatus, status);
        QFETCH(OverlayMark, overlay);
        QFETCH(bool, basket);
        QFETCH(bool, own);
        QFETCH(bool, live);
        QFETCH(bool, line);
        const SeatSlot slot{status, Fence{status == SeatStatus::Allotted ? (own ? 5u : 6u) : 0u}, {}};
        const SeatView view = seatViewOf(slot, overlay, basket, {Fence{5}, live, false, line});
        QTEST(view.mark, "mark");
        QTEST(view.reserve, "reserve");
        QTEST(view.sellable, "sellable");
    }

    // Neither this counter nor anybody else sells what waits for a person.
    void anOwnReserveInLimboLooksHeld()
    {
        const SeatSlot own{SeatStatus::Allotted, Fence{5}, {}};
        const SeatView view = seatViewOf(own, OverlayMark::None, false, {Fence{5}, false, true, true});
        QCOMPARE(view.mark, SeatMark::Held);
        QVERIFY(!view.reserve && !view.sellable);
    }

    void pendingOpsHideTheirPlacesUntilTheBaseShowsThem()
    {
        SampleEvent event;
        const DeviceIdentity identity{{}, idOf<DeviceId>(1)};
        const SigningKey key = SigningKey::fromSeed(identity.seed);
        OpBook book;
        const auto add = [&](const Command& command) {
            const JournalledOp op = book.seal(identity, key, idOf<EventId>(1), command, "ann", sampleNow);
            book.add(op, decodeOp(op.sealed.bytes).value());
            return op.sealed.opN;
        };
        const Places floor{{}, {{StandingIndex{0}, 3}}};
        const Places places = event.places({"Stalls/1/1"}, floor.standing);
        const std::uint64_t sale = add(SellAllotted{Fence{2}, identity.device, event.orderOf(places, 1)});
        const std::uint64_t hold =
            add(PlaceHold{idOf<HoldId>(1), {}, Channel::Counter, event.places({"Stalls/1/2"}), {}});
        const auto overlayAt = [&](std::uint64_t cursor) {
            return Overlay::of(event.state(), book.unseenAt(idOf<EventId>(1), cursor));
        };
        const SeatIndex sold = event.plan().seatByLabel("Stalls/1/1").value();
        const SeatIndex held = event.plan().seatByLabel("Stalls/1/2").value();
        QCOMPARE(overlayAt(1).mark(sold), OverlayMark::SoldHere);
        QCOMPARE(overlayAt(1).mark(held), OverlayMark::Asked);
        QCOMPARE(overlayAt(1).unitsGone(StandingIndex{0}), 3u);
        book.setOutcome(idOf<EventId>(1), {sale, OutcomeKind::Confirmed, {}, {}, 4, {}});
        book.setOutcome(idOf<EventId>(1), {hold, OutcomeKind::Refused, ErrorCode::SeatTaken, {}, 4, {}});
        QCOMPARE(overlayAt(3).mark(sold), OverlayMark::SoldHere); // answered, not yet seen
        QCOMPARE(overlayAt(3).mark(held), OverlayMark::None);     // refused: never was
        QCOMPARE(overlayAt(4).mark(sold), OverlayMark::None);     // the base says it itself
        QCOMPARE(overlayAt(4).unitsGone(StandingIndex{0}), 0u);
    }

    void theReserveStopsInTime_data()
    {
        QTest::addColumn<QString>("boot");
        QTest::addColumn<qint64>("sinceBoot"); // seconds, now; the request left at 1,000
        QTest::addColumn<qint64>("wall");      // seconds since the request, by the wall clock
        QTest::addColumn<qint64>("left");      // seconds of a grant of 10 hours: 180 s margin
        QTest::newRow("at once") << "a" << qint64(1'000) << qint64(0) << qint64(35'820);
        QTest::newRow("an hour, whatever the wall says") << "a" << qint64(4'600) << qint64(-9'999) << qint64(32'220);
        QTest::newRow("just before") << "a" << qint64(36'819) << qint64(0) << qint64(1);
        QTest::newRow("over") << "a" << qint64(36'820) << qint64(0) << qint64(0);
        QTest::newRow("rebooted: wall and two minutes") << "b" << qint64(50) << qint64(600) << qint64(35'100);
        QTest::newRow("rebooted without an id") << "a" << qint64(50) << qint64(600) << qint64(35'100);
        QTest::newRow("rebooted, the clock went back") << "b" << qint64(50) << qint64(-1) << qint64(0);
        QTest::newRow("rebooted, a month later") << "b" << qint64(50) << qint64(31 * 86'400) << qint64(0);
    }
    void theReserveStopsInTime()
    {
        QFETCH(QString, boot);
        QFETCH(qint64, sinceBoot);
        QFETCH(qint64, wall);
        QFETCH(qint64, left);
        Allotment allotment;
        allotment.duration = std::chrono::hours(10);
        const GrantRecord grant{{}, 1, 1, Fence{5}, "a", std::chrono::seconds(1'000), sampleNow};
        const BootTime now{boot.toStdString(), std::chrono::seconds(sinceBoot), sampleNow + std::chrono::seconds(wall)};
        QCOMPARE(reserveLeft(allotment, grant, now).count(), left * 1'000);
    }
};

QTEST_GUILESS_MAIN(OverlayTest)
#include "overlay_test.moc"
