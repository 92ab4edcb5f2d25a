// SimServer: the centre in the simulator: the arbiter's real core over the real ledger on a disk that loses power.
#pragma once

#include "server/arbiter/batch_writer.h"
#include "server/arbiter/event_mirror.h"
#include "server/ledger/sql/sql_ledger.h"
#include "sync/counter/link.h"
#include "tests/simulation/simulator/faults.h"
#include "tests/simulation/simulator/mutants.h"
#include "tests/simulation/simulator/situations.h"
#include "tests/support/crash_disk/crash_disk.h"
#include "tests/support/keyed_bytes.h"
#include "tests/support/virtual_time.h"

#include <deque>
#include <list>
#include <set>

namespace parterre::testing {

class SimServer
{
public:
    struct Hooks
    {
        std::function<void(const CommittedEntries&)> committed; // durable: the oracle looks
        std::function<void(const OpBatch&)> pushed;
        std::function<void(const OpBatch&, const OutcomeBatch&)> answered;
        std::function<void()> backedUp;
        std::function<void()> restored;
    };

    SimServer(VirtualTime& time, Choices& choices, const FaultPlan& faults, std::optional<Mutant> mutant,
              Situations& situations);
    ~SimServer();

    Hooks hooks;
    void create(const SeatPlanPtr& plan, EventTerms terms);

    // Since the log last grew: what a counter needs to hear of it has long gone by after a second or two.
    Milliseconds quietFor() const { return m_time.sinceBoot() - m_grewAt; }
    bool isUp() const { return m_writer != nullptr; }
    const EventState& state() const { return m_mirror->state(); } // precondition: isUp()
    LogId logId() const { return m_mirror->logId(); }
    const Bytes32& headHash() const { return m_mirror->headHash(); }
    EventId event() const { return m_event; }

    // ---- Requests. Answered later, or never when the server dies meanwhile. Precondition: isUp().
    void submit(Command command, std::optional<IdempotencyKey> key, Completion<CommandDone> done);
    void push(const OpBatch& batch, Completion<OutcomeBatch> done);
    void pull(DeviceId device, const PullQuery& query, Completion<LogPage> done);
    Result<Bytes> snapshot() const;
    Result<Bytes> plan() const;
    // The installation number of a counter that shows a code; `again`: a new one.
    std::uint32_t enrol(DeviceId device, bool again);

    // ---- Trouble
    void crash();
    void restart();
    Fence newestFence() const { return Fence{std::uint64_t{state().logGen()} << 40 | state().seq()}; }
    void takeBackup();
    bool restoreBackup(); // false: there is none, or the server does not run
    std::uint64_t restores() const { return m_restores; }

private:
    struct Poll
    {
        PullQuery query;
        Completion<LogPage> done;
        bool answered = false;
    };
    void work();
    void runBatch();
    void take(const std::vector<CommittedPtr>& committed);
    void deliver(std::vector<Reply> replies, std::vector<Job> asked);
    void answerPolls();
    void look(); // once a second: who is heard, and the mutants that act by themselves
    void noteContacts();
    void act(Command command);
    void end();
    Result<void> start();
    Result<void> tellUnpublished(std::uint64_t after);
    // ---- Mutants (sim_server_mutants.cpp)
    void reclaim();
    void carryOutRepeats(const OpBatch& batch);
    void letEarlierClocksWin(const OpBatch& batch);
    void freeWhatIsBeingPaid(const Command& command);
    OutcomeBatch withStoredGrants(const OpBatch& batch, OutcomeBatch answer);
    Result<LogPage> page(const PullQuery& query) const;

    VirtualTime& m_time;
    Choices& m_choices;
    const FaultPlan& m_faults;
    std::optional<Mutant> m_mutant;
    Situations& m_situations;
    CrashDisk m_disk;
    KeyedBytes m_random;
    ArbiterCounters m_counters;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<BatchWriter> m_writer;
    std::unique_ptr<EventMirror> m_mirror;
    EventId m_event;
    std::deque<Job> m_jobs;
    std::list<std::shared_ptr<Poll>> m_polls;
    std::map<DeviceId, Milliseconds> m_heard;
    std::map<DeviceId, std::uint32_t> m_installGens;
    std::optional<DiskImage> m_backup;
    std::map<std::tuple<DeviceId, std::uint32_t, std::uint64_t>, Fence> m_storedGrants; // for the mutant
    std::set<Bytes32> m_arrived;                                                        // ops, for the mutant
    Milliseconds m_grewAt{};
    std::uint64_t m_life = 0;
    std::uint64_t m_restores = 0;
    bool m_working = false;
};

} // namespace parterre::testing
