// StateFold on orders: places get an owner, and lose it again when tickets are voided.
#include "sync/domain/order_check.h"
#include "sync/domain/state_fold.h"

#include <algorithm>
#include <set>

namespace parterre {
namespace {

SeatSlot soldTo(OrderId order)
{
    return {SeatStatus::Sold, {}, order.bytes};
}

} // namespace

void StateFold::addOrder(const Order& order)
{
    m_state.m_orders.emplace(order.id, order);
}

StateFold::Broken StateFold::on(const OrderPlaced& body, const LogEntry&)
{
    if (m_state.m_orders.contains(body.order.id))
        return "the order exists";
    const Result<Places> places = checkOrder(*m_state.m_plan, m_state.m_terms, body.order);
    if (!places)
        return "the order is not well-formed";
    if (body.hold.has_value() + body.fence.has_value() + body.reservation.has_value() > 1)
        return "an order uses up one claim at most";
    if (body.hold)
        return sellHeld(body, *places);
    if (body.reservation)
        return sellReserved(body, *places);
    if (body.fence)
        return sellAllotted(body, *places);
    return sellFree(body, *places);
}

StateFold::Broken StateFold::sellHeld(const OrderPlaced& body, const Places& places)
{
    const Hold* hold = m_state.hold(*body.hold);
    if (!hold || hold->places != places)
        return "the order is not for what its hold holds";
    move(places, &StandingSlot::held, &StandingSlot::sold, soldTo(body.order.id));
    dropHold(*body.hold);
    addOrder(body.order);
    return nullptr;
}

StateFold::Broken StateFold::sellReserved(const OrderPlaced& body, const Places& places)
{
    const Reservation* reservation = m_state.reservation(*body.reservation);
    if (!reservation || reservation->places != places)
        return "the order is not for what its reservation reserved";
    move(places, &StandingSlot::reserved, &StandingSlot::sold, soldTo(body.order.id));
    dropReservation(*body.reservation);
    addOrder(body.order);
    return nullptr;
}

// A late order may take some places from the allotment and the rest from those free.
StateFold::Broken StateFold::sellAllotted(const OrderPlaced& body, const Places& places)
{
    const auto found = m_state.m_allotments.find(*body.fence);
    if (found == m_state.m_allotments.end())
        return "the allotment of the order is not live";
    Allotment& allotment = found->second;
    const Places inside = intersection(places, allotment.places);
    const Places outside = difference(places, inside);
    if (!outside.empty() && !body.late && !body.provisional)
        return "an order under a live fence leaves its allotment";
    if (!allFree(outside))
        return "a late order takes a place that is not free";
    move(inside, &StandingSlot::allotted, &StandingSlot::sold, soldTo(body.order.id));
    move(outside, nullptr, &StandingSlot::sold, soldTo(body.order.id));
    leaveAllotment(allotment, inside);
    addOrder(body.order);
    return nullptr;
}

StateFold::Broken StateFold::sellFree(const OrderPlaced& body, const Places& places)
{
    if (!allFree(places))
        return "an order takes a place that is not free";
    move(places, nullptr, &StandingSlot::sold, soldTo(body.order.id));
    addOrder(body.order);
    return nullptr;
}

StateFold::Broken StateFold::on(const TicketsVoided& body, const LogEntry&)
{
    const auto found = m_state.m_orders.find(body.order);
    if (found == m_state.m_orders.end())
        return "there is no such order to void";
    std::vector<Ticket>& tickets = found->second.tickets;
    const std::set<TicketSerial> serials(body.serials.begin(), body.serials.end());
    const auto isVoided = [&serials](const Ticket& ticket) {
        return !ticket.voided && serials.contains(ticket.serial);
    };
    const auto matching = static_cast<std::size_t>(std::count_if(tickets.begin(), tickets.end(), isVoided));
    if (serials.empty() || serials.size() != body.serials.size() || matching != serials.size())
        return "a voided ticket is not a live ticket of the order";
    for (Ticket& ticket : tickets) {
        if (!isVoided(ticket))
            continue;
        if (ticket.seat)
            setSeat(*ticket.seat, {});
        else
            --m_state.m_standing[ticket.standing->value].sold;
        ticket.voided = true;
    }
    return nullptr;
}

StateFold::Broken StateFold::on(const TicketsReissued& body, const LogEntry&)
{
    const auto found = m_state.m_orders.find(body.order);
    Case* waits = openCase(CaseId{body.order.bytes});
    if (found == m_state.m_orders.end() && (!waits || waits->phase != CasePhase::Contest))
        return "there is no such order to issue anew";
    std::vector<Ticket>& tickets = found == m_state.m_orders.end() ? waits->order.tickets : found->second.tickets;
    const std::set<TicketSerial> serials(body.serials.begin(), body.serials.end());
    const auto isMeant = [&serials](const Ticket& ticket) { return !ticket.voided && serials.contains(ticket.serial); };
    const auto matching = static_cast<std::size_t>(std::count_if(tickets.begin(), tickets.end(), isMeant));
    if (serials.empty() || serials.size() != body.serials.size() || matching != serials.size())
        return "a ticket issued anew is not a live ticket of the order";
    for (Ticket& ticket : tickets)
        if (isMeant(ticket))
            ticket.serial = reissuedSerial(ticket.serial);
    return nullptr;
}

StateFold::Broken StateFold::on(const TicketAdmitted& body, const LogEntry&)
{
    const auto found = m_state.m_orders.find(body.order);
    if (found == m_state.m_orders.end())
        return "there is no such order to let in";
    for (Ticket& ticket : found->second.tickets) {
        if (ticket.serial != body.serial)
            continue;
        if (ticket.voided || ticket.admitted)
            return "the ticket is void or was let in before";
        ticket.admitted = true;
        return nullptr;
    }
    return "there is no such ticket to let in";
}

} // namespace parterre
