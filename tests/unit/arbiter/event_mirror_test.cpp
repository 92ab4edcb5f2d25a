// EventMirror: equals the state it follows, and tells exactly what changed.
#include "server/arbiter/live_event.h"
#include "server/arbiter/mirror_set.h"
#include "sync/wire/availability.h"
#include "sync/wire/log_page.h"
#include "tests/support/keyed_random.h"
#include "tests/support/sample_events.h"
#include "tests/unit/domain/random_commands.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

// The writer's side of one event, and its mirror.
class Pair
{
public:
    explicit Pair(EventMirror::Limits limits = {})
        : live({idOf<EventId>(1), idOf<PlanId>(1), idOf<LogId>(1), 0, {}}, EventState(samplePlan()))
    {
        PARTERRE_REQUIRE(live.run(CreateEvent{sampleTerms(live.state().plan())}, {}, sampleNow).ok());
        const CommittedPtr created = live.committed(live.takePending());
        PARTERRE_REQUIRE(created->created && created->created->seq() == 1);
        mirror.emplace(OpenedEvent{live.record(), created->created}, limits);
    }

    // True when something was committed.
    bool run(const Command& command, Instant now = sampleNow)
    {
        (void)live.run(command, idOf<CauseId>(live.state().seq()), now); // refusals are fine
        if (!live.hasPending())
            return false;
        last = live.committed(live.takePending());
        mirror->take(*last);
        return true;
    }

    LiveEvent live;
    std::optional<EventMirror> mirror;
    CommittedPtr last;
};

PlaceHold holdOf(const SeatPlan& plan, std::uint64_t number, std::string_view seat)
{
    return {idOf<HoldId>(number), idOf<HolderId>(number), Channel::Fan, placesNamed(plan, {seat}), {}};
}

} // namespace

class EventMirrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheStateItFollows()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            Pair pair;
            KeyedRandom random(seed, 3);
            Instant now = sampleNow;
            std::map<std::uint64_t, std::string> seen{{1, pair.mirror->availability()}};
            for (int i = 0; i < 300; ++i) {
                now = now + Milliseconds(random.below(40'000));
                if (pair.run(RandomCommands(random, pair.live.state(), now).draw(), now))
                    seen[pair.mirror->seq()] = pair.mirror->availability();
            }
            QVERIFY(pair.mirror->state() == pair.live.state());
            QCOMPARE(pair.mirror->availability(), availabilityOf(pair.live.state()));
            QVERIFY(pair.mirror->headHash() == pair.live.record().headHash);
            // What anybody saw before, brought up to date by the changes, is what is to be seen now.
            for (auto [seq, states] : seen) {
                const auto changes = pair.mirror->changesSince(seq);
                if (!changes)
                    continue;
                for (const SeatChange& change : *changes)
                    states[change.seat.value] = change.state;
                QCOMPARE(states, pair.mirror->availability());
            }
            QVERIFY(pair.mirror->changesSince(pair.mirror->seq())->empty());
            QVERIFY(!pair.mirror->changesSince(pair.mirror->seq() + 1));
        }
    }

    void changesAreExact()
    {
        Pair pair;
        const SeatPlan& plan = pair.live.state().plan();
        QVERIFY(pair.run(holdOf(plan, 1, "Stalls/1/3")));
        QVERIFY(pair.run(holdOf(plan, 2, "Stalls/1/1")));
        QVERIFY(pair.run(ReleaseHold{idOf<HoldId>(1), idOf<HolderId>(1)}));
        QCOMPARE(*pair.mirror->changesSince(1), (std::vector<SeatChange>{{SeatIndex{0}, 'h'}, {SeatIndex{2}, 'f'}}));
        QCOMPARE(*pair.mirror->changesSince(2), (std::vector<SeatChange>{{SeatIndex{0}, 'h'}, {SeatIndex{2}, 'f'}}));
        QCOMPARE(*pair.mirror->changesSince(3), (std::vector<SeatChange>{{SeatIndex{2}, 'f'}}));
    }

    void forgetsWithinItsLimits()
    {
        Pair pair({2'000, 4});
        const SeatPlan& plan = pair.live.state().plan();
        for (std::uint64_t i = 1; i <= 20; ++i) {
            QVERIFY(pair.run(holdOf(plan, i, "Stalls/1/3")));
            QVERIFY(pair.run(ReleaseHold{idOf<HoldId>(i), idOf<HolderId>(i)}));
        }
        QCOMPARE(pair.mirror->seq(), std::uint64_t(41));
        QVERIFY(!pair.mirror->changesSince(36));
        QVERIFY(pair.mirror->changesSince(37));
        QVERIFY(!pair.mirror->reachesBackTo(1));
        std::uint64_t oldest = 1;
        while (!pair.mirror->reachesBackTo(oldest))
            ++oldest;
        QVERIFY(oldest > 5 && oldest < 41);
        std::uint64_t expected = oldest;
        pair.mirror->forEachAfter(oldest, [&](const StoredEntry& entry) { return entry.seq == ++expected; });
        QCOMPARE(expected, std::uint64_t(41));
    }

    void pagesCanBeReadAndChained()
    {
        Pair pair;
        for (std::uint64_t i = 1; i <= 5; ++i)
            QVERIFY(pair.run(PlaceHold{idOf<HoldId>(i),
                                       idOf<HolderId>(i),
                                       Channel::Fan,
                                       {{SeatIndex{static_cast<std::uint32_t>(i)}}, {}},
                                       {}}));
        const Result<LogPage> page = decodeLogPage(pair.mirror->logPage(1));
        QVERIFY(page);
        QCOMPARE(page->headSeq, std::uint64_t(6));
        QCOMPARE(page->entries.size(), std::size_t(5));
        QVERIFY(page->logId == pair.mirror->logId());
        QCOMPARE(decodeLogPage(pair.mirror->logPage(4))->entries.at(0).seq, std::uint64_t(5));
        QVERIFY(decodeLogPage(pair.mirror->logPage(6))->entries.empty());
    }

    void cursorsAreChecked()
    {
        Pair pair;
        QVERIFY(pair.mirror->checkCursor(idOf<LogId>(1), 0));
        QVERIFY(pair.mirror->checkCursor(idOf<LogId>(1), 1));
        QCOMPARE(pair.mirror->checkCursor(idOf<LogId>(1), 2).error().code, ErrorCode::FutureCursor);
        QCOMPARE(pair.mirror->checkCursor(idOf<LogId>(2), 1).error().code, ErrorCode::Resync);
    }

    void aStretchTakenTwiceChangesNothing()
    {
        Pair pair;
        QVERIFY(pair.run(holdOf(pair.live.state().plan(), 1, "Stalls/1/3")));
        pair.mirror->take(*pair.last);
        QVERIFY(pair.mirror->state() == pair.live.state());
        QCOMPARE(decodeLogPage(pair.mirror->logPage(1))->entries.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(EventMirrorTest)
#include "event_mirror_test.moc"
