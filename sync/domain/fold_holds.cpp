// StateFold on holds and reservations: unpaid claims that time may end.
#include "sync/domain/places.h"
#include "sync/domain/state_fold.h"

namespace parterre {

void StateFold::addHold(Hold hold)
{
    m_state.m_holdDeadlines.emplace(hold.deadline(), hold.id);
    ++m_state.m_holdCounts[hold.holder];
    const HoldId id = hold.id;
    m_state.m_holds.emplace(id, std::move(hold));
}

void StateFold::dropHold(HoldId id)
{
    const auto found = m_state.m_holds.find(id);
    PARTERRE_REQUIRE(found != m_state.m_holds.end());
    const Hold& hold = found->second;
    m_state.m_holdDeadlines.erase({hold.deadline(), id});
    const auto count = m_state.m_holdCounts.find(hold.holder);
    PARTERRE_REQUIRE(count != m_state.m_holdCounts.end() && count->second > 0);
    if (--count->second == 0)
        m_state.m_holdCounts.erase(count);
    m_state.m_holds.erase(found);
}

void StateFold::setDeadline(Hold& hold, Instant before)
{
    m_state.m_holdDeadlines.erase({before, hold.id});
    m_state.m_holdDeadlines.emplace(hold.deadline(), hold.id);
}

void StateFold::dropReservation(ReservationId id)
{
    const auto found = m_state.m_reservations.find(id);
    PARTERRE_REQUIRE(found != m_state.m_reservations.end());
    m_state.m_reservationDeadlines.erase({found->second.until, id});
    m_state.m_reservations.erase(found);
}

StateFold::Broken StateFold::on(const HoldPlaced& body, const LogEntry&)
{
    if (m_state.m_holds.contains(body.hold))
        return "the hold exists";
    if (!wellFormed(body.places))
        return "the held places are not places of the plan in order";
    if (!allFree(body.places))
        return "a held place is not free";
    move(body.places, nullptr, &StandingSlot::held, {SeatStatus::Held, {}, body.hold.bytes});
    Hold hold;
    hold.id = body.hold;
    hold.holder = body.holder;
    hold.channel = body.channel;
    hold.places = body.places;
    hold.expiresAt = body.expiresAt;
    addHold(std::move(hold));
    return nullptr;
}

StateFold::Broken StateFold::on(const HoldExtended& body, const LogEntry&)
{
    const auto found = m_state.m_holds.find(body.hold);
    if (found == m_state.m_holds.end())
        return "there is no such hold to extend";
    Hold& hold = found->second;
    if (hold.extended)
        return "the hold has been extended before";
    const Instant before = hold.deadline();
    hold.extended = true;
    hold.expiresAt = body.expiresAt;
    setDeadline(hold, before);
    return nullptr;
}

StateFold::Broken StateFold::on(const HoldReleased& body, const LogEntry&)
{
    const auto found = m_state.m_holds.find(body.hold);
    if (found == m_state.m_holds.end())
        return "there is no such hold to release";
    move(found->second.places, &StandingSlot::held, nullptr, {});
    dropHold(body.hold);
    return nullptr;
}

StateFold::Broken StateFold::on(const PaymentStarted& body, const LogEntry&)
{
    const auto found = m_state.m_holds.find(body.hold);
    if (found == m_state.m_holds.end())
        return "there is no such hold to pay";
    Hold& hold = found->second;
    if (hold.paying)
        return "a payment is in flight";
    const Instant before = hold.deadline();
    hold.paying = body.order;
    hold.payingUntil = body.until;
    setDeadline(hold, before);
    return nullptr;
}

StateFold::Broken StateFold::on(const PaymentFailed& body, const LogEntry&)
{
    const auto found = m_state.m_holds.find(body.hold);
    if (found == m_state.m_holds.end())
        return "there is no such hold whose payment failed";
    Hold& hold = found->second;
    if (!hold.paying)
        return "no payment is in flight";
    const Instant before = hold.deadline();
    hold.paying.reset();
    hold.payingUntil = {};
    hold.expiresAt = body.expiresAt;
    setDeadline(hold, before);
    return nullptr;
}

StateFold::Broken StateFold::on(const PlacesReserved& body, const LogEntry&)
{
    const Reservation& reservation = body.reservation;
    if (m_state.m_reservations.contains(reservation.id))
        return "the reservation exists";
    if (!wellFormed(reservation.places))
        return "the reserved places are not places of the plan in order";
    const SeatSlot slot{SeatStatus::Reserved, {}, reservation.id.bytes};
    if (body.hold) {
        const Hold* hold = m_state.hold(*body.hold);
        if (!hold || hold->places != reservation.places)
            return "the reservation is not for what its hold holds";
        move(reservation.places, &StandingSlot::held, &StandingSlot::reserved, slot);
        dropHold(*body.hold);
    } else {
        if (!allFree(reservation.places))
            return "a reserved place is not free";
        move(reservation.places, nullptr, &StandingSlot::reserved, slot);
    }
    m_state.m_reservations.emplace(reservation.id, reservation);
    m_state.m_reservationDeadlines.emplace(reservation.until, reservation.id);
    return nullptr;
}

StateFold::Broken StateFold::on(const ReservationEnded& body, const LogEntry&)
{
    const auto found = m_state.m_reservations.find(body.reservation);
    if (found == m_state.m_reservations.end())
        return "there is no such reservation to end";
    move(found->second.places, &StandingSlot::reserved, nullptr, {});
    dropReservation(body.reservation);
    return nullptr;
}

} // namespace parterre
