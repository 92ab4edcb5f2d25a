// Cache: what the counter can fetch again: the list of events, plans, base states. Implemented by sync/journal.
#pragma once

#include "sync/base/result.h"
#include "sync/counter/counter_types.h"
#include "sync/wire/log_page.h"

#include <optional>
#include <vector>

namespace parterre {

// An event as it was last seen: its state is the snapshot with the entries folded in.
struct CachedEvent
{
    Bytes plan;     // encodePlan()
    Bytes snapshot; // encodeSnapshot()
    std::vector<LogEntry> entries;
};

class Cache
{
public:
    virtual ~Cache() = default;
    // `cached` says which of them replace() has filled.
    virtual Result<std::vector<EventSummary>> events() = 0;
    virtual Result<void> saveEvents(const std::vector<EventSummary>& events) = 0;

    virtual Result<std::optional<CachedEvent>> load(EventId event) = 0;
    // A new beginning: forgets the entries.
    virtual Result<void> replace(EventId event, const Bytes& plan, const Bytes& snapshot) = 0;
    // Entries and cursor in one transaction. Precondition: they follow what is there.
    virtual Result<void> append(EventId event, const std::vector<LogEntry>& entries) = 0;
};

} // namespace parterre
