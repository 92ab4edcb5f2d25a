// How one seat looks to the person in front of this screen: the answer of base ⊕ overlay, and what the map paints.
#pragma once

#include <cstdint>

namespace parterre {

// What a person may take a seat for. Order is stable: style tables index by it.
enum class SeatMark : std::uint8_t {
    Free,      // may be picked
    Selected,  // in this basket, held for it
    Held,      // in somebody else's basket or being paid
    Reserved,  // promised by name until a deadline
    Sold,      // has an owner
    Blocked,   // house hold or kill
    Elsewhere, // allotted to another counter: promised, may come back
};
inline constexpr int seatMarkCount = 7;

// How far the mark can be believed. Order is stable.
enum class Freshness : std::uint8_t {
    Mine,      // this counter's own: its live reserve, its basket. True whatever happens elsewhere
    Fresh,     // as the centre has it, a moment ago
    Stale,     // as the centre had it when it was last heard of; see LineReport::baseAge
    Elsewhere, // another counter's: only that counter knows
};
inline constexpr int freshnessCount = 4;

struct SeatView
{
    SeatMark mark = SeatMark::Free;
    bool reserve = false;  // in this counter's own allotment: sellable with the line down
    bool sellable = false; // a click would do something now, given the state of the line
    Freshness freshness = Freshness::Fresh;
    bool provisional = false; // selling it now would be a provisional sale: the centre may have promised it elsewhere
    friend bool operator==(const SeatView&, const SeatView&) = default;
};

} // namespace parterre
