// LedgerWorld: the arbiter without its thread over the real ledger on a disk that can lose power, and all who ask it.
#pragma once

#include "server/ledger/sql/sql_ledger.h"
#include "sync/wire/log_page.h"
#include "sync/wire/snapshot.h"
#include "tests/simulation/crash_points/ledger_scene.h"
#include "tests/support/crash_disk/crash_disk.h"
#include "tests/support/keyed_bytes.h"
#include "tests/support/sample_events.h"

namespace parterre::testing {

struct LedgerWorkflow;

class LedgerWorld
{
public:
    LedgerWorld(const LedgerScene& scene, const DiskImage& image)
        : time(scene.now), told(scene.told), m_lives(scene.lives + 1), m_random(2000 + m_lives)
    {
        m_disk.restore(image);
        terms = sampleTerms(*plan);
        terms.plan = planIdOf(plan->parts());
    }
    ~LedgerWorld() { end(); }

    static QString folder() { return QStringLiteral("data"); }

    VirtualTime time;
    ToldByServer told;
    SeatPlanPtr plan = samplePlan();
    EventTerms terms; // of the event on sale
    std::unique_ptr<SqlLedger> ledger;
    std::unique_ptr<BatchWriter> writer; // null: the program does not run

    // ---- For everyCut()
    CrashDisk& disk() { return m_disk; }
    void begin(const LedgerWorkflow& workflow);
    void run(const LedgerWorkflow& workflow);
    std::vector<std::string> done(const LedgerWorkflow& workflow) const;
    std::vector<std::string> early() const { return {}; } // a batch is told in one go, after its commit
    std::unique_ptr<LedgerScene> still() const
    {
        return std::make_unique<LedgerScene>(LedgerScene{time.now(), told, m_lives});
    }
    void end()
    {
        writer.reset();
        ledger.reset();
    }

    // ---- The program
    Result<void> start()
    {
        end();
        Result<std::unique_ptr<SqlLedger>> opened = SqlLedger::open(folder(), m_disk);
        if (!opened)
            return opened.error();
        ledger = std::move(*opened);
        writer = std::make_unique<BatchWriter>(*ledger, time, m_random, m_counters);
        Result<void> loaded = writer->shelf().load();
        if (!loaded)
            end();
        return loaded;
    }
    Random& random() { return m_random; }
    bool hasLog() const { return m_disk.contains("data/ledger.db-wal"); }
    const EventState* state(EventId event) const
    {
        const LiveEvent* live = writer ? writer->shelf().find(event) : nullptr;
        return live ? &live->state() : nullptr;
    }
    const EventState& state() const { return *state(terms.event); }

    // ---- Those who ask
    // One batch: decided, committed, told.
    void batch(std::vector<Job> jobs)
    {
        if (!writer)
            return;
        const std::vector<Job> asked = jobs;
        BatchResult result = writer->run(jobs);
        PARTERRE_REQUIRE(result.replies.size() == asked.size());
        for (const CommittedPtr& committed : result.committed) {
            told.logs[committed->event] = {committed->logId, state(committed->event)->logGen()};
            for (const StoredEntry& entry : committed->stored)
                told.published[committed->event][entry.seq] = entry.hash;
        }
        for (std::size_t i = 0; i < asked.size(); ++i)
            std::visit([&](const auto& job) { note(job, result.replies[i]); }, asked[i]);
    }
    // Every request has a key of its own: whoever hears nothing asks again with the same.
    Job command(std::uint8_t key, Command command) const
    {
        CommandRequest request{terms.event, std::move(command), idOf<CauseId>(key), IdempotencyKey{}};
        request.idempotency->key.fill(key);
        request.idempotency->bodyHash.fill(key);
        return CommandJob{std::move(request), {}, {}};
    }
    PlaceHold hold(std::uint64_t number, std::initializer_list<std::string_view> seats) const
    {
        return {idOf<HoldId>(number), idOf<HolderId>(number), Channel::Fan, placesNamed(*plan, seats), {}};
    }
    SellHold sale(std::uint64_t hold, std::initializer_list<std::string_view> seats) const
    {
        return {idOf<HoldId>(hold), idOf<HolderId>(hold),
                orderFor(*plan, terms, placesNamed(*plan, seats), idOf<OrderId>(hold))};
    }

private:
    void note(const CommandJob& job, Reply& reply)
    {
        Result<CommandDone> done = std::move(std::get<CommandReply>(reply).answer).result();
        if (done)
            told.answers[job.request.idempotency->key] = {std::nullopt, done->entries};
        else if (done.error().code != ErrorCode::Storage) // that one says: ask again
            told.answers[job.request.idempotency->key] = {done.error().code, {}};
    }
    void note(const OpsJob& job, Reply& reply)
    {
        const Result<OutcomeBatch>& answer = std::get<OpsReply>(reply).answer;
        if (!answer)
            return;
        for (const Outcome& outcome : answer->outcomes)
            told.outcomes[{{job.batch.device, job.batch.installGen, job.batch.event}, outcome.opN}] = outcome;
    }
    void note(const CreateJob& job, Reply& reply)
    {
        if (std::get<CreateReply>(reply).answer)
            told.created.push_back(job.terms.event);
    }

    std::uint64_t m_lives;
    KeyedBytes m_random;
    ArbiterCounters m_counters;
    CrashDisk m_disk;
};

// A counter's journal as the server sees it: ops in the order they were made.
class OpStreamOf
{
public:
    OpStreamOf(const LedgerWorld& world, std::uint64_t device) : m_world(world), m_device(idOf<DeviceId>(device)) {}

    DeviceId device() const { return m_device; }
    OpStreamOf& add(Command command)
    {
        return addBytes(
            encodeOp({m_device, 1, m_world.terms.event, m_ops.size() + 1, sampleNow, "Ada", std::move(command)}));
    }
    OpStreamOf& addBytes(const Bytes& bytes)
    {
        m_ops.push_back({m_ops.size() + 1, bytes, opHash(m_ops.empty() ? Bytes32{} : m_ops.back().hash, bytes), {}});
        return *this;
    }
    // Sells the seat at this place of the allotment that was granted at `fence`.
    OpStreamOf& sell(Fence fence, std::string_view seat, std::uint64_t order)
    {
        SellAllotted sale{
            fence, m_device,
            orderFor(*m_world.plan, m_world.terms, placesNamed(*m_world.plan, {seat}), idOf<OrderId>(order))};
        sale.order.channel = Channel::Counter;
        sale.order.device = m_device;
        return add(std::move(sale));
    }
    // From op `first` on.
    Job push(std::size_t first = 1) const
    {
        OpBatch batch{m_device, 1, m_world.terms.event, {}};
        batch.ops.assign(m_ops.begin() + static_cast<std::ptrdiff_t>(first) - 1, m_ops.end());
        return OpsJob{std::move(batch), {}, {}};
    }

private:
    const LedgerWorld& m_world;
    DeviceId m_device;
    std::vector<SealedOp> m_ops;
};

} // namespace parterre::testing
