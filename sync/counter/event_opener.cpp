// Fetching and caching.
#include "sync/counter/event_opener.h"

namespace parterre {

std::optional<Replica> EventOpener::fromCache(EventId event)
{
    Result<std::optional<CachedEvent>> cached = m_core.ports.cache.load(event);
    if (!cached || !*cached)
        return std::nullopt;
    Result<Replica> replica = Replica::fromCache(event, **cached);
    if (!replica)
        return std::nullopt;
    m_plan = (*cached)->plan;
    m_tail = (*cached)->entries.size();
    return std::move(*replica);
}

void EventOpener::fetch(EventId event, Completion<FetchedEvent> done)
{
    m_core.ports.link.plan(event, m_core.guarded<Bytes>([this, event, done = std::move(done)](Result<Bytes> plan) {
        if (!plan)
            return done(plan.error());
        m_core.ports.link.snapshot(event, m_core.guarded<Bytes>([event, plan = *plan, done](Result<Bytes> snapshot) {
            if (!snapshot)
                return done(snapshot.error());
            Result<Replica> replica = Replica::fromBytes(event, plan, *snapshot);
            if (!replica)
                return done(replica.error());
            done(FetchedEvent{std::move(*replica), plan, std::move(*snapshot)});
        }));
    }));
}

Result<void> EventOpener::adopt(EventId event, const FetchedEvent& fetched)
{
    m_plan = fetched.plan;
    m_tail = 0;
    return m_core.ports.cache.replace(event, fetched.plan, fetched.snapshot);
}

Result<void> EventOpener::store(const Replica& replica, EventId event, const std::vector<LogEntry>& entries)
{
    m_tail += entries.size();
    if (m_tail < longTail)
        return m_core.ports.cache.append(event, entries);
    m_tail = 0;
    return m_core.ports.cache.replace(event, m_plan, replica.toSnapshot());
}

} // namespace parterre
