// A snapshot brings back exactly the state, or says what is wrong with it.
#include <QTest> // first: moc 6.4 cannot read <chrono> of libstdc++ 12 before Qt

#include "sync/domain/apply.h"
#include "sync/wire/snapshot.h"

#include <random>

using namespace parterre;

namespace {

// One section, `rows` rows of 50 seats, one standing area of 1,000.
SeatPlanPtr plan(std::uint32_t rows)
{
    SeatPlanParts parts;
    parts.name = "Haus";
    parts.width = 50;
    parts.height = rows;
    parts.priceAreas = {{"A", {}}};
    parts.sections = {{"Parkett", RowIndex{0}, rows}};
    for (std::uint32_t row = 0; row < rows; ++row) {
        parts.rows.push_back({std::to_string(row + 1), SectionIndex{0}, SeatIndex{row * 50}, 50});
        for (std::uint32_t seat = 0; seat < 50; ++seat)
            parts.seats.push_back(
                {std::to_string(seat + 1), {double(seat), double(row)}, RowIndex{row}, PriceAreaIndex{0}, 0, ""});
    }
    parts.standing = {{"Platz", 1000, PriceAreaIndex{0}, {Outline::Kind::Rectangle, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}}}};
    const auto made = SeatPlan::create(parts);
    PARTERRE_REQUIRE(made.ok());
    return *made;
}

template <typename Id>
Id idOf(std::uint32_t number)
{
    Id id;
    for (unsigned i = 0; i < 4; ++i)
        id.bytes[12 + i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    id.bytes[0] = 1;
    return id;
}

// An event built by folding entries, as the server does.
class Story
{
public:
    explicit Story(SeatPlanPtr plan) : state(std::move(plan))
    {
        EventTerms terms;
        terms.event = idOf<EventId>(1);
        terms.title = "Premiere";
        terms.venue = "Haus";
        terms.priceTypes = {"Normal"};
        terms.prices = {2500};
        add(EventCreated{terms});
    }
    void add(EntryBody body)
    {
        const auto folded = tryApply(state, {state.seq() + 1, Instant{1'795'000'000'000}, {}, std::move(body)});
        if (!folded)
            qFatal("%s", folded.error().detail.c_str());
    }
    Order order(std::uint32_t number, std::vector<std::uint32_t> seats, std::uint32_t standing = 0)
    {
        Order order;
        order.id = idOf<OrderId>(number);
        order.buyer = {"Ada", "ada@example.org"};
        order.soldAt = Instant{1'795'000'000'000};
        for (const std::uint32_t seat : seats)
            order.tickets.push_back({idOf<TicketSerial>(m_serial++), SeatIndex{seat}, {}, {}, 2500, false});
        for (; standing > 0; --standing)
            order.tickets.push_back({idOf<TicketSerial>(m_serial++), {}, StandingIndex{0}, {}, 2500, false});
        order.tender.paidMinor = 2500 * static_cast<std::int64_t>(order.tickets.size());
        return order;
    }
    EventState state;

private:
    std::uint32_t m_serial = 1;
};

Case lostCase(const Order& order, const Places& lost, CasePhase phase = CasePhase::Open)
{
    Case of;
    of.id = CaseId{order.id.bytes};
    of.order = order;
    of.provisional = true;
    of.wish = Wish::Auto;
    of.phase = phase;
    of.lost = lost;
    return of;
}

// One case in each of the phases that the rules look at: open, a contest, offered; and one that is over.
void addCases(Story& story, Instant soon)
{
    const Places sold{{SeatIndex{20}}, {}};
    story.add(CaseOpened{lostCase(story.order(9, {20}), sold)});
    Case contest = lostCase(story.order(12, {3, 22}), {{SeatIndex{3}}, {}}, CasePhase::Contest);
    contest.kept = {{SeatIndex{22}}, {}};
    contest.fence = Fence{3};
    story.add(CaseOpened{contest});
    story.add(CaseOpened{lostCase(story.order(13, {20}), sold)});
    story.add(CaseOffered{idOf<CaseId>(13), {{{SeatIndex{24}}, {}}, {{SeatIndex{25}}, {}}}, soon, "Mia"});
    story.add(CaseOpened{lostCase(story.order(14, {20}), sold)});
    story.add(CaseMoved{idOf<CaseId>(14), CasePhase::Refunded, {}, 2500, "Mia", "cash"});
}

// New paper, somebody let in, an allotment written off, one renewed and asked for, alarms, and a restore.
void addCounters(Story& story, Instant soon)
{
    const TicketSerial paper = story.state.order(idOf<OrderId>(5))->tickets[0].serial;
    story.add(TicketsReissued{idOf<OrderId>(5), {paper}, "wet", "Mia"});
    story.add(TicketAdmitted{idOf<OrderId>(5), reissuedSerial(paper)});
    story.add(AllotmentGranted{idOf<DeviceId>(4), {{SeatIndex{15}}, {}}, Milliseconds(1000), soon});
    const Fence lost = story.state.allotmentOf(idOf<DeviceId>(4))->fence;
    story.add(AllotmentLimbo{lost, "stolen"});
    story.add(AllotmentForced{{lost, idOf<DeviceId>(4), {{SeatIndex{15}}, {}}, "Mia", "stolen", soon}});
    story.add(AlarmRaised{AlarmKind::Suspect, idOf<DeviceId>(4), "journal behind"});
    story.add(LogRestored{2, {idOf<DeviceId>(3), idOf<DeviceId>(5)}});
    story.add(AllotmentGranted{idOf<DeviceId>(6), {{SeatIndex{16}}, {}}, Milliseconds(1000), soon});
    const Fence old = story.state.allotmentOf(idOf<DeviceId>(6))->fence;
    story.add(AllotmentRenewed{old, {{SeatIndex{17}}, {}}, Milliseconds(2000), soon});
    const Fence fresh = story.state.allotmentOf(idOf<DeviceId>(6))->fence;
    story.add(AllotmentRecalled{fresh, {{SeatIndex{16}}, {}}});
    story.add(ContactNoted{fresh, false});
}

Story fullStory(std::uint32_t rows)
{
    Story story(plan(rows));
    const Instant soon{1'795'000'480'000};
    story.add(HoldPlaced{idOf<HoldId>(1), idOf<HolderId>(9), Channel::Fan, {{SeatIndex{3}, SeatIndex{4}}, {}}, soon});
    story.add(HoldPlaced{idOf<HoldId>(2), idOf<HolderId>(9), Channel::Fan, {{}, {{StandingIndex{0}, 5}}}, soon});
    story.add(PaymentStarted{idOf<HoldId>(2), idOf<OrderId>(77), soon + Milliseconds(60'000)});
    story.add(HoldExtended{idOf<HoldId>(1), soon + Milliseconds(240'000)});
    story.add(AllotmentGranted{
        idOf<DeviceId>(3), {{SeatIndex{10}, SeatIndex{11}}, {{StandingIndex{0}, 20}}}, Milliseconds(1000), soon});
    Order sold = story.order(5, {20, 21}, 2);
    story.add(OrderPlaced{.order = sold});
    story.add(TicketsVoided{sold.id, {sold.tickets[1].serial}, "wrong row", "Mia"});
    story.add(PlacesReserved{
        {idOf<ReservationId>(6), Channel::Counter, "Kaya", {{SeatIndex{30}}, {{StandingIndex{0}, 1}}}, soon}, {}});
    story.add(SeatsBlocked{{SeatIndex{40}, SeatIndex{41}}, false, "press"});
    story.add(SeatsBlocked{{SeatIndex{42}}, true, "pillar"});
    addCases(story, soon);
    addCounters(story, soon);
    return story;
}

} // namespace

class SnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsBackTheState()
    {
        const Story story = fullStory(2);
        const Snapshot before{idOf<LogId>(4), Bytes32{1, 2, 3}, story.state};
        const Bytes bytes = encodeSnapshot(before);
        const auto after = decodeSnapshot(bytes, story.state.planPtr());
        QVERIFY2(after.ok(), after.ok() ? "" : after.error().detail.c_str());
        QVERIFY(after->logId == before.logId);
        QVERIFY(after->headHash == before.headHash);
        QVERIFY(after->state == before.state);
        QCOMPARE(after->state.digest(), before.state.digest());
        QCOMPARE(after->state.unsettledCases().size(), std::size_t{2});
        QCOMPARE(after->state.nextDeadline(), before.state.nextDeadline());
        QVERIFY(encodeSnapshot(*after) == bytes);
    }

    void stateGoesOnAsIfItHadNeverStopped()
    {
        Story story = fullStory(2);
        auto after = decodeSnapshot(encodeSnapshot({{}, {}, story.state}), story.state.planPtr());
        QVERIFY(after.ok());
        const LogEntry next{story.state.seq() + 1, {}, {}, AllotmentClosed{story.state.allotments().begin()->first}};
        QVERIFY(tryApply(after->state, next).ok());
        QVERIFY(tryApply(story.state, next).ok());
        QVERIFY(after->state == story.state);
        QCOMPARE(after->state.audit(), std::string());
    }

    void emptyEvent()
    {
        const EventState empty(plan(1));
        const auto after = decodeSnapshot(encodeSnapshot({{}, {}, empty}), empty.planPtr());
        QVERIFY2(after.ok(), after.ok() ? "" : after.error().detail.c_str());
        QVERIFY(after->state == empty);
    }

    void damageIsRefusedOrAnotherState()
    {
        const Story story = fullStory(1);
        const Bytes bytes = encodeSnapshot({idOf<LogId>(4), {}, story.state});
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!decodeSnapshot(bytes.left(size), story.state.planPtr()));
        int accepted = 0;
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (const int flip : {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
                Bytes damaged = bytes;
                damaged[at] = static_cast<char>(damaged[at] ^ flip);
                const auto decoded = decodeSnapshot(damaged, story.state.planPtr());
                if (!decoded)
                    continue;
                ++accepted;
                QVERIFY(encodeSnapshot(*decoded) == damaged);
                QCOMPARE(decoded->state.audit(), std::string());
            }
        }
        QVERIFY(accepted > 0); // ids and names may differ; who has a seat may not contradict itself
    }

    void foreignPlanIsCorrupt()
    {
        Story story(plan(2));
        story.add(SeatsBlocked{{SeatIndex{99}}, true, "pillar"});
        const auto decoded = decodeSnapshot(encodeSnapshot({{}, {}, story.state}), plan(1));
        QCOMPARE(decoded.error().code, ErrorCode::Corrupt);
        QCOMPARE(decoded.error().detail, std::string("snapshot: a claimed seat is not of the plan"));
    }

    void largeHouseIsCompact()
    {
        Story story(plan(400)); // 20,000 seats, all sold in pairs
        for (std::uint32_t seat = 0; seat < 20'000; seat += 2)
            story.add(OrderPlaced{.order = story.order(seat + 1, {seat, seat + 1})});
        const Bytes bytes = encodeSnapshot({{}, {}, story.state});
        QVERIFY2(bytes.size() < 10'000 * 140, qPrintable(QString::number(bytes.size())));
        const auto after = decodeSnapshot(bytes, story.state.planPtr());
        QVERIFY(after.ok());
        QVERIFY(after->state == story.state);
    }
};

QTEST_GUILESS_MAIN(SnapshotTest)
#include "snapshot_test.moc"
