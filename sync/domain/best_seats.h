// bestSeats(): the n best free seats together, and up to k alternatives for seats that were just lost.
#pragma once

#include "sync/domain/event_state.h"

namespace parterre {

struct BestQuery
{
    static constexpr std::uint32_t maxQuantity = 50;
    std::uint32_t quantity = 1;         // 1 … 50
    std::optional<PriceAreaIndex> area; // none: any area that has a price
    std::vector<SeatIndex> except;      // seats not to offer, ascending
    bool wheelchair = false;            // wheelchair places and companions are offered only when asked for
    std::optional<HoldId> held;         // seats of this hold count as free: a basket that is being changed
    std::optional<Fence> within;        // only seats of this allotment (a counter off line); none: only free seats
};

// Contiguous in one row: fewest single free seats left beside the group first, then the smallest sum of distances to
// the focal point, then plan order. Neighbours in a row are contiguous unless an aisle shows between them
// (seat_geometry.h). When no row has enough: the fewest runs, near each other. With `wheelchair` the group contains a
// wheelchair place; the rest may be companion or ordinary seats.
// Ascending. Empty: not enough seats, or a quantity out of range. Deterministic; a function of the state only.
// O(seats).
std::vector<SeatIndex> bestSeats(const EventState& state, const BestQuery& query);

// Up to three groups of as many seats as `lost`, of the price areas of `lost`, nearest to them, disjoint. A wheelchair
// place is answered with wheelchair places. None for more than BestQuery::maxQuantity seats. `kept`: seats the asker
// wants and can have; they are not offered again.
std::vector<std::vector<SeatIndex>> alternatives(const EventState& state, const std::vector<SeatIndex>& lost,
                                                 const std::vector<SeatIndex>& kept = {});

} // namespace parterre
