// EventState: reading it. Writing is apply()'s alone (state_fold.cpp).
#include "sync/domain/event_state.h"

namespace parterre {
namespace {

template <typename Map, typename Id>
const typename Map::mapped_type* find(const Map& map, const Id& id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
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

std::optional<Instant> EventState::nextDeadline() const
{
    std::optional<Instant> next;
    if (!m_holdDeadlines.empty())
        next = m_holdDeadlines.begin()->first;
    if (!m_reservationDeadlines.empty() && (!next || m_reservationDeadlines.begin()->first < *next))
        next = m_reservationDeadlines.begin()->first;
    return next;
}

bool operator==(const EventState& a, const EventState& b)
{
    const bool samePlan = a.m_plan == b.m_plan || a.m_plan->parts() == b.m_plan->parts();
    return samePlan && a.m_seq == b.m_seq && a.m_terms == b.m_terms && a.m_freeSeats == b.m_freeSeats &&
           a.m_seats == b.m_seats && a.m_standing == b.m_standing && a.m_holds == b.m_holds &&
           a.m_orders == b.m_orders && a.m_reservations == b.m_reservations && a.m_allotments == b.m_allotments &&
           a.m_cases == b.m_cases && a.m_holdCounts == b.m_holdCounts && a.m_holdDeadlines == b.m_holdDeadlines &&
           a.m_reservationDeadlines == b.m_reservationDeadlines;
}

} // namespace parterre
