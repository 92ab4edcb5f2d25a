// SeatLook and SeatGlyph: what a seat is drawn as. State is never told by colour alone, so each state has its own
// glyph.
#pragma once

#include "sync/domain/seat_plan.h"
#include "sync/domain/seat_view.h"
#include "ui/seatmap/map_colours.h"

#include <cstdint>

namespace parterre {

// Everything that decides the picture of one seat, reduced to what shows: two seats with equal looks share a sprite.
struct SeatLook
{
    SeatMark mark = SeatMark::Free;
    std::uint8_t area = 0; // price area modulo areaColourCount
    bool reserve = false;  // kept for Free seats only
    bool sellable = true;  // kept for Free seats only
    bool dimmed = false;
    std::uint8_t attributes = 0; // SeatAttribute bits

    static constexpr int keyCount = 1 << 12;
    // 0 … keyCount - 1, equal only for equal looks.
    int key() const
    {
        const int flags = (reserve ? 4 : 0) | (sellable ? 2 : 0) | (dimmed ? 1 : 0);
        return static_cast<int>(mark) << 9 | area << 6 | flags << 3 | attributes;
    }
    friend bool operator==(const SeatLook&, const SeatLook&) = default;
};

enum class SeatGlyph : std::uint8_t {
    Disc,     // free: filled in the hue of the price area
    Bullseye, // free and in this counter's own reserve: the disc with a ring inside (a dot when small)
    Hollow,   // free, but a click would do nothing: outline only
    RingTick, // selected: tick inside a ring
    HalfDisc, // held: left half filled
    Question, // reserved
    Cross,    // sold
    Hatch,    // blocked
    Dotted,   // promised to another counter: dotted outline
};

// Here rather than in the source file: called for every seat of every frame.
inline SeatLook lookOf(const PlanSeat& seat, SeatView view, bool dimmed)
{
    constexpr int known = Wheelchair | Companion | RestrictedView;
    const bool isFree = view.mark == SeatMark::Free;
    return {.mark = view.mark,
            .area = static_cast<std::uint8_t>(seat.priceArea.value % areaColourCount),
            .reserve = isFree && view.reserve,
            .sellable = !isFree || view.sellable,
            .dimmed = dimmed,
            .attributes = static_cast<std::uint8_t>(seat.attributes & known)};
}

SeatGlyph glyphOf(const SeatLook& look);
// The seat's number may be written on it: the glyph leaves the middle free.
bool hasRoomForNumber(SeatGlyph glyph);

} // namespace parterre
