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

struct SeatView
{
    SeatMark mark = SeatMark::Free;
    bool reserve = false;  // in this counter's own allotment: sellable with the line down
    bool sellable = false; // a click would do something now, given the state of the line
    friend bool operator==(const SeatView&, const SeatView&) = default;
};

} // namespace parterre
