// Many threads, one writer: replies only after the commit, followers before replies, nothing acknowledged is lost.
#include "tests/support/arbiter_rig.h"

#include <QTest>
#include <QThread>

#include <set>

using namespace parterre;
using namespace parterre::testing;

namespace {

SeatPlanPtr widePlan()
{
    return planFromText(std::vector<std::string>(40, std::string(50, 'A')));
}

// A thread with an event loop that asks for holds one after the other, or all at once, and collects the answers.
class HoldingThread : public QThread
{
public:
    HoldingThread(ArbiterRig& rig, std::uint64_t number, std::vector<CommandRequest> requests)
        : m_rig(rig), m_number(number), m_requests(std::move(requests))
    {}
    std::vector<LogEntry> acknowledged;
    std::uint64_t refused = 0;
    bool early = false;            // told ok before it was durable
    std::atomic<bool> over{false}; // the rest may be looked at

protected:
    void run() override
    {
        QObject context;
        std::size_t answered = 0;
        for (CommandRequest& request : m_requests)
            m_rig.arbiter().submit(std::move(request), &context, [&](Result<CommandDone> done) {
                if (done)
                    for (const LogEntry& entry : done->entries) {
                        early = early || entry.seq > m_rig.watched().durableSeq;
                        acknowledged.push_back(entry);
                    }
                else
                    ++refused;
                if (++answered == m_requests.size())
                    quit();
            });
        exec();
        over = true;
    }

private:
    ArbiterRig& m_rig;
    std::uint64_t m_number;
    std::vector<CommandRequest> m_requests;
};

} // namespace

class GroupCommitTest : public QObject
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
    void acknowledgedIsDurable_data() { ledgers(); }
    void acknowledgedIsDurable()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk, widePlan());
        constexpr std::uint64_t threads = 4;
        constexpr std::uint64_t each = 400;
        KeyedRandom random(11, onDisk);
        std::vector<std::unique_ptr<HoldingThread>> holding;
        for (std::uint64_t t = 0; t < threads; ++t) {
            std::vector<CommandRequest> requests;
            for (std::uint64_t i = 0; i < each; ++i) {
                const SeatIndex seat{static_cast<std::uint32_t>(random.below(rig.plan().seatCount()))};
                requests.push_back(rig.request(PlaceHold{
                    idOf<HoldId>(1 + t * each + i), idOf<HolderId>(1 + t * each + i), Channel::Fan, {{seat}, {}}, {}}));
            }
            holding.push_back(std::make_unique<HoldingThread>(rig, t, std::move(requests)));
        }
        for (const auto& thread : holding)
            thread->start();
        QVERIFY(waitUntil(
            [&] { return std::all_of(holding.begin(), holding.end(), [](auto& b) { return b->over.load(); }); }));
        const ArbiterMetrics metrics = rig.arbiter().metrics();
        QCOMPARE(metrics.commands, threads * each + 1);
        QVERIFY(metrics.commits < threads * each / 4); // they shared commits
        std::set<std::uint64_t> told;
        std::uint64_t refused = 0;
        for (const auto& thread : holding) {
            QVERIFY(!thread->early);
            refused += thread->refused;
            for (const LogEntry& entry : thread->acknowledged)
                QVERIFY(told.insert(entry.seq).second);
        }
        QCOMPARE(told.size() + refused, std::size_t(threads * each));
        QVERIFY(waitUntil([&] { return rig.mirror().seq() == 1 + told.size(); }));
        const EventState mirrored = rig.mirror().state();
        rig.restart();
        QCOMPARE(rig.mirror().seq(), 1 + told.size());
        QVERIFY(rig.mirror().state() == mirrored);
        for (const auto& thread : holding)
            for (const LogEntry& entry : thread->acknowledged)
                QVERIFY(rig.mirror().state().hold(std::get<HoldPlaced>(entry.body).hold));
    }

    void followersHearBeforeReplies()
    {
        ArbiterRig rig(false);
        std::vector<std::uint64_t> advanced;
        rig.mirrors().onAdvanced([&](const EventMirror& mirror) { advanced.push_back(mirror.seq()); });
        std::optional<std::uint64_t> seenByReply;
        rig.arbiter().submit(rig.request(rig.hold(1, {"Stalls/1/1"})), rig.context(), [&](Result<CommandDone> done) {
            QVERIFY(done);
            seenByReply = rig.mirror().seq();
        });
        QVERIFY(!seenByReply); // never inside the call
        QVERIFY(waitUntil([&] { return seenByReply.has_value(); }));
        QCOMPARE(*seenByReply, std::uint64_t(2));
        QCOMPARE(advanced, std::vector<std::uint64_t>{2});
    }

    void askerThatIsGoneHearsNothing()
    {
        ArbiterRig rig(false);
        const int before = rig.watched().commits;
        rig.watched().hold = true;
        auto gone = std::make_unique<QObject>();
        auto later = std::make_unique<QObject>();
        bool heard = false;
        int others = 0;
        rig.arbiter().submit(rig.request(rig.hold(1, {"Stalls/1/1"})), gone.get(), [&](auto) { heard = true; });
        QVERIFY(waitUntil([&] { return rig.watched().commits == before + 1; }));
        // The second of these is deleted by the reply before its own, in the same batch.
        rig.arbiter().submit(rig.request(rig.hold(2, {"Stalls/1/2"})), rig.context(), [&](auto) { later.reset(); });
        rig.arbiter().submit(rig.request(rig.hold(3, {"Stalls/1/3"})), later.get(), [&](auto) { heard = true; });
        rig.arbiter().submit(rig.request(rig.hold(4, {"Stalls/1/4"})), rig.context(), [&](auto) { ++others; });
        gone.reset();
        rig.watched().hold = false;
        QVERIFY(waitUntil([&] { return others == 1; }));
        QVERIFY(!heard);
        QCOMPARE(rig.mirror().state().holds().size(), std::size_t(4)); // what was asked has happened
    }

    void stopFinishesWhatIsQueued_data() { ledgers(); }
    void stopFinishesWhatIsQueued()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk, widePlan());
        int answered = 0;
        for (std::uint32_t i = 0; i < 700; ++i)
            rig.arbiter().submit(
                rig.request(
                    PlaceHold{idOf<HoldId>(i + 1), idOf<HolderId>(i + 1), Channel::Fan, {{SeatIndex{i}}, {}}, {}}),
                rig.context(), [&](Result<CommandDone> done) { answered += done.ok() ? 1 : 0; });
        rig.arbiter().stop();
        QVERIFY(waitUntil([&] { return answered == 700; }));
        const Result<CommandDone> late = rig.ask(rig.hold(9'999, {"Main/1/1"}));
        QVERIFY(!late && late.error().code == ErrorCode::Unavailable);
        QCOMPARE(rig.stored().seq(), std::uint64_t(701));
    }

    void neverStartedAnswersToo()
    {
        MemoryLedger ledger;
        RigClock clock;
        RigRandom random;
        QObject context;
        std::optional<Error> told;
        {
            Arbiter arbiter(ledger, clock, random);
            QVERIFY(arbiter.load());
            arbiter.submit({idOf<EventId>(1), SweepExpired{}, {}, {}}, &context,
                           [&](Result<CommandDone> done) { told = done.error(); });
        }
        QVERIFY(waitUntil([&] { return told.has_value(); }));
        QCOMPARE(told->code, ErrorCode::Unavailable);
    }

    void fullQueueRefuses()
    {
        ArbiterRig rig(false, widePlan());
        const int before = rig.watched().commits;
        rig.watched().hold = true;
        int answered = 0;
        int overloaded = 0;
        const auto count = [&](Result<CommandDone> done) {
            ++answered;
            overloaded += !done && done.error().code == ErrorCode::Overloaded ? 1 : 0;
        };
        const auto ask = [&](std::uint64_t i) {
            rig.arbiter().submit(rig.request(ReleaseHold{idOf<HoldId>(i), idOf<HolderId>(1)}), rig.context(), count);
        };
        rig.arbiter().submit(rig.request(rig.hold(1, {"Main/1/1"})), rig.context(), count);
        QVERIFY(waitUntil([&] { return rig.watched().commits == before + 1; }));
        for (std::uint64_t i = 2; i <= 20'005; ++i)
            ask(i);
        QVERIFY(waitUntil([&] { return overloaded > 0; })); // answered while the writer is busy
        QCOMPARE(rig.arbiter().metrics().queued, std::uint64_t(20'000));
        rig.watched().hold = false;
        QVERIFY(waitUntil([&] { return rig.arbiter().metrics().queued == 0; }));
        QVERIFY(waitUntil([&] { return answered == 20'005 && overloaded == 5; }));
        QCOMPARE(rig.arbiter().metrics().overloaded, std::uint64_t(5));
    }

    void expiredHoldsAreSwept_data() { ledgers(); }
    void expiredHoldsAreSwept()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        QVERIFY(rig.ask(rig.hold(1, {"Stalls/1/1"})));
        rig.clock.advance(rig.terms().holds.duration); // to the very deadline: may still be used
        (void)rig.ask(ReleaseHold{idOf<HoldId>(2), idOf<HolderId>(2)}); // a batch goes by
        QVERIFY(rig.ask(ExtendHold{idOf<HoldId>(1), idOf<HolderId>(1)}));
        rig.clock.advance(rig.terms().holds.extension + Milliseconds(1));
        QVERIFY(waitUntil([&] { return rig.mirror().state().holds().empty(); })); // nobody asked for anything
        QCOMPARE(rig.mirror().seq(), std::uint64_t(4));
        QCOMPARE(rig.mirror().availability().at(0), 'f');
        QCOMPARE(rig.stored().seq(), std::uint64_t(4));
    }

    void eventsAreCreatedWhileRunning_data() { ledgers(); }
    void eventsAreCreatedWhileRunning()
    {
        QFETCH(bool, onDisk);
        ArbiterRig rig(onDisk);
        EventTerms other = rig.terms();
        other.event = idOf<EventId>(2);
        other.title = "Another Night";
        const Result<OpenedEvent> created = rig.create(other);
        QVERIFY(created);
        QVERIFY(created->state->terms() == other);
        QVERIFY(rig.mirrors().find(other.event)->logId() == created->record.logId);
        QVERIFY(created->record.logId != rig.mirror().logId());
        const Result<OpenedEvent> again = rig.create(other);
        QVERIFY(again && again->record.headSeq == 1);
        other.title = "Altered";
        QVERIFY(!rig.create(other));
        other.event = idOf<EventId>(3);
        other.plan = idOf<PlanId>(77);
        const Result<OpenedEvent> planless = rig.create(other);
        QVERIFY(!planless && planless.error().code == ErrorCode::NotFound);
        other.plan = rig.terms().plan;
        other.prices.pop_back();
        QVERIFY(!rig.create(other));
        rig.restart();
        QCOMPARE(rig.mirrors().all().size(), std::size_t(2));
        QVERIFY(rig.mirrors().find(idOf<EventId>(2))->state().terms().title == "Another Night");
    }

    void damagedLogIsNotLoaded()
    {
        ArbiterRig rig(true);
        QVERIFY(rig.ask(rig.hold(1, {"Stalls/1/1"})));
        QVERIFY(rig.ask(rig.hold(2, {"Stalls/1/2"})));
        rig.end();
        auto& disk = dynamic_cast<SqlLedger&>(rig.ledger());
        QVERIFY(disk.connection().runScript("UPDATE event_log SET at = at + 1 WHERE seq = 2"));
        Arbiter arbiter(disk, rig.clock, rig.random);
        const Result<void> loaded = arbiter.load();
        QVERIFY(!loaded && loaded.error().code == ErrorCode::Corrupt);
        QVERIFY2(loaded.error().detail.find(rig.event().toString() + ", entry 2:") != std::string::npos,
                 loaded.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(GroupCommitTest)
#include "group_commit_test.moc"
