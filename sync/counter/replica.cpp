// Building a replica from bytes and following the log.
#include "sync/counter/replica.h"

#include "sync/domain/apply.h"
#include "sync/wire/hash_chain.h"

namespace parterre {

Result<Replica> Replica::fromBytes(EventId event, const Bytes& plan, const Bytes& snapshot)
{
    Result<SeatPlanParts> parts = decodePlan(plan);
    if (!parts)
        return parts.error();
    const PlanId planId = planIdOf(*parts);
    Result<SeatPlanPtr> made = SeatPlan::create(std::move(*parts));
    if (!made)
        return made.error();
    Result<Snapshot> decoded = decodeSnapshot(snapshot, std::move(*made));
    if (!decoded)
        return decoded.error();
    if (decoded->state.terms().event != event || decoded->state.terms().plan != planId)
        return Error{ErrorCode::Corrupt, "the snapshot is of another event or seat plan"};
    return Replica(std::move(*decoded));
}

Result<Replica> Replica::fromCache(EventId event, const CachedEvent& cached)
{
    Result<Replica> replica = fromBytes(event, cached.plan, cached.snapshot);
    if (!replica)
        return replica;
    std::vector<SeatIndex> touched;
    if (Result<void> applied = replica->apply(cached.entries, touched); !applied)
        return applied.error();
    return replica;
}

Result<void> Replica::apply(const std::vector<LogEntry>& entries, std::vector<SeatIndex>& touched)
{
    EventState& state = m_snapshot.state;
    for (const LogEntry& entry : entries) {
        if (entry.seq <= state.seq())
            continue;
        const std::vector<SeatIndex> seats = touchedSeats(state, entry.body);
        if (Result<void> applied = tryApply(state, entry); !applied)
            return applied;
        m_snapshot.headHash = entryHash(m_snapshot.headHash, entry.seq, entry.at, entry.cause, encodeEntry(entry.body));
        touched.insert(touched.end(), seats.begin(), seats.end());
    }
    return {};
}

} // namespace parterre
