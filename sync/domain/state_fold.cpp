// StateFold: the primitives every entry is folded with, and the entries about the event and blocked seats.
#include "sync/domain/state_fold.h"

#include "sync/domain/order_check.h"

#include <algorithm>

namespace parterre {

std::string StateFold::fold(const LogEntry& entry)
{
    Broken broken = nullptr;
    if (entry.seq != m_state.m_seq + 1)
        broken = "it does not follow the entry before it";
    else if ((entry.seq == 1) != std::holds_alternative<EventCreated>(entry.body))
        broken = "an event is created by its first entry and no other";
    else
        broken = std::visit([&](const auto& body) { return on(body, entry); }, entry.body);
    if (broken)
        return "entry " + std::to_string(entry.seq) + " after " + std::to_string(m_state.m_seq) + ": " + broken;
    m_state.m_seq = entry.seq;
    return {};
}

bool StateFold::wellFormed(const Places& places) const
{
    return !places.empty() && isCanonical(*m_state.m_plan, places);
}

bool StateFold::allFree(const Places& places) const
{
    for (const SeatIndex seat : places.seats)
        if (m_state.m_seats[seat.value].status != SeatStatus::Free)
            return false;
    for (const StandingUnits& units : places.standing)
        if (m_state.m_standing[units.area.value].free() < units.count)
            return false;
    return true;
}

bool StateFold::knownSeats(const std::vector<SeatIndex>& seats) const
{
    return wellFormed(Places{seats, {}});
}

void StateFold::move(const Places& places, Bucket from, Bucket to, const SeatSlot& slot)
{
    for (const SeatIndex seat : places.seats)
        setSeat(seat, slot);
    for (const StandingUnits& units : places.standing) {
        StandingSlot& area = m_state.m_standing[units.area.value];
        if (from) {
            PARTERRE_REQUIRE(area.*from >= units.count);
            area.*from -= units.count;
        } else {
            PARTERRE_REQUIRE(area.free() >= units.count);
        }
        if (to)
            area.*to += units.count;
    }
}

StateFold::Broken StateFold::on(const EventCreated& body, const LogEntry&)
{
    if (!checkTerms(body.terms, *m_state.m_plan))
        return "the terms do not fit the plan";
    m_state.m_terms = body.terms;
    return nullptr;
}

StateFold::Broken StateFold::on(const SeatsBlocked& body, const LogEntry&)
{
    if (!knownSeats(body.seats))
        return "the blocked seats are not seats of the plan in order";
    if (!allFree({body.seats, {}}))
        return "a blocked seat is not free";
    const SeatSlot slot{body.kill ? SeatStatus::Killed : SeatStatus::HouseHeld, {}, {}};
    for (const SeatIndex seat : body.seats)
        setSeat(seat, slot);
    return nullptr;
}

StateFold::Broken StateFold::on(const SeatsUnblocked& body, const LogEntry&)
{
    if (!knownSeats(body.seats))
        return "the unblocked seats are not seats of the plan in order";
    for (const SeatIndex seat : body.seats) {
        const SeatStatus status = m_state.m_seats[seat.value].status;
        if (status != SeatStatus::HouseHeld && status != SeatStatus::Killed)
            return "an unblocked seat was not blocked";
    }
    for (const SeatIndex seat : body.seats)
        setSeat(seat, {});
    return nullptr;
}

} // namespace parterre
