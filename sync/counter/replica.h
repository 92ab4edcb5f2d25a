// Replica: this counter's copy of an event: exactly the fold of its log up to the cursor (I10).
#pragma once

#include "sync/counter/cache.h"
#include "sync/wire/snapshot.h"

namespace parterre {

class Replica
{
public:
    // Error: Malformed or Corrupt when bytes are not what they should be or belong to another event or plan.
    static Result<Replica> fromBytes(EventId event, const Bytes& plan, const Bytes& snapshot);
    // Snapshot and entries as they were cached.
    static Result<Replica> fromCache(EventId event, const CachedEvent& cached);

    const EventState& state() const { return m_snapshot.state; }
    const SeatPlanPtr& plan() const { return m_snapshot.state.planPtr(); }
    LogId logId() const { return m_snapshot.logId; }
    std::uint64_t cursor() const { return m_snapshot.state.seq(); }

    // Folds in what follows the cursor, skipping what it has. `touched` gets the seats that changed. Corrupt: an entry
    // does not follow; the replica must be fetched anew.
    Result<void> apply(const std::vector<LogEntry>& entries, std::vector<SeatIndex>& touched);
    // The whole of it as one snapshot, so that the cache need not keep every entry.
    Bytes toSnapshot() const { return encodeSnapshot(m_snapshot); }

private:
    explicit Replica(Snapshot snapshot) : m_snapshot(std::move(snapshot)) {}
    Snapshot m_snapshot;
};

} // namespace parterre
