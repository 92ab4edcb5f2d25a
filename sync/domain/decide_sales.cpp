// Rules of sales at the centre: a hold or a reservation becomes an order; tickets are voided.
#include "sync/domain/decide_rules.h"
#include "sync/domain/order_check.h"

#include <algorithm>

namespace parterre::rules {
namespace {

enum class Known { No, Same };

// Has the order been placed? The same tickets: a harmless repeat. Other tickets, or an open case: its id is taken.
Result<Known> isKnown(const EventState& state, const Order& order)
{
    const Order* placed = state.order(order.id);
    if (placed && sameTickets(*placed, order))
        return Known::Same;
    if (placed || state.cases().contains(CaseId{order.id.bytes}))
        return malformed("the order id is taken");
    return Known::No;
}

// The order is well-formed, for exactly these places, and charges what the terms say.
Result<void> checkSale(const EventState& state, const Order& order, const Places& claimed)
{
    const Result<Places> places = checkOrder(state.plan(), state.terms(), order);
    if (!places)
        return places.error();
    if (*places != claimed)
        return Error{ErrorCode::AmountMismatch, "the tickets are not for the places claimed"};
    return checkPricesCharged(state.plan(), state.terms(), order);
}

// A counter, or a payment begun in time, may finish late: while the hold exists nobody else has got its places.
Result<const Hold*> sellableHold(const EventState& state, const SellHold& command, Instant now)
{
    const Hold* hold = state.hold(command.hold);
    if (!hold)
        return Error{ErrorCode::HoldGone, command.hold.toString()};
    if (hold->holder != command.holder)
        return Error{ErrorCode::HoldForeign, command.hold.toString()};
    if (hold->paying && hold->paying != command.order.id)
        return Error{ErrorCode::PaymentPending, {}};
    if (hold->deadline() < now && hold->channel == Channel::Fan && !hold->paying)
        return Error{ErrorCode::HoldGone, command.hold.toString()};
    return hold;
}

} // namespace

Decision decideOn(const EventState& state, const SellHold& command, Instant now)
{
    const Result<Known> known = isKnown(state, command.order);
    if (!known)
        return known.error();
    if (*known == Known::Same)
        return Entries{};
    const Result<const Hold*> hold = sellableHold(state, command, now);
    if (!hold)
        return hold.error();
    if (Result<void> checked = checkSale(state, command.order, (*hold)->places); !checked)
        return checked.error();
    OrderPlaced entry;
    entry.order = command.order;
    entry.hold = command.hold;
    return oneEntry(std::move(entry));
}

Decision decideOn(const EventState& state, const SellReservation& command, Instant)
{
    const Result<Known> known = isKnown(state, command.order);
    if (!known)
        return known.error();
    if (*known == Known::Same)
        return Entries{};
    const Reservation* reservation = state.reservation(command.reservation);
    if (!reservation)
        return Error{ErrorCode::HoldGone, "reservation " + command.reservation.toString()};
    if (Result<void> checked = checkSale(state, command.order, reservation->places); !checked)
        return checked.error();
    OrderPlaced entry;
    entry.order = command.order;
    entry.reservation = command.reservation;
    return oneEntry(std::move(entry));
}

Decision decideOn(const EventState& state, const VoidTickets& command, Instant)
{
    if (command.reason.empty() || command.reason.size() > maxReasonBytes)
        return malformed("a void needs a reason of at most 1000 bytes");
    const Order* order = state.order(command.order);
    if (!order)
        return Error{ErrorCode::OrderGone, command.order.toString()};
    std::vector<TicketSerial> wanted = command.serials;
    std::sort(wanted.begin(), wanted.end());
    if (std::adjacent_find(wanted.begin(), wanted.end()) != wanted.end())
        return malformed("a ticket is named twice");
    TicketsVoided entry{command.order, {}, command.reason, command.by};
    std::size_t met = 0;
    for (const Ticket& ticket : order->tickets) {
        const bool named = std::binary_search(wanted.begin(), wanted.end(), ticket.serial);
        met += named ? 1 : 0;
        if ((named || wanted.empty()) && !ticket.voided)
            entry.serials.push_back(ticket.serial);
    }
    if (met != wanted.size())
        return malformed("a ticket is not of this order");
    return entry.serials.empty() ? Decision(Entries{}) : oneEntry(std::move(entry));
}

} // namespace parterre::rules
