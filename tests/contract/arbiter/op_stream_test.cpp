// The stream of a counter's ops: replay, gap, fork, what is not understood, foreign devices, restarts (design 02).
#include "tests/support/arbiter_rig.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

// A counter that journals ops and pushes them.
class Counter
{
public:
    Counter(ArbiterRig& rig, std::uint64_t number) : m_rig(rig), m_device(idOf<DeviceId>(number)) {}

    DeviceId device() const { return m_device; }
    HolderId holder() const { return {m_device.bytes}; }
    std::vector<SealedOp> ops;

    void journal(Command command) { journalBytes(encodeOp(op(std::move(command)))); }
    void journalBytes(const Bytes& bytes)
    {
        const Bytes32 previous = ops.empty() ? Bytes32{} : ops.back().hash;
        ops.push_back({ops.size() + 1, bytes, opHash(previous, bytes), {}});
    }
    Op op(Command command) const
    {
        return {m_device, 1, m_rig.event(), ops.size() + 1, sampleNow, "Ada", std::move(command)};
    }
    // Pushes ops first … last, counted from 1.
    OutcomeBatch push(std::size_t first, std::size_t last)
    {
        OpBatch batch{m_device, 1, m_rig.event(), {}};
        for (std::size_t n = first; n <= last; ++n)
            batch.ops.push_back(ops[n - 1]);
        Result<OutcomeBatch> reply = m_rig.push(std::move(batch));
        PARTERRE_REQUIRE(reply.ok());
        return std::move(*reply);
    }
    OutcomeBatch pushAll() { return push(1, ops.size()); }

    SellAllotted sale(Fence fence, std::initializer_list<std::string_view> seats, std::uint64_t order)
    {
        SellAllotted sale{
            fence, m_device,
            orderFor(m_rig.plan(), m_rig.terms(), placesNamed(m_rig.plan(), seats), idOf<OrderId>(order))};
        sale.order.channel = Channel::Counter;
        sale.order.device = m_device;
        return sale;
    }

private:
    ArbiterRig& m_rig;
    DeviceId m_device;
};

std::string seatOf(ArbiterRig& rig, Fence fence, std::size_t at = 0)
{
    return rig.plan().label(rig.mirror().state().allotment(fence)->places.seats.at(at));
}

} // namespace

class OpStreamTest : public QObject
{
    Q_OBJECT

private:
    static void ledgers()
    {
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("memory") << false;
        QTest::newRow("sqlite") << true;
    }

private Q_SLOTS:
    void outcomesOfADay_data() { ledgers(); }
    void outcomesOfADay()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        counter.journal(RequestAllotment{counter.device(), {{PriceAreaIndex{0}, 6}}});
        const OutcomeBatch granted = counter.pushAll();
        QCOMPARE(granted.outcomes.at(0).kind, OutcomeKind::Granted);
        const Fence fence = granted.outcomes.at(0).fence;
        QCOMPARE(fence.value, std::uint64_t(2));

        const std::string mine = seatOf(rig, fence);
        QVERIFY(rig.ask(rig.hold(1, {"Circle/2/8"}, 3)));
        QVERIFY(rig.ask(
            SellHold{idOf<HoldId>(1), idOf<HolderId>(3),
                     orderFor(rig.plan(), rig.terms(), placesNamed(rig.plan(), {"Circle/2/8"}), idOf<OrderId>(90))}));
        counter.journal(counter.sale(fence, {mine}, 1));            // 2
        counter.journal(counter.sale(Fence{1}, {"Circle/1/1"}, 2)); // 3: dead fence, free
        counter.journal(counter.sale(Fence{1}, {"Circle/2/8"}, 3)); // 4: sold to a fan
        counter.journal(PlaceHold{idOf<HoldId>(2),
                                  counter.holder(),
                                  Channel::Counter,
                                  placesNamed(rig.plan(), {"Circle/2/8"}),
                                  {}});                          // 5: refused
        counter.journal(SealAllotment{fence, counter.device()}); // 6
        const OutcomeBatch day = counter.push(2, 6);
        QCOMPARE(day.applied, std::uint64_t(6));
        QVERIFY(!day.stopped);
        QCOMPARE(day.outcomes.at(0).kind, OutcomeKind::Confirmed);
        QCOMPARE(day.outcomes.at(1).kind, OutcomeKind::ConfirmedLate);
        QCOMPARE(day.outcomes.at(2).kind, OutcomeKind::Conflict);
        QCOMPARE(day.outcomes.at(3).kind, OutcomeKind::Refused);
        QCOMPARE(day.outcomes.at(3).error, ErrorCode::SeatTaken);
        QCOMPARE(day.outcomes.at(4).kind, OutcomeKind::Ok);
        QCOMPARE(day.outcomes.at(4).seq, day.headSeq);
        QCOMPARE(day.headSeq, rig.mirror().seq());
        QVERIFY(rig.mirror().state().allotments().empty());

        for (int round = 0; round < 2; ++round) { // all again, also after a restart: the same answers, no new entries
            OutcomeBatch again = counter.pushAll();
            QCOMPARE(again.outcomes.size(), std::size_t(6));
            QCOMPARE(again.outcomes.at(0).kind, OutcomeKind::Granted);
            QCOMPARE(again.outcomes.at(0).fence.value, std::uint64_t(0)); // nothing is live now
            again.outcomes.erase(again.outcomes.begin());
            QCOMPARE(again.outcomes, day.outcomes);
            QCOMPARE(again.headSeq, day.headSeq);
            rig.restart();
        }
        QCOMPARE(rig.stored().audit(), std::string());
    }

    void gapStopsTheStream_data() { ledgers(); }
    void gapStopsTheStream()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        for (std::uint64_t i = 1; i <= 4; ++i)
            counter.journal(ReleaseHold{idOf<HoldId>(i), counter.holder()});
        const OutcomeBatch early = counter.push(2, 3);
        QVERIFY(early.stopped && early.stopped->code == ErrorCode::OpGap);
        QCOMPARE(early.applied, std::uint64_t(0));
        QCOMPARE(counter.push(1, 2).applied, std::uint64_t(2));
        QVERIFY(counter.push(4, 4).stopped);
        const OutcomeBatch rest = counter.push(2, 4); // overlaps with what is known
        QVERIFY(!rest.stopped);
        QCOMPARE(rest.outcomes.size(), std::size_t(3));
        QCOMPARE(rest.applied, std::uint64_t(4));
    }

    void forkQuarantinesTheStream_data() { ledgers(); }
    void forkQuarantinesTheStream()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        counter.journal(RequestAllotment{counter.device(), {{PriceAreaIndex{0}, 6}}});
        counter.journal(ReleaseHold{idOf<HoldId>(1), counter.holder()});
        const Fence fence = counter.pushAll().outcomes.at(0).fence;
        Counter clone(rig, 7);
        clone.ops = {counter.ops[0]};
        clone.journal(ReleaseHold{idOf<HoldId>(2), counter.holder()}); // another op 2
        clone.journal(SealAllotment{fence, counter.device()});
        const std::uint64_t head = rig.mirror().seq();
        const OutcomeBatch forked = clone.pushAll();
        QVERIFY(forked.stopped && forked.stopped->code == ErrorCode::OpFork);
        QCOMPARE(forked.outcomes.size(), std::size_t(1));
        // Nobody may sell what it holds, and a person has to look.
        QCOMPARE(rig.mirror().state().allotment(fence)->phase, AllotmentPhase::Limbo);
        QCOMPARE(rig.mirror().state().alarms().size(), std::size_t(1));
        QVERIFY(rig.mirror().state().isTainted(counter.device()));
        QCOMPARE(rig.mirror().seq(), head + 2);
        for (int round = 0; round < 2; ++round) {
            const OutcomeBatch after = counter.pushAll(); // neither of the two is believed now (I18)
            QVERIFY(after.stopped && after.stopped->code == ErrorCode::Quarantined);
            QVERIFY(after.outcomes.empty());
            QCOMPARE(rig.mirror().seq(), head + 2);
            QVERIFY(rig.mirror().state().allotment(fence));
            rig.restart();
        }
    }

    void anEventOfAfterAForkHearsOfIt_data() { ledgers(); }
    void anEventOfAfterAForkHearsOfIt()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        counter.journal(ReleaseHold{idOf<HoldId>(1), counter.holder()});
        counter.pushAll();
        Counter clone(rig, 7);
        clone.journal(ReleaseHold{idOf<HoldId>(2), counter.holder()}); // another op 1
        QVERIFY(clone.pushAll().stopped->code == ErrorCode::OpFork);
        rig.restart(); // the ledger remembers it
        EventTerms later = rig.terms();
        later.event = idOf<EventId>(900);
        QVERIFY(rig.create(later).ok());
        const auto state = [&]() -> const EventState& { return rig.mirrors().find(later.event)->state(); };
        const auto push = [&](std::uint32_t installGen) {
            const Bytes bytes = encodeOp({counter.device(), installGen, later.event, 1, sampleNow, "Ada",
                                          ReleaseHold{idOf<HoldId>(3), counter.holder()}});
            return rig.push({counter.device(), installGen, later.event, {{1, bytes, opHash({}, bytes), {}}}}).value();
        };
        for (int round = 0; round < 2; ++round) {
            QVERIFY(push(1).stopped->code == ErrorCode::Quarantined);
            QCOMPARE(state().alarms().size(), std::size_t(1));
            QVERIFY(state().isTainted(counter.device()));
        }
        // A person has looked: that is not undone by the next op, nor by a restart.
        CommandRequest settle = rig.request(SettleAlarm{state().alarms().begin()->first, "ada", "one was a copy"});
        settle.event = later.event;
        std::optional<Result<CommandDone>> settled;
        rig.arbiter().submit(settle, rig.context(), [&](Result<CommandDone> done) { settled = std::move(done); });
        QVERIFY(waitUntil([&] { return settled.has_value(); }) && settled->ok());
        for (int round = 0; round < 2; ++round) {
            const OutcomeBatch taken = push(1);
            QVERIFY(!taken.stopped);
            QCOMPARE(taken.applied, std::uint64_t(1));
            QVERIFY(state().alarms().empty());
            rig.restart();
        }
        QVERIFY(!push(2).stopped); // its next installation is another one
        QVERIFY(state().alarms().empty());
    }

    void brokenChainIsAFork_data() { ledgers(); }
    void brokenChainIsAFork()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        counter.journal(ReleaseHold{idOf<HoldId>(1), counter.holder()});
        counter.journal(ReleaseHold{idOf<HoldId>(2), counter.holder()});
        counter.ops[1].hash[5] ^= 1;
        const OutcomeBatch reply = counter.pushAll();
        QVERIFY(reply.stopped && reply.stopped->code == ErrorCode::OpFork);
        QCOMPARE(reply.applied, std::uint64_t(1));
    }

    void malformedOpDoesNotBlockButFreesNothing_data() { ledgers(); }
    void malformedOpDoesNotBlockButFreesNothing()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        counter.journal(RequestAllotment{counter.device(), {{PriceAreaIndex{0}, 6}}});
        const Fence fence = counter.pushAll().outcomes.at(0).fence;
        const std::string mine = seatOf(rig, fence);
        counter.journalBytes(Bytes("not an op"));
        counter.journal(counter.sale(fence, {mine}, 1));
        const OutcomeBatch reply = counter.push(2, 3);
        QVERIFY(!reply.stopped);
        QCOMPARE(reply.outcomes.at(0).kind, OutcomeKind::Quarantined);
        QCOMPARE(reply.outcomes.at(0).error, ErrorCode::Malformed);
        QCOMPARE(reply.outcomes.at(1).kind, OutcomeKind::Confirmed);
        rig.restart(); // what is known of the stream comes from the ledger now
        counter.journal(SealAllotment{fence, counter.device()});
        const OutcomeBatch sealed = counter.push(4, 4);
        QCOMPARE(sealed.outcomes.at(0).kind, OutcomeKind::Quarantined);
        QVERIFY(rig.mirror().state().allotment(fence)); // I4
    }

    void foreignAndForbiddenOps_data() { ledgers(); }
    void foreignAndForbiddenOps()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        const Counter other(rig, 8);
        counter.journal(RequestAllotment{other.device(), {{PriceAreaIndex{0}, 6}}});
        counter.journal(
            PlaceHold{idOf<HoldId>(1), other.holder(), Channel::Counter, placesNamed(rig.plan(), {"Stalls/1/1"}), {}});
        counter.journal(BlockSeats{{SeatIndex{0}}, true, "mine"});
        counter.journal(CreateEvent{rig.terms()});
        SellAllotted sale = counter.sale(Fence{2}, {"Stalls/1/1"}, 1);
        sale.order.device = other.device();
        counter.journal(sale);
        Op elsewhere = counter.op(ReleaseHold{idOf<HoldId>(1), counter.holder()});
        elsewhere.event = idOf<EventId>(99);
        counter.journalBytes(encodeOp(elsewhere));
        const OutcomeBatch reply = counter.pushAll();
        QCOMPARE(reply.applied, std::uint64_t(6));
        for (const Outcome& outcome : reply.outcomes)
            QCOMPARE(outcome.kind, OutcomeKind::Quarantined);
        QCOMPARE(reply.outcomes.at(0).error, ErrorCode::Forbidden);
        QCOMPARE(reply.outcomes.at(5).error, ErrorCode::Malformed);
        QCOMPARE(rig.mirror().seq(), std::uint64_t(7)); // an alarm each, and nothing else
        QCOMPARE(rig.mirror().state().alarms().size(), std::size_t(6));
        for (const auto& [seq, alarm] : rig.mirror().state().alarms())
            QCOMPARE(alarm.kind, AlarmKind::OpNotUnderstood);
    }

    void failedCommitTakesNoOp_data() { ledgers(); }
    void failedCommitTakesNoOp()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        Counter counter(rig, 7);
        counter.journal(RequestAllotment{counter.device(), {{PriceAreaIndex{0}, 6}}});
        rig.watched().commitsToFail = 1;
        const Result<OutcomeBatch> failed = rig.push({counter.device(), 1, rig.event(), counter.ops});
        QVERIFY(!failed && failed.error().code == ErrorCode::Storage);
        QCOMPARE(rig.mirror().seq(), std::uint64_t(1));
        const OutcomeBatch reply = counter.pushAll();
        QCOMPARE(reply.outcomes.at(0).kind, OutcomeKind::Granted);
        QCOMPARE(reply.outcomes.at(0).fence.value, std::uint64_t(2));
    }

    void unknownEventAndTooManyOps()
    {
        ArbiterRig rig(false);
        const Result<OutcomeBatch> lost = rig.push({idOf<DeviceId>(7), 1, idOf<EventId>(99), {}});
        QVERIFY(!lost && lost.error().code == ErrorCode::NotFound);
        OpBatch large{idOf<DeviceId>(7), 1, rig.event(), {}};
        large.ops.resize(OpBatch::maxOps + 1);
        const Result<OutcomeBatch> refused = rig.push(large);
        QVERIFY(!refused && refused.error().code == ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(OpStreamTest)
#include "op_stream_test.moc"
