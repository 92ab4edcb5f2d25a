// BatchWriter: the arbiter without its thread: takes jobs, decides them in order, commits once, says what to tell whom.
#pragma once

#include "server/arbiter/arbiter_counters.h"
#include "server/arbiter/deliveries.h"
#include "server/arbiter/event_shelf.h"
#include "server/arbiter/first_answers.h"
#include "server/arbiter/op_intake.h"

#include <atomic>
#include <span>

namespace parterre {

struct CommandJob
{
    CommandRequest request;
    Asker asker;
    Completion<CommandDone> done;
};
struct OpsJob
{
    OpBatch batch;
    Asker asker;
    Completion<OutcomeBatch> done;
};
struct CreateJob
{
    EventTerms terms;
    Asker asker;
    Completion<OpenedEvent> done;
};
using Job = std::variant<CommandJob, OpsJob, CreateJob>;

Reply failedReply(Job&& job, const Error& error);

struct BatchResult
{
    std::vector<CommittedPtr> committed;
    std::vector<Reply> replies;
};

class BatchWriter
{
public:
    BatchWriter(Ledger& ledger, const Clock& clock, Random& random, ArbiterCounters& counters);

    EventShelf& shelf() { return m_shelf; }

    // Decides the jobs in order, and what has expired besides; makes everything durable with one commit. Jobs are used
    // up. When the commit fails every job is answered Storage and nothing was committed.
    BatchResult run(std::span<Job> jobs);

    // Tries to get well again after a failed commit, when it is time to.
    void mendWhenDue();
    bool healthy() const { return m_healthy.load(std::memory_order_relaxed); } // any thread

    // How long the writer may sleep when nobody asks for anything.
    Milliseconds untilNextWork() const;

private:
    void take(CommandJob& job);
    void take(OpsJob& job);
    void take(CreateJob& job);
    CommandAnswer answerTo(const CommandRequest& request);
    CommandAnswer decideNow(const CommandRequest& request, LiveEvent& event);
    Result<OutcomeBatch> takeOps(const OpBatch& ops, LiveEvent& event);
    Result<void> alarmFork(const OpBatch& ops, const std::string& detail, LiveEvent& event);
    void alarmEverywhere(const OpBatch& ops, const Error& fork);
    void sweep();

    void collect(std::span<Job> jobs);
    Result<void> commit();
    std::vector<CommittedPtr> publish();
    void answerStorage(const Error& error);
    void mendEvents();

    Ledger& m_ledger;
    const Clock& m_clock;
    Random& m_random;
    ArbiterCounters& m_counters;
    EventShelf m_shelf;
    FirstAnswers m_answers;
    OpIntake m_intake;
    std::atomic<bool> m_healthy{true};
    Milliseconds m_mendAt{};    // since boot
    Milliseconds m_mendDelay{}; // grows while it does not help

    // The batch being collected.
    Instant m_now;
    LedgerBatch m_batch;
    std::vector<Reply> m_replies;
    std::vector<std::pair<std::size_t, LiveEvent*>> m_created; // place in m_replies, and the event it opens
};

} // namespace parterre
