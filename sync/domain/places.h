// Places: putting lists of seats and standing units into their one canonical form, and reading them from tickets.
#pragma once

#include "sync/base/result.h"
#include "sync/domain/claims.h"

namespace parterre {

// Seats ascending, unique and of the plan; areas likewise, counts > 0. An empty list is canonical.
bool isCanonical(const SeatPlan& plan, const Places& places);

// Sorts places into the canonical order. UnknownSeat when an index is not of the plan; Malformed when a seat or an
// area is named twice or a count is 0.
Result<Places> canonicalPlaces(const SeatPlan& plan, Places places);

// The canonical places that tickets are for, void or not. Malformed when a ticket names no place or two, or a seat
// is named twice; UnknownSeat when it is not of the plan.
Result<Places> placesOf(const SeatPlan& plan, const std::vector<Ticket>& tickets);

// The part of `places` that is also in `other`; of standing units the smaller number. Both canonical.
Places intersection(const Places& places, const Places& other);

// Both together; of standing units the sum. Both canonical; a seat in both stands once.
Places unionOf(const Places& a, const Places& b);

// `places` without `taken`. Precondition: `taken` is contained in `places`; both canonical.
Places difference(const Places& places, const Places& taken);

} // namespace parterre
