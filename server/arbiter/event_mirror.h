// EventMirror: one event as the thread that answers requests sees it: state, availability and the newest part of the
// log.
#pragma once

#include "server/arbiter/arbiter.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace parterre {

// One seat as it is now.
struct SeatChange
{
    SeatIndex seat;
    char state = 0; // as in availability()
    friend bool operator==(const SeatChange&, const SeatChange&) = default;
};

// Belongs to one thread. Follows the arbiter: everything a reply tells is already here when the reply runs.
// Taking a stretch costs O(what it touches), whatever the size of the house.
class EventMirror
{
public:
    struct Limits
    {
        std::size_t tailBytes = 32 * 1024 * 1024; // of encoded entries kept for pulls, about
        std::size_t changes = 262'144;            // of seats kept for changesSince()
    };

    explicit EventMirror(const OpenedEvent& opened) : EventMirror(opened, Limits()) {}
    EventMirror(const OpenedEvent& opened, Limits limits);

    // Applies what is new in it; a stretch already known changes nothing. Precondition: no gap, same log.
    void take(const CommittedEntries& committed);

    EventId event() const { return m_event; }
    const EventState& state() const { return m_state; }
    const SeatPlan& plan() const { return m_state.plan(); }
    const Order* order(OrderId id) const { return m_state.order(id); }

    LogId logId() const { return m_logId; }
    std::uint64_t seq() const { return m_state.seq(); } // head of the log, version of everything here
    const Bytes32& headHash() const { return m_headHash; }

    // One character a seat in plan order; version: seq(). Their meaning: sync/wire/availability.h.
    const std::string& availability() const { return m_availability; }
    // Every seat that may look different since that position, once each, ascending, as it is now. Nothing: too far
    // back, in the future, or more than half the house; send availability() whole.
    std::optional<std::vector<SeatChange>> changesSince(std::uint64_t seq) const;

    // May a puller of this log at this position go on? Resync (another log) or FutureCursor.
    Result<void> checkCursor(LogId logId, std::uint64_t after) const;
    // Does the tail hold every entry after that position? If not, the ledger has them
    // (OrderQueries::entries()).
    bool reachesBackTo(std::uint64_t after) const { return after >= m_tailAfter; }
    // Calls `visit(const StoredEntry&)` with the entries after that position, in order, until it returns false.
    // Precondition: reachesBackTo(after).
    template <typename Visit>
    void forEachAfter(std::uint64_t after, const Visit& visit) const
    {
        PARTERRE_REQUIRE(reachesBackTo(after));
        for (std::uint64_t i = after - m_tailAfter; i < m_tail.size(); ++i)
            if (!visit(m_tail[i]))
                return;
    }
    // The encoded LogPage (sync/wire/log_page.h) of the entries after that position; empty when there are none.
    // Precondition: reachesBackTo(after).
    Bytes logPage(std::uint64_t after) const;

private:
    struct Change
    {
        std::uint64_t seq;
        SeatIndex seat;
    };
    void applyOne(const LogEntry& entry);
    void keep(const StoredEntry& entry);

    Limits m_limits;
    EventId m_event;
    LogId m_logId;
    Bytes32 m_headHash{};
    EventState m_state;
    std::string m_availability;
    std::deque<Change> m_changes;
    std::uint64_t m_changesAfter = 0; // m_changes knows every change with seq > this
    std::deque<StoredEntry> m_tail;   // seq m_tailAfter + 1 … seq()
    std::uint64_t m_tailAfter = 0;
    std::size_t m_tailBytes = 0;
};

} // namespace parterre
