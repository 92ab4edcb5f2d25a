// EventOpener: brings an event to the counter: from the cache at once, otherwise plan and snapshot from the centre.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

// An event as the centre has just sent it: not kept, and not believed, yet.
struct FetchedEvent
{
    Replica replica;
    Bytes plan;
    Bytes snapshot;
};

class EventOpener
{
public:
    explicit EventOpener(Core& core) : m_core(core) {}

    // The replica as cached; nothing when there is none or it cannot be read (it is fetched again then).
    std::optional<Replica> fromCache(EventId event);
    void fetch(EventId event, Completion<FetchedEvent> done);
    // A new beginning in the cache.
    Result<void> adopt(EventId event, const FetchedEvent& fetched);
    // Keeps the cache as far as the replica; a long tail of entries becomes one snapshot.
    Result<void> store(const Replica& replica, EventId event, const std::vector<LogEntry>& entries);

private:
    static constexpr std::size_t longTail = 2'000; // entries replayed at the next start at most, about 10 ms

    Core& m_core;
    Bytes m_plan; // of the event loaded last, as bytes
    std::size_t m_tail = 0;
};

} // namespace parterre
