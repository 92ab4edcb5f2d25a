// The push loop.
#include "sync/counter/outbox.h"

namespace parterre {

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

std::optional<EventId> Outbox::nextEvent() const
{
    std::optional<EventId> first;
    for (const auto& [event, stream] : m_core.book.streams()) {
        if (stream.quarantined || (stream.unanswered == 0 && stream.resendFrom == 0))
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
    PARTERRE_REQUIRE(!batch.ops.empty());
    m_last = event;
    m_inFlight = true;
    m_core.ports.link.pushOps(batch, m_core.guarded<OutcomeBatch>([this, event = *event, generation = ++m_generation](
                                                                      Result<OutcomeBatch> result) {
        answered(event, generation, std::move(result));
    }));
}

void Outbox::answered(EventId event, std::uint64_t generation, Result<OutcomeBatch> result)
{
    if (generation != m_generation)
        return;
    m_inFlight = false;
    if (!result) {
        retryLater();
        m_hooks.heard(result.error());
        return;
    }
    settle(event, *result);
    if (m_core.broken)
        return;
    m_hooks.heard(Result<void>());
    pushNext();
}

// Outcomes are on disk before anybody hears of them; a repeated one changes nothing.
void Outbox::settle(EventId event, const OutcomeBatch& batch)
{
    BookedStream& stream = m_core.book.streamFor(event);
    JournalBatch journal;
    std::vector<Outcome> fresh;
    for (const Outcome& outcome : batch.outcomes) {
        const BookedOp* booked = stream.find(outcome.opN);
        if (!booked || booked->outcome)
            continue;
        fresh.push_back(outcome);
        journal.outcomes.push_back({event, m_core.identity->installGen, outcome});
    }
    if (!fresh.empty()) {
        if (Result<void> committed = m_core.commit(journal); !committed) {
            m_hooks.alarm(committed.error());
            return;
        }
        for (const Outcome& outcome : fresh)
            m_core.book.setOutcome(event, outcome);
        m_attempt = 0;
    }
    const bool lost = batch.applied + 1 < stream.nextOpN() - stream.unanswered;
    stream.resendFrom = lost ? batch.applied + 1 : 0;
    if (!fresh.empty())
        m_hooks.settled(event, fresh);
    stream.disowned = batch.stopped && batch.stopped->code != ErrorCode::OpGap;
    if (!batch.stopped) {
        if (fresh.empty() && stream.unanswered > 0)
            retryLater(); // an answer without progress must not become a storm
        return;
    }
    if (batch.stopped->code == ErrorCode::OpGap && (lost || !fresh.empty()))
        return;
    stream.quarantined = batch.stopped->code == ErrorCode::OpFork;
    if (!stream.quarantined)
        retryLater();
    // "Quarantined" as an answer to the whole push is the fork again: the clerk hears that selling has stopped.
    m_hooks.alarm({stream.disowned ? ErrorCode::OpFork : batch.stopped->code, batch.stopped->detail});
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
