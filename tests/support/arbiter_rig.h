// ArbiterRig: an arbiter with its ledger, its mirrors and one event on sale, driven from a test's thread.
#pragma once

#include "server/arbiter/log_replay.h"
#include "server/arbiter/mirror_set.h"
#include "server/ledger/memory_ledger.h"
#include "server/ledger/sql/sql_ledger.h"
#include "sync/wire/snapshot.h"
#include "tests/support/keyed_random.h"
#include "tests/support/sample_events.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace parterre::testing {

// Runs the event loop until the condition holds; false when it does not within ten seconds.
template <typename Condition>
bool waitUntil(const Condition& condition)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
    return true;
}

// The wall clock is the test's; the time since boot is real.
class RigClock : public Clock
{
public:
    Instant now() const override { return {m_now.load()}; }
    Milliseconds sinceBoot() const override
    {
        return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
    void advance(Milliseconds by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now{sampleNow.ms};
};

class RigRandom : public Random
{
public:
    void fill(std::uint8_t* out, std::size_t size) override
    {
        for (std::size_t i = 0; i < size; ++i)
            out[i] = static_cast<std::uint8_t>(m_random.next());
    }

private:
    KeyedRandom m_random{2026, 1};
};

// Passes everything on; can refuse commits and reads, and counts what is durable.
class WatchedLedger : public Ledger
{
public:
    explicit WatchedLedger(Ledger& inner) : m_inner(inner) {}

    std::atomic<int> commitsToFail{0};
    std::atomic<bool> readsFail{false};
    std::atomic<bool> probesFail{false};
    std::atomic<int> commits{0};              // begun
    std::atomic<std::uint64_t> durableSeq{0}; // highest entry of any event after a commit that worked
    std::atomic<bool> hold{false};            // a commit waits while this is set

    Result<void> commit(const LedgerBatch& batch) override
    {
        ++commits;
        while (hold)
            std::this_thread::yield();
        if (commitsToFail > 0) {
            --commitsToFail;
            return Error{ErrorCode::Storage, "the disk said no"};
        }
        Result<void> done = m_inner.commit(batch);
        if (done)
            for (const LedgerBatch::Event& event : batch.events)
                durableSeq = std::max(durableSeq.load(), event.entries.back().seq);
        return done;
    }
    Result<std::vector<EventRecord>> events() override
    {
        if (readsFail)
            return Error{ErrorCode::Storage, "the disk cannot be read"};
        return m_inner.events();
    }
    Result<void> probe() override
    {
        if (probesFail)
            return Error{ErrorCode::Storage, "the disk is full"};
        return m_inner.probe();
    }
    Result<void> savePlan(const PlanRecord& plan) override { return m_inner.savePlan(plan); }
    Result<PlanRecord> plan(PlanId plan) override { return m_inner.plan(plan); }
    Result<std::vector<PlanRecord>> plans() override { return m_inner.plans(); }
    Result<void> addEvent(const EventRecord& event) override { return m_inner.addEvent(event); }
    Result<std::vector<StoredEntry>> entries(EventId event, std::uint64_t after, std::size_t limit,
                                             std::size_t maxBytes) override
    {
        return m_inner.entries(event, after, limit, maxBytes);
    }
    Result<OpStream> opStream(const OpStreamKey& key) override { return m_inner.opStream(key); }
    Result<std::vector<OpStreamKey>> opStreams(EventId event) override { return m_inner.opStreams(event); }
    Result<bool> isQuarantined(DeviceId device, std::uint32_t installGen) override
    {
        return m_inner.isQuarantined(device, installGen);
    }
    Result<std::optional<StoredOutcome>> outcome(const OpStreamKey& key, std::uint64_t opN) override
    {
        return m_inner.outcome(key, opN);
    }
    Result<std::optional<StoredAnswer>> answer(const Bytes16& key) override { return m_inner.answer(key); }

private:
    Ledger& m_inner;
};

class ArbiterRig
{
public:
    // `onDisk`: SQLite in a folder of its own; else memory.
    explicit ArbiterRig(bool onDisk, SeatPlanPtr plan = samplePlan()) : m_plan(std::move(plan)), m_onDisk(onDisk)
    {
        m_terms = sampleTerms(*m_plan);
        m_terms.plan = planIdOf(m_plan->parts());
        openLedger();
        PARTERRE_REQUIRE(
            ledger().savePlan({m_terms.plan, "Sample House", m_plan->name(), encodePlan(m_plan->parts())}).ok());
        begin();
        PARTERRE_REQUIRE(create(m_terms).ok());
    }
    ~ArbiterRig() { end(); }

    // Ends the arbiter as a stop of the server does and starts another on the same ledger.
    void restart()
    {
        end();
        if (m_onDisk)
            openLedger();
        begin();
    }
    void end()
    {
        m_arbiter.reset();
        m_context.reset();
        m_mirrors.reset();
    }

    Ledger& ledger() { return m_onDisk ? static_cast<Ledger&>(*m_sql) : m_memory; }
    WatchedLedger& watched() { return *m_watched; }
    Arbiter& arbiter() { return *m_arbiter; }
    MirrorSet& mirrors() { return *m_mirrors; }
    const EventMirror& mirror() { return *m_mirrors->find(m_terms.event); }
    QObject* context() { return m_context.get(); }
    const SeatPlan& plan() const { return *m_plan; }
    const EventTerms& terms() const { return m_terms; }
    EventId event() const { return m_terms.event; }
    RigClock clock;
    RigRandom random;

    CommandRequest request(Command command, std::optional<IdempotencyKey> key = {})
    {
        return {m_terms.event, std::move(command), randomId<CauseId>(random), key};
    }
    // Submits and waits for the answer.
    Result<CommandDone> ask(Command command, std::optional<IdempotencyKey> key = {})
    {
        return wait<CommandDone>(
            [&](auto done) { m_arbiter->submit(request(std::move(command), key), context(), std::move(done)); });
    }
    Result<OutcomeBatch> push(OpBatch batch)
    {
        return wait<OutcomeBatch>(
            [&](auto done) { m_arbiter->submitOps(std::move(batch), context(), std::move(done)); });
    }
    Result<OpenedEvent> create(EventTerms terms)
    {
        return wait<OpenedEvent>([&](auto done) { m_arbiter->createEvent(terms, context(), std::move(done)); });
    }

    // The event as its log in the ledger tells it. Ends the arbiter.
    EventState stored()
    {
        end();
        LogReplay replay(ledger());
        return replay.state(ledger().events().value().at(0)).value();
    }

    PlaceHold hold(std::uint64_t number, std::initializer_list<std::string_view> seats, std::uint64_t holder = 1) const
    {
        return {idOf<HoldId>(number), idOf<HolderId>(holder), Channel::Fan, placesNamed(*m_plan, seats), {}};
    }

private:
    void openLedger()
    {
        if (!m_onDisk)
            return;
        m_sql.reset();
        m_sql = std::move(SqlLedger::open(m_folder.path())).value();
    }
    void begin()
    {
        m_watched = std::make_unique<WatchedLedger>(ledger());
        m_mirrors = std::make_unique<MirrorSet>();
        m_context = std::make_unique<QObject>();
        m_arbiter = std::make_unique<Arbiter>(*m_watched, clock, random);
        const Result<void> loaded = m_arbiter->load();
        PARTERRE_REQUIRE(loaded.ok());
        m_mirrors->follow(*m_arbiter, m_context.get());
        m_arbiter->start();
    }
    template <typename T, typename Start>
    Result<T> wait(const Start& start)
    {
        std::optional<Result<T>> answer;
        start([&](Result<T> result) {
            PARTERRE_REQUIRE(!answer); // exactly once
            answer.emplace(std::move(result));
        });
        PARTERRE_REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return std::move(*answer);
    }

    SeatPlanPtr m_plan;
    EventTerms m_terms;
    bool m_onDisk;
    QTemporaryDir m_folder;
    MemoryLedger m_memory;
    std::unique_ptr<SqlLedger> m_sql;
    std::unique_ptr<WatchedLedger> m_watched;
    std::unique_ptr<MirrorSet> m_mirrors;
    std::unique_ptr<QObject> m_context;
    std::unique_ptr<Arbiter> m_arbiter;
};

inline IdempotencyKey keyOf(std::uint8_t key, std::uint8_t body)
{
    IdempotencyKey made;
    made.key.fill(key);
    made.bodyHash.fill(body);
    return made;
}

} // namespace parterre::testing
