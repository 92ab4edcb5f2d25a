// EventState: reading it. Writing is apply()'s alone (state_fold.cpp).
#include "sync/domain/event_state.h"

#include "sync/domain/mix.h"

#include <algorithm>
#include <cstring>

namespace parterre {
namespace {

template <typename Map, typename Id>
const typename Map::mapped_type* find(const Map& map, const Id& id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

// What a seat adds to the digest; a free one adds nothing, so an event begins with 0.
std::uint64_t weightOf(SeatIndex seat, const SeatSlot& slot)
{
    if (slot.status == SeatStatus::Free)
        return 0;
    std::uint64_t claim[2];
    std::memcpy(claim, slot.claim.data(), sizeof claim);
    const std::uint64_t place = (std::uint64_t{seat.value} << 8) | static_cast<std::uint64_t>(slot.status);
    return mixed(mixed(mixed(mixed(place) ^ slot.fence.value) ^ claim[0]) ^ claim[1]);
}

template <typename Id>
std::vector<Id> dueIn(const std::set<std::pair<Instant, Id>>& deadlines, Instant now, std::size_t limit)
{
    std::vector<Id> due;
    for (auto it = deadlines.begin(); it != deadlines.end() && it->first <= now && due.size() < limit; ++it)
        due.push_back(it->second);
    return due;
}

} // namespace

EventState::EventState(SeatPlanPtr plan) : m_plan(std::move(plan))
{
    PARTERRE_REQUIRE(m_plan != nullptr);
    m_freeSeats = m_plan->seatCount();
    m_seats.resize(m_freeSeats);
    // A table that outgrows itself while a house of 100,000 goes on sale keeps everybody waiting for tens of
    // milliseconds.
    m_holds.reserve(m_freeSeats);
    m_holdCounts.reserve(m_freeSeats);
    m_standing.resize(m_plan->standing().size());
    for (std::size_t i = 0; i < m_standing.size(); ++i)
        m_standing[i].capacity = m_plan->standing()[i].capacity;
}

const SeatSlot& EventState::seat(SeatIndex seat) const
{
    PARTERRE_REQUIRE(seat.value < m_seats.size());
    return m_seats[seat.value];
}

const StandingSlot& EventState::standing(StandingIndex area) const
{
    PARTERRE_REQUIRE(area.value < m_standing.size());
    return m_standing[area.value];
}

const Hold* EventState::hold(HoldId id) const
{
    return find(m_holds, id);
}

const Order* EventState::order(OrderId id) const
{
    return find(m_orders, id);
}

const Reservation* EventState::reservation(ReservationId id) const
{
    return find(m_reservations, id);
}

const Case* EventState::caseOf(CaseId id) const
{
    return find(m_cases, id);
}

void EventState::put(SeatIndex seat, const SeatSlot& slot)
{
    SeatSlot& old = m_seats[seat.value];
    m_freeSeats -= old.status == SeatStatus::Free ? 1 : 0;
    m_freeSeats += slot.status == SeatStatus::Free ? 1 : 0;
    m_seatDigest ^= weightOf(seat, old) ^ weightOf(seat, slot);
    old = slot;
}

std::uint64_t EventState::digest() const
{
    std::uint64_t digest = m_seatDigest;
    for (std::size_t i = 0; i < m_standing.size(); ++i) {
        const StandingSlot& slot = m_standing[i];
        std::uint64_t area = mixed(i);
        for (const std::uint32_t count : {slot.held, slot.reserved, slot.sold, slot.allotted, slot.kept})
            area = mixed(area ^ count);
        digest += area;
    }
    return digest >> 1; // numbers on the wire have 63 bits
}

// 2^40 entries and 2^22 restores: ids stay within 62 bits.
Fence EventState::fenceAt(std::uint64_t seq) const
{
    return Fence{(std::uint64_t{m_logGen} << 40) | seq};
}

bool EventState::frozen() const
{
    if (!m_awaited.empty())
        return true;
    for (const auto& [seq, alarm] : m_alarms)
        if (stopsEvent(alarm.kind))
            return true;
    return false;
}

bool EventState::isTainted(DeviceId device) const
{
    for (const auto& [seq, alarm] : m_alarms)
        if (alarm.device == device)
            return true;
    return false;
}

const Allotment* EventState::allotment(Fence fence) const
{
    return find(m_allotments, fence);
}

const Allotment* EventState::allotmentOf(DeviceId device) const
{
    for (const auto& [fence, allotment] : m_allotments) // at most 64
        if (allotment.device == device)
            return &allotment;
    return nullptr;
}

std::uint32_t EventState::holdCount(HolderId holder) const
{
    const std::uint32_t* count = find(m_holdCounts, holder);
    return count ? *count : 0;
}

std::vector<HoldId> EventState::expiredHolds(Instant now, std::size_t limit) const
{
    return dueIn(m_holdDeadlines, now, limit);
}

std::vector<ReservationId> EventState::expiredReservations(Instant now, std::size_t limit) const
{
    return dueIn(m_reservationDeadlines, now, limit);
}

std::vector<CaseId> EventState::expiredOffers(Instant now, std::size_t limit) const
{
    return dueIn(m_offerDeadlines, now, limit);
}

std::vector<Fence> EventState::overdueAllotments(Instant now) const
{
    std::vector<Fence> overdue;
    for (const auto& [fence, allotment] : m_allotments) // at most 64
        if (allotment.phase == AllotmentPhase::Active && allotment.grantedAt + allotment.duration <= now)
            overdue.push_back(fence);
    return overdue;
}

std::optional<Instant> EventState::nextDeadline() const
{
    std::optional<Instant> next;
    const auto consider = [&next](Instant at) { next = next ? std::min(*next, at) : at; };
    if (frozen()) // nothing runs out while the event waits for its counters
        return next;
    if (!m_holdDeadlines.empty())
        consider(m_holdDeadlines.begin()->first);
    if (!m_reservationDeadlines.empty())
        consider(m_reservationDeadlines.begin()->first);
    if (!m_offerDeadlines.empty())
        consider(m_offerDeadlines.begin()->first);
    for (const auto& [fence, allotment] : m_allotments)
        if (allotment.phase == AllotmentPhase::Active)
            consider(allotment.grantedAt + allotment.duration);
    return next;
}

bool operator==(const EventState& a, const EventState& b)
{
    const bool samePlan = a.m_plan == b.m_plan || a.m_plan->parts() == b.m_plan->parts();
    return samePlan && a.m_seq == b.m_seq && a.m_terms == b.m_terms && a.m_freeSeats == b.m_freeSeats &&
           a.m_seats == b.m_seats && a.m_standing == b.m_standing && a.m_holds == b.m_holds &&
           a.m_orders == b.m_orders && a.m_reservations == b.m_reservations && a.m_allotments == b.m_allotments &&
           a.m_cases == b.m_cases && a.m_unsettled == b.m_unsettled && a.m_alarms == b.m_alarms &&
           a.m_writeOffs == b.m_writeOffs && a.m_awaited == b.m_awaited && a.m_logGen == b.m_logGen &&
           a.m_seatDigest == b.m_seatDigest && a.m_offerDeadlines == b.m_offerDeadlines &&
           a.m_holdCounts == b.m_holdCounts && a.m_holdDeadlines == b.m_holdDeadlines &&
           a.m_reservationDeadlines == b.m_reservationDeadlines;
}

} // namespace parterre
