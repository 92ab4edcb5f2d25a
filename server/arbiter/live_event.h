// LiveEvent: one event in the writer's memory: its state, and the entries decided but not committed yet.
#pragma once

#include "server/arbiter/arbiter.h"
#include "sync/domain/decide.h"

namespace parterre {

// Entries first … first + count − 1 of what is pending.
struct Stretch
{
    std::size_t first = 0;
    std::size_t count = 0;
};

class LiveEvent
{
public:
    // `state` is the fold of the log up to the head of `record`.
    LiveEvent(const EventRecord& record, EventState state);

    const EventRecord& record() const { return m_record; } // where the committed log stands
    EventId id() const { return m_record.event; }
    const EventState& state() const { return m_state; } // with what is pending

    // decide(), and what it decided applied, encoded and chained. An empty stretch: already so. What the rules do by
    // themselves about cases that moved follows behind the stretch, under the same cause.
    // `told`: it was decided once, and a restore has lost that.
    Result<Stretch> run(const Command& command, const CauseId& cause, Instant now, std::optional<Told> told = {});

    const LedgerBatch::Event& pending() const { return m_pending; }
    bool hasPending() const { return !m_pending.entries.empty(); }
    // What will be published once the pending entries are committed: named by answers before, empty until then.
    CommittedPtr publication() const { return m_publication; }
    // Hands the pending entries over; committed() or reset() must follow.
    LedgerBatch::Event takePending();
    // They are on stable storage: fills the publication with them.
    CommittedPtr committed(LedgerBatch::Event&& stored);
    // After a failed commit: `state` as the ledger has it, at the head of `record`.
    void reset(const EventRecord& record, EventState state);

    // Frozen: memory and ledger may differ, so nothing is decided until reset().
    void freeze() { m_frozen = true; }
    bool frozen() const { return m_frozen; }

private:
    void append(EntryBody body, const CauseId& cause, Instant now);
    void settleCases(const CauseId& cause, Instant now);

    EventRecord m_record;
    EventState m_state;
    Bytes32 m_hash{}; // of the last entry, pending ones included
    LedgerBatch::Event m_pending;
    std::shared_ptr<CommittedEntries> m_publication; // of m_pending; null when that is empty
    bool m_frozen = false;
};

} // namespace parterre
