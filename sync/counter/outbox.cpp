// The push loop.
#include "sync/counter/outbox.h"

#include "sync/counter/sale_command.h"

namespace parterre {
namespace {

// The key is not taken any more, is not known since a restore, or another installation goes by it. NotFound is about
// the event: a restore may have lost that alone.
bool isDisowned(const Error& error)
{
    return error.code == ErrorCode::Forbidden || error.code == ErrorCode::OpFork;
}

} // namespace

void Outbox::wake()
{
    if (m_retry) {
        m_core.ports.scheduler.cancel(*m_retry);
        m_retry.reset();
    }
    pushNext();
}

void Outbox::pause()
{
    m_paused = true;
    m_inFlight = false;
    ++m_generation;
}

void Outbox::resume()
{
    m_paused = false;
    m_attempt = 0;
    wake();
}

void Outbox::probe(EventId event)
{
    m_core.book.streamFor(event).probe = true;
    pushNext();
}

std::optional<EventId> Outbox::nextEvent() const
{
    std::optional<EventId> first;
    for (const auto& [event, stream] : m_core.book.streams()) {
        if (!stream.hasPush())
            continue;
        if (m_last && event > *m_last)
            return event;
        if (!first)
            first = event;
    }
    return first;
}

void Outbox::pushNext()
{
    if (m_paused || m_inFlight || m_retry || !m_core.signedIn || !m_core.enrolled())
        return;
    const std::optional<EventId> event = nextEvent();
    if (!event)
        return;
    const OpBatch batch = m_core.book.nextBatch(*m_core.identity, *event);
    PARTERRE_REQUIRE(!batch.ops.empty() || m_core.book.stream(*event)->mustProbe());
    m_last = event;
    m_inFlight = true;
    m_core.ports.link.pushOps(
        batch, m_core.guarded<OutcomeBatch>([this, event = *event, generation = ++m_generation,
                                             log = m_core.logOf(*event).log](Result<OutcomeBatch> result) {
            if (generation != m_generation)
                return;
            m_inFlight = false;
            if (result && !log.isNull() && log != m_core.logOf(event).log)
                return pushNext(); // another log is followed since: what the one before says counts no more
            answered(event, std::move(result));
        }));
}

void Outbox::answered(EventId event, Result<OutcomeBatch> result)
{
    if (!result) {
        if (isDisowned(result.error())) {
            m_core.book.streamFor(event).quarantined = true;
            m_hooks.distrusted("the centre takes no sales from this counter any more: it was revoked, set up anew "
                               "elsewhere, or a restored centre does not know it");
        } else {
            retryLater();
        }
        m_hooks.heard(result.error());
        return;
    }
    if (isBelievable(event, *result))
        settle(event, *result);
    if (m_core.broken)
        return;
    m_hooks.heard(Result<void>());
    pushNext();
}

// Answers of a log that is not followed may be of a centre that was restored, or of one that should not run any more:
// whoever looks after logs has to fetch it and decide.
bool Outbox::isBelievable(EventId event, const OutcomeBatch& batch)
{
    BookedStream& stream = m_core.book.streamFor(event);
    if (!stream.log.log.isNull() && stream.log.log != batch.logId) {
        stream.awaitsLog = true;
        m_hooks.otherLog(event);
        return false;
    }
    if (batch.applied > stream.head()) {
        stream.quarantined = true;
        m_hooks.distrusted("the centre has " + std::to_string(batch.applied) +
                           " operations of this counter, its journal only " + std::to_string(stream.head()));
        return false;
    }
    return true;
}

// How much a restore has kept is written down before anything is pushed anew: later the centre has more.
bool Outbox::noteInherited(BookedStream& stream, const OutcomeBatch& batch)
{
    if (!stream.log.restored || stream.log.inherited)
        return true;
    if (!batch.outcomes.empty())
        return false; // of ops that were on their way when the restore became known: the centre says it again
    LogRecord log = stream.log;
    log.inherited = batch.applied;
    JournalBatch journal;
    journal.logs.push_back(log);
    Result<void> committed = m_core.commit(journal);
    if (!committed)
        m_hooks.alarm(committed.error());
    return committed.ok();
}

// What is kept of an outcome. A restored centre may have to leave open what another one had done; should it be restored
// again before that has ended, what was told first is what must be told.
Outcome Outbox::lastWord(const BookedOp& booked, const Outcome& outcome)
{
    Outcome kept = outcome;
    if (outcome.kind == OutcomeKind::Contested && booked.outcome &&
        (booked.outcome->kind == OutcomeKind::Confirmed || booked.outcome->kind == OutcomeKind::ConfirmedLate))
        kept.kind = booked.outcome->kind;
    return kept;
}

// What is new in the batch, on disk and in the book; a repeated outcome changes nothing.
Result<std::vector<Outcome>> Outbox::keep(EventId event, const BookedStream& stream, const OutcomeBatch& batch)
{
    JournalBatch journal;
    std::vector<Outcome> fresh;
    for (const Outcome& outcome : batch.outcomes) {
        const BookedOp* booked = stream.find(outcome.opN);
        if (!booked || stream.isAnswered(*booked))
            continue;
        fresh.push_back(outcome);
        journal.outcomes.push_back({event, m_core.identity->installGen, lastWord(*booked, outcome), batch.logId});
    }
    if (fresh.empty())
        return fresh;
    if (Result<void> committed = m_core.commit(journal); !committed)
        return committed.error();
    for (const JournalledOutcome& kept : journal.outcomes)
        m_core.book.setOutcome(event, kept.outcome, batch.logId);
    return fresh;
}

// Precondition: the entries are of the log that is followed. The kind is the one server/arbiter/op_rules has for it.
void Outbox::proven(EventId event, std::uint64_t opN, std::uint64_t seq)
{
    const BookedStream& stream = m_core.book.streamFor(event);
    const BookedOp* booked = stream.find(opN);
    if (!booked || stream.firstUnanswered() != opN || stream.mustProbe())
        return;
    PARTERRE_REQUIRE(std::holds_alternative<SellHold>(booked->op.command));
    OutcomeBatch batch;
    batch.logId = stream.log.log;
    batch.outcomes.emplace_back();
    batch.outcomes.back().opN = opN;
    batch.outcomes.back().kind = OutcomeKind::Confirmed;
    batch.outcomes.back().seq = seq;
    const Result<std::vector<Outcome>> fresh = keep(event, stream, batch);
    if (!fresh)
        return m_hooks.alarm(fresh.error());
    m_hooks.settled(event, *fresh);
}

void Outbox::contestsEnded()
{
    const EventId event = m_core.open->event;
    const BookedStream& stream = m_core.book.streamFor(event);
    const Replica& base = m_core.open->base;
    if (stream.log.log != base.logId())
        return;
    JournalBatch journal;
    for (const std::uint64_t opN : stream.contested) {
        const BookedOp& booked = *stream.find(opN);
        const Case* of = base.state().caseOf(CaseId{soldOrder(booked.op.command)->id.bytes});
        if (!stream.isAnswered(booked) || !of || of->phase != CasePhase::Won)
            continue;
        Outcome won;
        won.opN = opN;
        won.kind = OutcomeKind::Confirmed;
        won.seq = base.cursor();
        journal.outcomes.push_back({event, m_core.identity->installGen, won, stream.log.log});
    }
    if (journal.outcomes.empty())
        return;
    if (Result<void> committed = m_core.commit(journal); !committed)
        return m_hooks.alarm(committed.error());
    for (const JournalledOutcome& won : journal.outcomes)
        m_core.book.setOutcome(event, won.outcome, won.log);
}

// Outcomes are on disk before anybody hears of them.
void Outbox::settle(EventId event, const OutcomeBatch& batch)
{
    BookedStream& stream = m_core.book.streamFor(event);
    if (!noteInherited(stream, batch))
        return;
    const bool probed = std::exchange(stream.probe, false);
    const Result<std::vector<Outcome>> fresh = keep(event, stream, batch);
    if (!fresh)
        return m_hooks.alarm(fresh.error());
    if (!fresh->empty())
        m_attempt = 0;
    const bool lost = batch.applied + 1 < stream.firstUnanswered();
    const std::uint64_t resend = lost ? batch.applied + 1 : 0;
    const bool progress = probed || !fresh->empty() || resend != stream.resendFrom;
    stream.resendFrom = resend;
    stream.refused = stream.refused && fresh->empty();
    const std::uint64_t next = lost ? stream.resendFrom : stream.firstUnanswered();
    if (next < stream.nextOpN() && !stream.find(next)) {
        stream.quarantined = true;
        m_hooks.distrusted("the centre has lost operations from " + std::to_string(next) +
                           " on, and this counter has forgotten them");
        return;
    }
    if (!fresh->empty())
        m_hooks.settled(event, *fresh);
    if (batch.stopped)
        return stopped(stream, *batch.stopped, progress);
    if (!progress && stream.unanswered > 0)
        retryLater(); // an answer without progress must not become a storm
}

void Outbox::stopped(BookedStream& stream, const Error& why, bool progress)
{
    if (why.code == ErrorCode::OpGap && progress)
        return;
    if (why.code == ErrorCode::OpFork) {
        stream.quarantined = true;
        return m_hooks.distrusted("the centre has another operation under the same number: " + why.detail);
    }
    retryLater();
    if (why.code != ErrorCode::Quarantined || !std::exchange(stream.refused, true))
        m_hooks.alarm(why);
}

void Outbox::retryLater()
{
    if (m_retry)
        return;
    m_retry = m_core.after(m_core.jitter(m_attempt, longestWait), [this] {
        m_retry.reset();
        pushNext();
    });
    m_attempt = std::min(m_attempt + 1, 20u);
}

} // namespace parterre
