// EventState: everything that is true about one event at one position of its log. Changed only by apply().
#pragma once

#include "sync/domain/entries.h"

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace parterre {

enum class SeatStatus : std::uint8_t { Free = 0, Held, Reserved, Sold, Allotted, HouseHeld, Killed, Kept };

// Who has a seat. The id that counts depends on the status: Held → hold, Reserved → reservation, Sold → order,
// Allotted → fence, Kept → case. A seat has at most one claim (I1) because it has one slot.
struct SeatSlot
{
    SeatStatus status = SeatStatus::Free;
    Fence fence;
    Bytes16 claim{};
    friend bool operator==(const SeatSlot&, const SeatSlot&) = default;

    template <typename Id>
    Id claimAs() const
    {
        return Id{claim};
    }
};

// Units of a standing area by what they are used for; free = capacity − the rest.
struct StandingSlot
{
    std::uint32_t capacity = 0;
    std::uint32_t held = 0;
    std::uint32_t reserved = 0;
    std::uint32_t sold = 0;
    std::uint32_t allotted = 0;
    std::uint32_t kept = 0; // for cases
    std::uint32_t free() const { return capacity - held - reserved - sold - allotted - kept; }
    friend bool operator==(const StandingSlot&, const StandingSlot&) = default;
};

class EventState
{
public:
    // An event before its first entry: all seats free, no terms.
    explicit EventState(SeatPlanPtr plan);

    const SeatPlan& plan() const { return *m_plan; }
    const SeatPlanPtr& planPtr() const { return m_plan; }
    const EventTerms& terms() const { return m_terms; }
    std::uint64_t seq() const { return m_seq; }

    const SeatSlot& seat(SeatIndex seat) const;
    const StandingSlot& standing(StandingIndex area) const;
    std::uint32_t freeSeats() const { return m_freeSeats; }
    // Of all seats and standing areas: two states of the same plan with other claims differ in it, as good as always.
    // Not secret: it finds damage, not malice. O(standing areas).
    std::uint64_t digest() const;

    // Counts restores from backup; the high bits of every fence granted since.
    std::uint32_t logGen() const { return m_logGen; }
    // After a restore, or while an impossible sale is looked into: no new claim and no grant.
    bool frozen() const;
    const std::set<DeviceId>& awaited() const { return m_awaited; } // devices the restored event waits for

    // Null when there is none (any more).
    const Hold* hold(HoldId id) const;
    const Order* order(OrderId id) const;
    const Reservation* reservation(ReservationId id) const;
    const Allotment* allotment(Fence fence) const;
    const Allotment* allotmentOf(DeviceId device) const;
    std::uint32_t holdCount(HolderId holder) const;

    const std::unordered_map<HoldId, Hold>& holds() const { return m_holds; }
    const std::unordered_map<OrderId, Order>& orders() const { return m_orders; }
    const std::unordered_map<ReservationId, Reservation>& reservations() const { return m_reservations; }
    const std::map<Fence, Allotment>& allotments() const { return m_allotments; }
    const std::unordered_map<CaseId, Case>& cases() const { return m_cases; } // closed ones too
    const Case* caseOf(CaseId id) const;
    // Cases in phase Contest or Open, oldest first: what the rules may have to do something about.
    const std::map<std::uint64_t, CaseId>& unsettledCases() const { return m_unsettled; }
    const std::map<std::uint64_t, Alarm>& alarms() const { return m_alarms; } // not settled yet
    // An alarm about this counter is open: what it gives back frees nothing.
    bool isTainted(DeviceId device) const;
    const std::map<Fence, WriteOff>& writeOffs() const { return m_writeOffs; }

    // Holds and reservations whose deadline is at or before `now`, earliest first; at most `limit` of each.
    std::vector<HoldId> expiredHolds(Instant now, std::size_t limit) const;
    std::vector<ReservationId> expiredReservations(Instant now, std::size_t limit) const;
    // The same of offers, and of allotments whose time is over.
    std::vector<CaseId> expiredOffers(Instant now, std::size_t limit) const;
    std::vector<Fence> overdueAllotments(Instant now) const;
    std::optional<Instant> nextDeadline() const;

    // Recomputes everything from slots and claims (I1, I3, counts, deadlines). O(everything): for tests and verify.
    // Returns the first broken sentence, or empty. Never aborts: the state may come from outside.
    std::string audit() const;

    // Same seats, claims and position; plans compared by content.
    friend bool operator==(const EventState& a, const EventState& b);

private:
    friend class StateFold;     // apply(): the only writer
    friend class StateSnapshot; // wire: saves and restores without replaying
    void put(SeatIndex seat, const SeatSlot& slot); // keeps count and digest
    Fence fenceAt(std::uint64_t seq) const;         // of a grant at that position

    SeatPlanPtr m_plan;
    EventTerms m_terms;
    std::uint64_t m_seq = 0;
    std::uint32_t m_logGen = 0;
    std::uint32_t m_freeSeats = 0;
    std::uint64_t m_seatDigest = 0;
    std::vector<SeatSlot> m_seats;
    std::vector<StandingSlot> m_standing;
    std::unordered_map<HoldId, Hold> m_holds;
    std::unordered_map<OrderId, Order> m_orders;
    std::unordered_map<ReservationId, Reservation> m_reservations;
    std::map<Fence, Allotment> m_allotments;
    std::unordered_map<CaseId, Case> m_cases;
    std::map<std::uint64_t, CaseId> m_unsettled;
    std::map<std::uint64_t, Alarm> m_alarms;
    std::map<Fence, WriteOff> m_writeOffs;
    std::set<DeviceId> m_awaited;
    std::unordered_map<HolderId, std::uint32_t> m_holdCounts;
    std::set<std::pair<Instant, HoldId>> m_holdDeadlines;
    std::set<std::pair<Instant, ReservationId>> m_reservationDeadlines;
    std::set<std::pair<Instant, CaseId>> m_offerDeadlines;
};

} // namespace parterre
