// apply() on cases, allotments' later life, tickets and counters: what it refuses from outside, and what is touched.
#include "tests/unit/domain/box_office.h"

#include <QTest>

#include <set>

using namespace parterre;
using namespace parterre::testing;

Q_DECLARE_METATYPE(EntryBody)

namespace {

const Fence live{4};  // East's, with Stalls/1/3 and Stalls/1/4, the latter asked back
const Fence limbo{6}; // West's, with Stalls/1/6

Case caseFor(const Order& order, Places lost, CasePhase phase = CasePhase::Open)
{
    Case of;
    of.id = CaseId{order.id.bytes};
    of.order = order;
    of.lost = std::move(lost);
    of.phase = phase;
    return of;
}

// Order 7 has Stalls/1/1, Ann pays for Stalls/1/2 (hold 8). Case 1 is open, 2 a contest that keeps Stalls/2/2, 3 has
// the offers Stalls/2/3 and Stalls/2/4, 4 has been exchanged (10.00 are due), 5 is refunded. Alarm 20 is open.
BoxOffice busyEvent()
{
    BoxOffice box;
    box.sellAway(box.places({"Stalls/1/1"}), 7);                                             // 2
    box.must(PlaceHold{idOf<HoldId>(8), ann, Channel::Fan, box.places({"Stalls/1/2"}), {}}); // 3
    box.grant(east, box.places({"Stalls/1/3", "Stalls/1/4"}));                               // 4
    box.must(RecallPlaces{box.places({"Stalls/1/4"})});                                      // 5
    box.grant(west, box.places({"Stalls/1/6"}));                                             // 6
    box.must(MarkLimbo{limbo, "test"});                                                      // 7
    box.must(StartPayment{idOf<HoldId>(8), ann, idOf<OrderId>(8)});                          // 8
    const Places lost = box.places({"Stalls/1/1"});
    const auto opened = [&](std::uint64_t number) { box.append(CaseOpened{caseFor(box.orderOf(lost, number), lost)}); };
    opened(1);                                                                    // 9
    box.must(box.provisional(west, box.places({"Stalls/1/2", "Stalls/2/2"}), 2)); // 10
    opened(3);                                                                    // 11
    box.append(CaseOffered{idOf<CaseId>(3),
                           {box.places({"Stalls/2/3"}), box.places({"Stalls/2/4"})},
                           box.now + Milliseconds(1'000),
                           {}});                                                                               // 12
    opened(4);                                                                                                 // 13
    box.append(CaseOffered{idOf<CaseId>(4), {box.places({"Circle/1/1"})}, box.now + Milliseconds(1'000), {}}); // 14
    box.must(AnswerOffer{idOf<CaseId>(4), 0, "ada"});                                                          // 15
    opened(5);                                                                                                 // 16
    box.append(CaseMoved{idOf<CaseId>(5), CasePhase::Refunded, {}, 5'000, "ada", {}});                         // 17
    box.append(TicketAdmitted{idOf<OrderId>(7), box.orderNo(7)->tickets[0].serial});                           // 18
    box.append(LogRestored{3, {idOf<DeviceId>(3)}});        // 19: puts East's in limbo, too
    box.append(AlarmRaised{AlarmKind::Suspect, west, "x"}); // 20
    return box;
}

// The same without the restore: East's allotment is live.
BoxOffice beforeRestore()
{
    const BoxOffice whole = busyEvent();
    BoxOffice box;
    for (std::size_t i = 1; i < 18; ++i)
        box.append(whole.log()[i].body);
    return box;
}

} // namespace

class FoldCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatDoesNotFollow_data()
    {
        QTest::addColumn<EntryBody>("body");
        const BoxOffice box = busyEvent();
        const auto row = [](const char* name, EntryBody body) { QTest::newRow(name) << std::move(body); };
        const auto places = [&box](std::initializer_list<std::string_view> labels) { return box.places(labels); };
        const Places one = places({"Stalls/1/1"});
        const Places free = places({"Stalls/3/1"});
        const Order order9 = box.orderOf(one, 9);

        Case of = caseFor(order9, one);
        of.id = idOf<CaseId>(10);
        row("case named unlike its order", CaseOpened{of});
        row("case id taken", CaseOpened{caseFor(box.orderOf(one, 5), one)});
        of = caseFor(order9, one, CasePhase::Offered);
        row("case begins offered", CaseOpened{of});
        of.phase = CasePhase::Refunded;
        row("case begins closed", CaseOpened{of});
        of = caseFor(order9, one);
        of.kept = free;
        row("open case keeps a seat", CaseOpened{of});
        of.phase = CasePhase::Contest;
        of.kept = one;
        row("contest keeps a seat that is sold", CaseOpened{of});
        of.kept = of.lost = free;
        row("contest waits for what it keeps", CaseOpened{of});
        of = caseFor(order9, one);
        of.refundMinor = 1;
        row("case with a past", CaseOpened{of});
        of = caseFor(order9, one);
        of.order.tender.paidMinor = 1;
        row("case of an order not paid in full", CaseOpened{of});

        row("keep for no contest", CaseKept{idOf<CaseId>(1), free});
        row("keep what it does not wait for", CaseKept{idOf<CaseId>(2), free});
        row("keep what is being paid", CaseKept{idOf<CaseId>(2), places({"Stalls/1/2"})});
        row("won without what it waits for", CaseSold{idOf<CaseId>(2), CasePhase::Won, box.caseNo(2).order, 0, {}});
        row("granted out of a contest", CaseSold{idOf<CaseId>(2), CasePhase::Granted, box.caseNo(2).order, 0, {}});
        row("won without a contest", CaseSold{idOf<CaseId>(1), CasePhase::Won, box.orderOf(free, 1), 0, {}});
        row("exchanged without an offer", CaseSold{idOf<CaseId>(1), CasePhase::Exchanged, box.orderOf(free, 1), 0, {}});
        row("exchanged for no offer", CaseSold{idOf<CaseId>(3), CasePhase::Exchanged, box.orderOf(free, 3), 0, {}});
        row("granted a seat that is sold", CaseSold{idOf<CaseId>(1), CasePhase::Granted, box.orderOf(one, 1), 0, {}});
        row("granted for less", CaseSold{idOf<CaseId>(1), CasePhase::Granted, box.orderOf(free, 1), 1'000, {}});
        row("granted to a larger party",
            CaseSold{idOf<CaseId>(1), CasePhase::Granted, box.orderOf(places({"Stalls/3/1", "Stalls/3/2"}), 1), 0, {}});
        row("granted under another id", CaseSold{idOf<CaseId>(1), CasePhase::Granted, box.orderOf(free, 6), 0, {}});
        row("granted when closed", CaseSold{idOf<CaseId>(5), CasePhase::Granted, box.orderOf(free, 5), 0, {}});

        row("offer of nothing", CaseOffered{idOf<CaseId>(1), {}, box.now, {}});
        row("offer of what is sold", CaseOffered{idOf<CaseId>(1), {one}, box.now, {}});
        row("the same offered twice", CaseOffered{idOf<CaseId>(1), {free, free}, box.now, {}});
        row("four offers", CaseOffered{idOf<CaseId>(1),
                                       {free, places({"Stalls/3/2"}), places({"Stalls/3/3"}), places({"Stalls/3/4"})},
                                       box.now,
                                       {}});
        row("offer beside an offer", CaseOffered{idOf<CaseId>(3), {free}, box.now, {}});
        row("offer in a contest", CaseOffered{idOf<CaseId>(2), {free}, box.now, {}});
        row("offer when closed", CaseOffered{idOf<CaseId>(5), {free}, box.now, {}});

        const auto moved = [](std::uint64_t number, CasePhase phase, std::int64_t refund = 0) {
            return CaseMoved{idOf<CaseId>(number), phase, {}, refund, "ada", {}};
        };
        row("move no case", moved(99, CasePhase::AtDoor));
        row("move to a contest", moved(1, CasePhase::Contest));
        row("move to an offer", moved(1, CasePhase::Offered));
        row("move to won", moved(1, CasePhase::Won));
        row("move to granted", moved(1, CasePhase::Granted));
        row("move to exchanged", moved(1, CasePhase::Exchanged));
        row("open again without a contest", moved(1, CasePhase::Open));
        row("contest lost without a loss", moved(2, CasePhase::Open));
        row("closed and moved", moved(5, CasePhase::AtDoor));
        row("exchanged and moved", moved(4, CasePhase::AtDoor));
        row("more due than was paid", moved(1, CasePhase::RefundDue, 5'001));
        row("less due than was paid", moved(1, CasePhase::RefundDue, 4'999));
        row("money back at the door", moved(1, CasePhase::AtDoor, 5'000));
        row("more money back for other seats", moved(4, CasePhase::Exchanged, 1'000));

        row("renew what is in limbo", AllotmentRenewed{limbo, {}, Milliseconds(1), box.now});
        row("recall from limbo", AllotmentRecalled{limbo, places({"Stalls/1/6"})});
        row("limbo twice", AllotmentLimbo{limbo, "x"});
        row("limbo of no allotment", AllotmentLimbo{Fence{5}, "x"});
        row("contact noted already", ContactNoted{live, false});
        row("contact of no allotment", ContactNoted{Fence{5}, false});
        WriteOff off{limbo, west, places({"Stalls/1/6"}), "ada", "x", box.now};
        off.places = places({"Stalls/1/3"});
        row("write-off of another list", AllotmentForced{off});
        off.places = places({"Stalls/1/6"});
        off.device = east;
        row("write-off of another counter", AllotmentForced{off});
        off.device = west;
        off.by.clear();
        row("write-off by nobody", AllotmentForced{off});

        const TicketSerial sold = box.orderNo(7)->tickets[0].serial;
        row("new paper for no order", TicketsReissued{idOf<OrderId>(99), {sold}, "x", "y"});
        row("new paper for no ticket", TicketsReissued{idOf<OrderId>(7), {}, "x", "y"});
        row("new paper twice", TicketsReissued{idOf<OrderId>(7), {sold, sold}, "x", "y"});
        row("new paper for foreign paper", TicketsReissued{idOf<OrderId>(7), {idOf<TicketSerial>(1)}, "x", "y"});
        row("let in twice", TicketAdmitted{idOf<OrderId>(7), sold});
        row("let in without a ticket", TicketAdmitted{idOf<OrderId>(7), idOf<TicketSerial>(1)});
        row("let in without an order", TicketAdmitted{idOf<OrderId>(99), sold});
        Order used = box.orderOf(free, 30);
        used.tickets[0].admitted = true;
        row("sold to somebody who is in", OrderPlaced{used, {}, {}, {}, true});

        row("settle no alarm", AlarmSettled{19, "ada", "x"});
        row("restored to no greater generation", LogRestored{3, {}});
        row("restored to too great a generation", LogRestored{1U << 22, {}});
        row("awaited out of order", LogRestored{4, {west, east}});
        row("awaited twice", LogRestored{4, {east, east}});
        row("reported by one nobody waits for", DeviceReported{east, {}, {}});
    }
    void refusesWhatDoesNotFollow()
    {
        QFETCH(EntryBody, body);
        const BoxOffice box = busyEvent();
        EventState state = box.state();
        const Result<void> applied = tryApply(state, {state.seq() + 1, box.now, {}, body});
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::Corrupt);
        QVERIFY(state == box.state());
    }

    void refusesOfALiveAllotment_data()
    {
        QTest::addColumn<EntryBody>("body");
        const BoxOffice box = beforeRestore();
        const auto row = [](const char* name, EntryBody body) { QTest::newRow(name) << std::move(body); };
        row("recalled twice", AllotmentRecalled{live, box.places({"Stalls/1/4"})});
        row("recalled from elsewhere", AllotmentRecalled{live, box.places({"Stalls/1/6"})});
        row("kept, not recalled", RecallDeclined{live, box.places({"Stalls/1/3"})});
        row("renewed with a sold seat", AllotmentRenewed{live, box.places({"Stalls/1/1"}), Milliseconds(1), box.now});
        row("written off alive", AllotmentForced{{live, east, box.places({"Stalls/1/3", "Stalls/1/4"}), "a", "b", {}}});
    }
    void refusesOfALiveAllotment()
    {
        QFETCH(EntryBody, body);
        const BoxOffice box = beforeRestore();
        EventState state = box.state();
        QVERIFY(!tryApply(state, {state.seq() + 1, box.now, {}, body}));
        QVERIFY(state == box.state());
        QCOMPARE(state.audit(), std::string());
    }

    void touched_data()
    {
        QTest::addColumn<EntryBody>("body");
        QTest::addColumn<QStringList>("seats");
        const BoxOffice box = busyEvent();
        const auto row = [](const char* name, EntryBody body, QStringList seats) {
            QTest::newRow(name) << std::move(body) << std::move(seats);
        };
        const auto seat = [](const char* label) { return QString::fromLatin1(label); };
        const Places two = box.places({"Stalls/3/1", "Stalls/3/2"});
        Case contest = caseFor(box.orderOf(two, 9), box.places({"Stalls/3/1"}), CasePhase::Contest);
        contest.kept = box.places({"Stalls/3/2"});
        row("contest opened", CaseOpened{contest}, {seat("Stalls/3/2")});
        row("kept", CaseKept{idOf<CaseId>(2), two}, {seat("Stalls/3/1"), seat("Stalls/3/2")});
        row("exchanged", CaseSold{idOf<CaseId>(3), CasePhase::Exchanged, box.orderOf(two, 3), 0, {}},
            {seat("Stalls/2/3"), seat("Stalls/2/4"), seat("Stalls/3/1"), seat("Stalls/3/2")});
        row("offered", CaseOffered{idOf<CaseId>(1), {two}, box.now, {}}, {seat("Stalls/3/1"), seat("Stalls/3/2")});
        row("moved", CaseMoved{idOf<CaseId>(3), CasePhase::RefundDue, {}, 5'000, {}, {}},
            {seat("Stalls/2/3"), seat("Stalls/2/4")});
        row("renewed", AllotmentRenewed{live, two, Milliseconds(1), box.now},
            {seat("Stalls/1/3"), seat("Stalls/1/4"), seat("Stalls/3/1"), seat("Stalls/3/2")});
        row("contact", ContactNoted{limbo, true}, {seat("Stalls/1/6")});
        row("limbo", AllotmentLimbo{live, "x"}, {seat("Stalls/1/3"), seat("Stalls/1/4")});
        row("written off", AllotmentForced{{limbo, west, box.places({"Stalls/1/6"}), "a", "b", {}}},
            {seat("Stalls/1/6")});
        row("restored", LogRestored{4, {}}, {seat("Stalls/1/3"), seat("Stalls/1/4"), seat("Stalls/1/6")});
        row("alarm", AlarmRaised{AlarmKind::Fork, east, "x"}, {});
        row("let in", TicketAdmitted{idOf<OrderId>(7), {}}, {});
        row("no case", CaseMoved{idOf<CaseId>(99), CasePhase::AtDoor, {}, 0, {}, {}}, {});
    }
    void touched()
    {
        QFETCH(EntryBody, body);
        QFETCH(QStringList, seats);
        const BoxOffice box = busyEvent();
        QStringList found;
        for (const SeatIndex seat : touchedSeats(box.state(), body))
            found += QString::fromStdString(box.plan().label(seat));
        QCOMPARE(found, seats);
    }

    // Two states with other claims differ in their digest; the way there does not matter.
    void theDigestIsOfTheClaims()
    {
        BoxOffice box;
        std::set<std::uint64_t> digests{box.state().digest()};
        const auto fresh = [&] { return digests.insert(box.state().digest()).second; };
        const std::uint64_t empty = box.state().digest();
        const Places seat = box.places({"Stalls/1/1"}, {{StandingIndex{0}, 2}});
        box.must(PlaceHold{idOf<HoldId>(1), ann, Channel::Fan, seat, {}});
        QVERIFY(fresh());
        box.must(ReleaseHold{idOf<HoldId>(1), ann});
        QCOMPARE(box.state().digest(), empty);
        box.must(PlaceHold{idOf<HoldId>(2), ann, Channel::Fan, seat, {}});
        QVERIFY(fresh()); // another hold of the same seat
        box.must(SellHold{idOf<HoldId>(2), ann, box.orderOf(seat, 1)});
        QVERIFY(fresh());
        const Fence fence = box.grant(east, box.places({"Stalls/2/1"}));
        QVERIFY(fresh());
        box.append(AllotmentRenewed{fence, {}, Milliseconds(1), box.now});
        QVERIFY(fresh()); // another fence
        box.must(BlockSeats{box.places({"Stalls/3/1"}).seats, false, "x"});
        QVERIFY(fresh());
        box.must(PlaceHold{idOf<HoldId>(3), ann, Channel::Fan, box.places({}, {{StandingIndex{0}, 1}}), {}});
        QVERIFY(fresh()); // units alone
        QVERIFY(box.state().digest() < (std::uint64_t{1} << 63));
        QCOMPARE(busyEvent().state().digest(), busyEvent().state().digest());
    }
};

QTEST_GUILESS_MAIN(FoldCasesTest)
#include "fold_cases_test.moc"
