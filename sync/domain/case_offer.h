// caseOffers(): other seats for a whole party that lost some of theirs. A function of the log alone (I22).
#pragma once

#include "sync/domain/event_state.h"

namespace parterre {

// Up to Case::maxOffers groups of places for all tickets of the case's order, disjoint: each contiguous, in one price
// area in which no ticket is worth less than was paid, with the same number of places for wheelchairs and companions,
// nearest to the seats that were sold first. Standing tickets keep their area. With `downgrade` also cheaper areas.
// Empty when there are none. O(seats).
std::vector<Places> caseOffers(const EventState& state, const Case& of, bool downgrade);

// The order seated on `places` instead: same id, new serials, never dearer. `refundMinor` gets what it costs less.
// Precondition: as many places of each kind as the order has tickets.
Order reseated(const EventState& state, const Order& order, const Places& places, std::int64_t& refundMinor);

// Seats for wheelchairs or companions are never moved without a person.
bool needsPerson(const EventState& state, const Order& order);

} // namespace parterre
