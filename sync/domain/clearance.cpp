// Clearance: ends expired claims lazily, so that a late sweep never costs anybody a seat.
#include "sync/domain/clearance.h"

#include <algorithm>
#include <limits>

namespace parterre::rules {
namespace {

constexpr Instant endOfTime{std::numeric_limits<std::int64_t>::max()};

template <typename T>
bool contains(const std::vector<T>& list, const T& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

std::uint32_t unitsIn(const Places& places, StandingIndex area)
{
    for (const StandingUnits& units : places.standing)
        if (units.area == area)
            return units.count;
    return 0;
}

// Contests opened before position `queuedAt`, oldest first.
template <typename Visit>
void forEachContest(const EventState& state, std::uint64_t queuedAt, const Visit& visit)
{
    for (const auto& [seq, id] : state.unsettledCases())
        if (const Case& one = *state.caseOf(id); seq < queuedAt && one.phase == CasePhase::Contest)
            visit(one);
}

} // namespace

bool isContested(const EventState& state, const Places& places)
{
    bool contested = false;
    forEachContest(state, Clearance::endOfQueue,
                   [&](const Case& waits) { contested = contested || !intersection(places, waits.lost).empty(); });
    return contested;
}

bool Clearance::isOfContest(SeatIndex seat) const
{
    bool contested = false;
    forEachContest(m_state, m_queuedAt, [&](const Case& waits) {
        contested = contested || std::binary_search(waits.lost.seats.begin(), waits.lost.seats.end(), seat);
    });
    return contested;
}

// Nothing runs out while the event is frozen: the money may have been captured, and the restore has lost it.
bool Clearance::isBeingPaid(const Hold& hold) const
{
    return hold.paying && (hold.deadline() > m_now || m_state.frozen());
}

bool Clearance::mayTake(const Hold& hold) const
{
    return !isBeingPaid(hold) && (hold.deadline() <= m_now || m_power != Power::Expired);
}

bool Clearance::mayTake(const Reservation& reservation) const
{
    return m_power == Power::Told || (reservation.until <= m_now && !m_state.frozen());
}

void Clearance::takeHold(HoldId hold)
{
    if (!contains(m_holds, hold))
        m_holds.push_back(hold);
}

bool Clearance::take(SeatIndex seat)
{
    const SeatSlot& slot = m_state.seat(seat);
    if (isOfContest(seat))
        return false;
    if (slot.status == SeatStatus::Free)
        return true;
    if (slot.status == SeatStatus::Held) {
        const Hold* hold = m_state.hold(slot.claimAs<HoldId>());
        PARTERRE_REQUIRE(hold != nullptr);
        if (!contains(m_holds, hold->id) && !mayTake(*hold))
            return false;
        takeHold(hold->id);
        return true;
    }
    if (slot.status == SeatStatus::Reserved) {
        const Reservation* reservation = m_state.reservation(slot.claimAs<ReservationId>());
        PARTERRE_REQUIRE(reservation != nullptr);
        if (!mayTake(*reservation))
            return false;
        if (!contains(m_reservations, reservation->id))
            m_reservations.push_back(reservation->id);
        return true;
    }
    if (slot.status == SeatStatus::HouseHeld || slot.status == SeatStatus::Killed) {
        if (m_power != Power::Told)
            return false;
        if (!contains(m_unblocked, seat))
            m_unblocked.push_back(seat);
        return true;
    }
    if (slot.status == SeatStatus::Kept) {
        const Case* keeper = m_state.caseOf(slot.claimAs<CaseId>());
        PARTERRE_REQUIRE(keeper != nullptr);
        if (!mayEnd(*keeper))
            return false;
        if (!contains(m_cases, keeper->id))
            m_cases.push_back(keeper->id);
        return true;
    }
    if (slot.status == SeatStatus::Allotted && m_allotment && slot.fence == m_allotment->fence) {
        m_returned.seats.push_back(seat);
        return true;
    }
    return false;
}

std::uint32_t Clearance::freedUnits(StandingIndex area) const
{
    std::uint32_t units = m_state.standing(area).free();
    for (const HoldId id : m_holds)
        units += unitsIn(m_state.hold(id)->places, area);
    for (const ReservationId id : m_reservations)
        units += unitsIn(m_state.reservation(id)->places, area);
    for (const CaseId id : m_cases)
        units += unitsIn(m_state.caseOf(id)->kept, area);
    return units;
}

bool Clearance::mayEnd(const Case& keeper) const
{
    return m_power == Power::Told && !isToldContest(keeper);
}

// Ends what is kept for cases while fewer than `missing` units of the area come free by it.
std::uint32_t Clearance::endCases(StandingIndex area, std::uint32_t missing)
{
    std::uint32_t units = 0;
    for (const auto& [id, keeper] : m_state.cases()) {
        const std::uint32_t its = unitsIn(keeper.kept, area);
        if (units >= missing || its == 0 || contains(m_cases, id) || !mayEnd(keeper))
            continue;
        m_cases.push_back(id);
        units += its;
    }
    return units;
}

std::uint32_t Clearance::unitsAwaited(StandingIndex area) const
{
    std::uint32_t units = 0;
    forEachContest(m_state, m_queuedAt, [&](const Case& waits) { units += unitsIn(waits.lost, area); });
    return units;
}

std::uint32_t Clearance::unitsOfContests(StandingIndex area) const
{
    return std::min(unitsAwaited(area), freedUnits(area));
}

std::uint32_t Clearance::takeUnits(StandingIndex area, std::uint32_t wanted)
{
    const std::uint32_t awaited = unitsAwaited(area);
    const std::uint32_t units = clearUnits(area, wanted + awaited);
    return units - std::min(units, awaited);
}

std::uint32_t Clearance::clearUnits(StandingIndex area, std::uint32_t wanted)
{
    std::uint32_t units = freedUnits(area);
    if (units >= wanted)
        return units;
    // Rare: the area is full. Only now is it worth looking through the deadlines.
    const Instant upTo = m_power == Power::Expired ? m_now : endOfTime;
    for (const HoldId id : m_state.expiredHolds(upTo, m_state.holds().size())) {
        const Hold& hold = *m_state.hold(id);
        const std::uint32_t its = unitsIn(hold.places, area);
        if (units >= wanted || its == 0 || contains(m_holds, id) || !mayTake(hold))
            continue;
        m_holds.push_back(id);
        units += its;
    }
    const Instant endedBy = m_power == Power::Told ? endOfTime : m_now;
    for (const ReservationId id : m_state.expiredReservations(endedBy, m_state.reservations().size())) {
        const Reservation& reservation = *m_state.reservation(id);
        const std::uint32_t its = unitsIn(reservation.places, area);
        if (units >= wanted || its == 0 || contains(m_reservations, id) || !mayTake(reservation))
            continue;
        m_reservations.push_back(id);
        units += its;
    }
    if (units < wanted && m_power == Power::Told)
        units += endCases(area, wanted - units);
    const std::uint32_t allotted = m_allotment ? unitsIn(m_allotment->places, area) : 0;
    if (units < wanted && allotted > 0) {
        m_returned.standing.push_back({area, std::min(allotted, wanted - units)});
        units += m_returned.standing.back().count;
    }
    return units;
}

std::uint32_t Clearance::payingUnits(StandingIndex area) const
{
    std::uint32_t units = 0;
    for (const auto& [id, hold] : m_state.holds())
        if (isBeingPaid(hold))
            units += unitsIn(hold.places, area);
    return units;
}

bool Clearance::isPaying(SeatIndex seat) const
{
    const SeatSlot& slot = m_state.seat(seat);
    if (slot.status != SeatStatus::Held)
        return false;
    return isBeingPaid(*m_state.hold(slot.claimAs<HoldId>()));
}

Result<void> Clearance::takeAll(const Places& places)
{
    std::string taken;
    for (const SeatIndex seat : places.seats)
        if (!take(seat))
            taken.append(taken.empty() ? "" : ",").append(m_state.plan().label(seat));
    if (!taken.empty())
        return Error{ErrorCode::SeatTaken, std::move(taken)};
    for (const StandingUnits& units : places.standing)
        if (takeUnits(units.area, units.count) < units.count)
            return Error{ErrorCode::NotEnoughSeats, m_state.plan().standing()[units.area.value].name};
    return {};
}

Entries Clearance::entries(std::size_t more) const
{
    Entries list;
    list.reserve(m_holds.size() + m_reservations.size() + m_cases.size() + 2 + more);
    for (const HoldId id : m_holds)
        list.push_back(HoldReleased{id, m_state.hold(id)->deadline() <= m_now});
    for (const ReservationId id : m_reservations)
        list.push_back(ReservationEnded{id, m_state.reservation(id)->until <= m_now});
    for (const CaseId id : m_cases)
        list.push_back(
            CaseMoved{id, CasePhase::Open, m_state.caseOf(id)->lost, 0, {}, "others had these seats before a restore"});
    if (!m_unblocked.empty()) {
        SeatsUnblocked unblocked{m_unblocked};
        std::sort(unblocked.seats.begin(), unblocked.seats.end());
        list.push_back(std::move(unblocked));
    }
    if (!m_returned.empty())
        list.push_back(AllotmentReturned{m_allotment->fence, m_returned});
    return list;
}

} // namespace parterre::rules
