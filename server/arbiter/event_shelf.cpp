// EventShelf: from the ledger into memory.
#include "server/arbiter/event_shelf.h"

#include "sync/domain/decide.h"

#include <algorithm>

namespace parterre {

Result<void> EventShelf::load()
{
    PARTERRE_REQUIRE(m_events.empty());
    const Result<std::vector<EventRecord>> records = m_ledger.events();
    if (!records)
        return records.error();
    for (const EventRecord& record : *records) {
        Result<EventState> state = m_replay.state(record);
        if (!state)
            return state.error();
        add(record, std::move(*state));
    }
    return {};
}

std::vector<OpenedEvent> EventShelf::opened() const
{
    std::vector<OpenedEvent> opened;
    for (const auto& event : m_events)
        if (event->record().headSeq > 0)
            opened.push_back({event->record(), std::make_shared<const EventState>(event->state())});
    return opened;
}

LiveEvent* EventShelf::find(EventId event)
{
    const auto found = m_byId.find(event);
    return found == m_byId.end() ? nullptr : found->second;
}

Result<LiveEvent*> EventShelf::prepare(const EventTerms& terms, Random& random)
{
    if (LiveEvent* known = find(terms.event))
        return known;
    if (terms.event.isNull())
        return Error{ErrorCode::Malformed, "an event needs an id"};
    const Result<SeatPlanPtr> plan = m_replay.plan(terms.plan);
    if (!plan)
        return plan.error();
    EventState state(*plan);
    // Asked before anything is stored; the time does not matter to it.
    if (const auto decision = decide(state, CreateEvent{terms}, Instant{}); !decision)
        return decision.error();
    const EventRecord record{terms.event, terms.plan, randomId<LogId>(random), 0, {}};
    if (Result<void> stored = m_ledger.addEvent(record); !stored)
        return stored.error();
    return &add(record, std::move(state));
}

Result<void> EventShelf::mend(LiveEvent& event)
{
    const Result<std::vector<EventRecord>> records = m_ledger.events();
    if (!records)
        return records.error();
    const auto record =
        std::find_if(records->begin(), records->end(), [&](const EventRecord& one) { return one.event == event.id(); });
    if (record == records->end())
        return Error{ErrorCode::Corrupt, "event " + event.id().toString() + " is not in the ledger"};
    Result<EventState> state = m_replay.state(*record);
    if (!state)
        return state.error();
    event.reset(*record, std::move(*state));
    return {};
}

std::size_t EventShelf::frozenCount() const
{
    return static_cast<std::size_t>(
        std::count_if(m_events.begin(), m_events.end(), [](const auto& event) { return event->frozen(); }));
}

std::optional<Instant> EventShelf::nextDeadline() const
{
    std::optional<Instant> next;
    for (const auto& event : m_events) {
        const std::optional<Instant> own = event->frozen() ? std::nullopt : event->state().nextDeadline();
        if (own && (!next || *own < *next))
            next = own;
    }
    return next;
}

LiveEvent& EventShelf::add(const EventRecord& record, EventState state)
{
    m_events.push_back(std::make_unique<LiveEvent>(record, std::move(state)));
    m_byId.emplace(record.event, m_events.back().get());
    return *m_events.back();
}

} // namespace parterre
