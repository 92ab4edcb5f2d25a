// checkOrder(): is an order well-formed in itself? Shared by decide() and apply(); says nothing about who owns what.
#pragma once

#include "sync/domain/places.h"

namespace parterre {

inline constexpr std::size_t maxTicketsPerOrder = 2'000; // as many as the largest allotment

// The canonical places of the order. Malformed: no id, no ticket, a repeated or missing serial, a used ticket, a price
// type or amount out of range; UnknownSeat; LimitExceeded; AmountMismatch when the tender is not the sum of the
// tickets.
Result<Places> checkOrder(const SeatPlan& plan, const EventTerms& terms, const Order& order);

// Every ticket costs what the terms say; AmountMismatch or NotPriced else. Precondition: checkOrder() passed.
Result<void> checkPricesCharged(const SeatPlan& plan, const EventTerms& terms, const Order& order);

// Is `placed` what was asked for, whatever has become of its tickets since: void, let in, issued anew?
bool sameTickets(const Order& placed, const Order& asked);

} // namespace parterre
