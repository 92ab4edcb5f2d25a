// bestSeats(): the n best free seats together, and up to k alternatives for seats that were just lost.
#pragma once

#include "sync/domain/event_state.h"

namespace parterre {

struct BestQuery
{
    std::uint32_t quantity = 1;         // 1 … 50
    std::optional<PriceAreaIndex> area; // none: any area
    std::vector<SeatIndex> except;      // seats not to offer, ascending
    bool wheelchair = false;            // wheelchair places and companions are offered only when asked for
    std::optional<Fence> within;        // only seats of this allotment (a counter off line); none: only free seats
};

// Contiguous in one row and nearest the focal point; leaves no single free seat beside it where avoidable;
// falls back to the fewest runs near each other when no row has enough. Ties break by plan order. Empty: not enough
// seats. Deterministic; a function of the state only.
std::vector<SeatIndex> bestSeats(const EventState& state, const BestQuery& query);

// Up to three groups of as many seats as `lost`, same price area, nearest to them, disjoint.
std::vector<std::vector<SeatIndex>> alternatives(const EventState& state, const std::vector<SeatIndex>& lost);

} // namespace parterre
