// BatchWriter: decide, commit, publish; and getting well again after a commit that failed.
#include "server/arbiter/batch_writer.h"

#include "sync/wire/signing.h"

#include <algorithm>
#include <utility>

namespace parterre {
namespace {

constexpr Milliseconds longestSleep{200}; // so that a clock that jumps is noticed soon
constexpr Milliseconds firstMendDelay{250};
constexpr Milliseconds longestMendDelay{30'000};

Error frozen()
{
    return {ErrorCode::Storage, "recovering from a write that failed"};
}

} // namespace

Reply failedReply(Job&& job, const Error& error)
{
    if (auto* command = std::get_if<CommandJob>(&job)) {
        CommandAnswer answer;
        answer.error = error;
        return CommandReply{std::move(command->asker), std::move(command->done), std::move(answer)};
    }
    if (auto* ops = std::get_if<OpsJob>(&job))
        return OpsReply{std::move(ops->asker), std::move(ops->done), error};
    auto& create = std::get<CreateJob>(job);
    return CreateReply{std::move(create.asker), std::move(create.done), error};
}

BatchWriter::BatchWriter(Ledger& ledger, const Clock& clock, Random& random, ArbiterCounters& counters)
    : m_ledger(ledger),
      m_clock(clock),
      m_random(random),
      m_counters(counters),
      m_shelf(ledger),
      m_answers(ledger),
      m_intake(ledger)
{}

BatchResult BatchWriter::run(std::span<Job> jobs)
{
    m_now = m_clock.now();
    BatchResult result;
    // While the disk is full every batch would fail and every failure reads logs anew; asking first is cheap.
    if (!healthy() && (jobs.empty() || !m_ledger.probe())) {
        for (Job& job : jobs)
            result.replies.push_back(failedReply(std::move(job), frozen()));
        return result;
    }
    collect(jobs);
    if (healthy())
        sweep();
    const Result<void> stored = commit();
    if (stored)
        result.committed = publish();
    else
        answerStorage(stored.error());
    result.replies = std::exchange(m_replies, {});
    m_batch = {};
    m_created.clear();
    m_answers.batchEnded();
    return result;
}

void BatchWriter::collect(std::span<Job> jobs)
{
    m_replies.reserve(jobs.size());
    for (Job& job : jobs)
        std::visit([this](auto& one) { take(one); }, job);
}

void BatchWriter::take(CommandJob& job)
{
    m_counters.commands.add();
    m_replies.emplace_back(CommandReply{std::move(job.asker), std::move(job.done), answerTo(job.request)});
}

CommandAnswer BatchWriter::answerTo(const CommandRequest& request)
{
    CommandAnswer answer;
    LiveEvent* event = m_shelf.find(request.event);
    if (!event) {
        answer.error = Error{ErrorCode::NotFound, "there is no such event"};
        return answer;
    }
    if (request.idempotency) {
        if (std::optional<CommandAnswer> again = m_answers.find(request, *event, m_batch)) {
            m_counters.replayed.add(again->replayed ? 1 : 0);
            return std::move(*again);
        }
    }
    if (event->frozen()) {
        answer.error = frozen();
        return answer;
    }
    return decideNow(request, *event);
}

CommandAnswer BatchWriter::decideNow(const CommandRequest& request, LiveEvent& event)
{
    CommandAnswer answer;
    const std::uint64_t firstSeq = event.state().seq() + 1;
    const Result<Stretch> done = event.run(request.command, request.cause, m_now);
    if (!done) {
        m_counters.refused.add();
        answer.error = done.error();
    } else if (done->count > 0) {
        answer.committed = event.publication();
        answer.first = done->first;
        answer.count = done->count;
    }
    const bool passes = answer.error && answer.error->code == ErrorCode::Frozen; // asked again later it may be done
    if (request.idempotency && !passes)
        m_answers.add(request, event, m_now, firstSeq, answer.error, m_batch);
    return answer;
}

void BatchWriter::take(OpsJob& job)
{
    m_counters.commands.add(job.batch.ops.size());
    LiveEvent* event = m_shelf.find(job.batch.event);
    Result<OutcomeBatch> answer = Error{ErrorCode::NotFound, "there is no such event"};
    if (event && event->frozen())
        answer = frozen();
    else if (event)
        answer = takeOps(job.batch, *event);
    if (answer && answer->stopped && answer->stopped->code == ErrorCode::OpFork)
        alarmEverywhere(job.batch, *answer->stopped);
    m_replies.emplace_back(OpsReply{std::move(job.asker), std::move(job.done), std::move(answer)});
}

// A fork found in another event may be news to this one: it could not be written then, or did not exist.
Result<OutcomeBatch> BatchWriter::takeOps(const OpBatch& ops, LiveEvent& event)
{
    const Result<bool> forked = m_intake.isForked(ops.device, ops.installGen);
    if (!forked)
        return forked.error();
    if (*forked && event.state().seq() > 0)
        if (Result<void> alarmed = alarmFork(ops, "its ops of another event are not the ones known here", event);
            !alarmed)
            return alarmed.error();
    return m_intake.take(ops, event, m_now, m_batch);
}

// Once for each installation and event, also when it has been settled since: the answer to a key of its own remembers.
Result<void> BatchWriter::alarmFork(const OpBatch& ops, const std::string& detail, LiveEvent& event)
{
    const std::string name =
        "fork of " + ops.device.toString() + " " + std::to_string(ops.installGen) + " in " + event.id().toString();
    const CommandRequest request{event.id(),
                                 RaiseAlarm{AlarmKind::Fork, ops.device, detail},
                                 {},
                                 IdempotencyKey{blake2b128(name.data(), name.size()), {}}};
    if (const std::optional<CommandAnswer> before = m_answers.find(request, event, m_batch))
        return before->replayed ? Result<void>() : Result<void>(*before->error);
    (void)decideNow(request, event);
    return {};
}

// A counter whose journal exists twice may sell its allotments twice: none of it is trusted any more, whatever the
// event.
void BatchWriter::alarmEverywhere(const OpBatch& ops, const Error& fork)
{
    for (const auto& event : m_shelf.all())
        if (!event->frozen() && event->state().seq() > 0)
            (void)alarmFork(ops, fork.detail, *event); // what cannot be done now is done when its next ops come
}

void BatchWriter::take(CreateJob& job)
{
    m_counters.commands.add();
    Result<OpenedEvent> answer = OpenedEvent{};
    const Result<LiveEvent*> event = m_shelf.prepare(job.terms, m_random);
    if (!event) {
        answer = event.error();
    } else if ((*event)->frozen()) {
        answer = frozen();
    } else if (const Result<Stretch> done = (*event)->run(CreateEvent{std::move(job.terms)}, {}, m_now); !done) {
        answer = done.error();
    } else {
        m_created.emplace_back(m_replies.size(), *event);
    }
    m_replies.emplace_back(CreateReply{std::move(job.asker), std::move(job.done), std::move(answer)});
}

void BatchWriter::sweep()
{
    for (const auto& event : m_shelf.all()) {
        if (event->frozen())
            continue;
        const std::optional<Instant> deadline = event->state().nextDeadline();
        if (!deadline || *deadline >= m_now) // at its very deadline a hold may still be used
            continue;
        const Result<Stretch> swept = event->run(SweepExpired{}, {}, m_now);
        PARTERRE_REQUIRE(swept.ok());
    }
}

Result<void> BatchWriter::commit()
{
    for (const auto& event : m_shelf.all())
        if (event->hasPending())
            m_batch.events.push_back(event->takePending());
    if (m_batch.empty())
        return {};
    const Milliseconds before = m_clock.sinceBoot();
    Result<void> stored = m_ledger.commit(m_batch);
    m_counters.commitMs.add(static_cast<std::uint64_t>((m_clock.sinceBoot() - before).count()));
    (stored ? m_counters.commits : m_counters.failedCommits).add();
    return stored;
}

std::vector<CommittedPtr> BatchWriter::publish()
{
    if (!m_batch.empty() && m_shelf.frozenCount() == 0)
        m_healthy.store(true, std::memory_order_relaxed);
    m_intake.committed();
    std::vector<CommittedPtr> committed;
    for (LedgerBatch::Event& event : m_batch.events) {
        m_counters.entries.add(event.entries.size());
        committed.push_back(m_shelf.find(event.event)->committed(std::move(event)));
    }
    for (const auto& [place, event] : m_created)
        std::get<CreateReply>(m_replies[place]).answer =
            OpenedEvent{event->record(), std::make_shared<const EventState>(event->state())};
    return committed;
}

void BatchWriter::answerStorage(const Error& error)
{
    const Error told{ErrorCode::Storage, error.detail};
    for (Reply& reply : m_replies) {
        if (auto* command = std::get_if<CommandReply>(&reply)) {
            command->answer = {};
            command->answer.error = told;
        } else if (auto* ops = std::get_if<OpsReply>(&reply)) {
            ops->answer = told;
        } else {
            std::get<CreateReply>(reply).answer = told;
        }
    }
    m_intake.failed();
    for (const LedgerBatch::Event& event : m_batch.events)
        m_shelf.find(event.event)->freeze();
    m_healthy.store(false, std::memory_order_relaxed);
    m_mendDelay = firstMendDelay;
    m_mendAt = m_clock.sinceBoot() + m_mendDelay;
    mendEvents();
}

void BatchWriter::mendWhenDue()
{
    if (healthy() || m_clock.sinceBoot() < m_mendAt)
        return;
    mendEvents();
    if (m_shelf.frozenCount() == 0 && m_ledger.probe())
        return m_healthy.store(true, std::memory_order_relaxed);
    m_mendDelay = std::min(m_mendDelay * 2, longestMendDelay);
    m_mendAt = m_clock.sinceBoot() + m_mendDelay;
}

void BatchWriter::mendEvents()
{
    for (const auto& event : m_shelf.all())
        if (event->frozen())
            (void)m_shelf.mend(*event); // on failure it stays frozen, and its next turn comes
    m_counters.frozenEvents.set(m_shelf.frozenCount());
}

Milliseconds BatchWriter::untilNextWork() const
{
    if (!healthy())
        return std::clamp(m_mendAt - m_clock.sinceBoot(), Milliseconds(1), longestSleep);
    const std::optional<Instant> deadline = m_shelf.nextDeadline();
    if (!deadline)
        return longestSleep;
    return std::clamp(*deadline - m_clock.now() + Milliseconds(1), Milliseconds(0), longestSleep);
}

} // namespace parterre
