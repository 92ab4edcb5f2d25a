// EventShelf: every event in the writer's memory; loads them, mends them after a failed commit.
#pragma once

#include "server/arbiter/arbiter.h"
#include "server/arbiter/live_event.h"
#include "server/arbiter/log_replay.h"

#include <memory>
#include <unordered_map>

namespace parterre {

class EventShelf
{
public:
    explicit EventShelf(Ledger& ledger) : m_ledger(ledger), m_replay(ledger) {}

    Result<void> load();
    std::vector<OpenedEvent> opened() const; // copies of every event that has been created

    LiveEvent* find(EventId event); // null: there is none
    const std::vector<std::unique_ptr<LiveEvent>>& all() const { return m_events; }

    // The event of these terms, with an empty log when it is new. Nothing is stored when the terms do not fit.
    Result<LiveEvent*> prepare(const EventTerms& terms, Random& random);

    // Reads a frozen event anew. It stays frozen when that fails.
    Result<void> mend(LiveEvent& event);
    std::size_t frozenCount() const;
    std::optional<Instant> nextDeadline() const; // of events that are not frozen

private:
    LiveEvent& add(const EventRecord& record, EventState state);

    Ledger& m_ledger;
    LogReplay m_replay;
    std::vector<std::unique_ptr<LiveEvent>> m_events;
    std::unordered_map<EventId, LiveEvent*> m_byId;
};

} // namespace parterre
