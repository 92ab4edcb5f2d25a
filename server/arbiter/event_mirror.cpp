// EventMirror: follows one event and remembers what requests ask for.
#include "server/arbiter/event_mirror.h"

#include "sync/domain/apply.h"
#include "sync/wire/availability.h"
#include "sync/wire/log_page.h"

#include <algorithm>

namespace parterre {
namespace {

// What an entry of the tail takes in memory, roughly.
std::size_t weightOf(const StoredEntry& entry)
{
    return sizeof(StoredEntry) + static_cast<std::size_t>(entry.body.size());
}

} // namespace

EventMirror::EventMirror(const OpenedEvent& opened, Limits limits)
    : m_limits(limits),
      m_event(opened.record.event),
      m_logId(opened.record.logId),
      m_headHash(opened.record.headHash),
      m_state(*opened.state),
      m_availability(availabilityOf(m_state)),
      m_changesAfter(m_state.seq()),
      m_tailAfter(m_state.seq())
{
    PARTERRE_REQUIRE(opened.record.headSeq == m_state.seq());
}

void EventMirror::take(const CommittedEntries& committed)
{
    PARTERRE_REQUIRE(committed.logId == m_logId && committed.entries.size() == committed.stored.size());
    for (std::size_t i = 0; i < committed.entries.size(); ++i) {
        if (committed.entries[i].seq <= m_state.seq())
            continue; // came with the state we started from
        applyOne(committed.entries[i]);
        keep(committed.stored[i]);
    }
}

void EventMirror::applyOne(const LogEntry& entry)
{
    const std::vector<SeatIndex> touched = touchedSeats(m_state, entry.body);
    apply(m_state, entry);
    for (const SeatIndex seat : touched) {
        const char now = availabilityOf(m_state, seat);
        if (now == m_availability[seat.value])
            continue;
        m_availability[seat.value] = now;
        m_changes.push_back({entry.seq, seat});
    }
    while (m_changes.size() > m_limits.changes) {
        m_changesAfter = m_changes.front().seq;
        m_changes.pop_front();
    }
}

void EventMirror::keep(const StoredEntry& entry)
{
    m_headHash = entry.hash;
    m_tail.push_back(entry);
    m_tailBytes += weightOf(entry);
    while (m_tailBytes > m_limits.tailBytes) {
        m_tailBytes -= weightOf(m_tail.front());
        m_tailAfter = m_tail.front().seq;
        m_tail.pop_front();
    }
}

std::optional<std::vector<SeatChange>> EventMirror::changesSince(std::uint64_t seq) const
{
    if (seq < m_changesAfter || seq > m_state.seq())
        return std::nullopt;
    const auto first = std::upper_bound(m_changes.begin(), m_changes.end(), seq,
                                        [](std::uint64_t after, const Change& change) { return after < change.seq; });
    std::vector<SeatIndex> seats;
    for (auto it = first; it != m_changes.end(); ++it)
        seats.push_back(it->seat);
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    if (seats.size() > m_availability.size() / 2)
        return std::nullopt;
    std::vector<SeatChange> changes;
    changes.reserve(seats.size());
    for (const SeatIndex seat : seats)
        changes.push_back({seat, m_availability[seat.value]});
    return changes;
}

Result<void> EventMirror::checkCursor(LogId logId, std::uint64_t after) const
{
    if (logId != m_logId)
        return Error{ErrorCode::Resync, "the log of this event is " + m_logId.toString()};
    if (after > m_state.seq())
        return Error{ErrorCode::FutureCursor, "the log ends at " + std::to_string(m_state.seq())};
    return {};
}

Bytes EventMirror::logPage(std::uint64_t after) const
{
    LogPageWriter page(m_logId, m_state.seq(), m_state.digest());
    forEachAfter(after,
                 [&](const StoredEntry& entry) { return page.add(entry.seq, entry.at, entry.cause, entry.body); });
    return page.finish();
}

} // namespace parterre
