// Rules of sales at the centre: a hold or a reservation becomes an order.
#include "sync/domain/clearance.h"
#include "sync/domain/decide_rules.h"
#include "sync/domain/order_check.h"

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

// The money of a fan was captured after their hold had ended: theirs all the same, if nobody else has got the places.
Decision sellLate(const EventState& state, const Order& order, Instant now)
{
    const Result<Places> places = checkOrder(state.plan(), state.terms(), order);
    if (!places)
        return places.error();
    if (Result<void> checked = checkPricesCharged(state.plan(), state.terms(), order); !checked)
        return checked.error();
    Clearance clearance(state, now, Clearance::Power::Expired);
    if (Result<void> taken = clearance.takeAll(*places); !taken)
        return taken.error();
    Entries entries = clearance.entries(1);
    OrderPlaced entry;
    entry.order = order;
    entry.late = true;
    entries.push_back(std::move(entry));
    return entries;
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
    const bool gone = !hold && hold.error().code == ErrorCode::HoldGone; // swept by now or not
    if (gone && command.order.channel == Channel::Fan && !command.order.device)
        return sellLate(state, command.order, now);
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

} // namespace parterre::rules
