// SeatLook and SeatGlyph: what a seat is drawn as. State is never told by colour alone, so each state has its own
// glyph.
#pragma once

#include "sync/domain/seat_plan.h"
#include "sync/domain/seat_view.h"
#include "ui/seatmap/map_colours.h"

#include <cstdint>

namespace parterre {

// On what ground a free or selected seat can be sold.
enum class SeatOffer : std::uint8_t {
    Central,     // by the centre, which answers
    Reserve,     // from this counter's own reserve, whatever the line does
    Provisional, // with the line down, by a provisional sale
    None,        // not now
};

// Everything that decides the picture of one seat, reduced to what shows: two seats with equal looks share a sprite.
struct SeatLook
{
    SeatMark mark = SeatMark::Free;
    std::uint8_t area = 0;                // price area modulo areaColourCount
    SeatOffer offer = SeatOffer::Central; // of Free seats; of Selected ones only whether Provisional
    bool stale = false;                   // nobody knows whether it is still so
    bool dimmed = false;                  // another price area was asked for
    std::uint8_t attributes = 0;          // SeatAttribute bits

    static constexpr int keyCount = 1 << 13;
    // 0 … keyCount - 1, equal only for equal looks.
    int key() const
    {
        const int flags = static_cast<int>(offer) << 2 | (stale ? 2 : 0) | (dimmed ? 1 : 0);
        return static_cast<int>(mark) << 10 | area << 7 | flags << 3 | attributes;
    }
    friend bool operator==(const SeatLook&, const SeatLook&) = default;
};

enum class SeatGlyph : std::uint8_t {
    Disc,     // free: filled in the hue of the price area
    Bullseye, // free and in this counter's own reserve: the disc with a ring inside (a dot when small)
    Stripes,  // free as far as is known, to be sold provisionally: broken edge, striped
    Hollow,   // free, but a click would do nothing: outline only
    RingTick, // selected: tick inside a ring
    DashTick, // selected for a provisional sale: tick inside a broken ring
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
    SeatOffer offer = SeatOffer::Central;
    if (view.mark == SeatMark::Free)
        offer = view.reserve       ? SeatOffer::Reserve
                : view.provisional ? SeatOffer::Provisional
                : view.sellable    ? SeatOffer::Central
                                   : SeatOffer::None;
    else if (view.mark == SeatMark::Selected && view.provisional)
        offer = SeatOffer::Provisional;
    return {.mark = view.mark,
            .area = static_cast<std::uint8_t>(seat.priceArea.value % areaColourCount),
            .offer = offer,
            .stale = view.freshness == Freshness::Stale,
            .dimmed = dimmed,
            .attributes = static_cast<std::uint8_t>(seat.attributes & known)};
}

SeatGlyph glyphOf(const SeatLook& look);
// Somebody could pick it: what is said about such a seat must stay well legible.
inline bool isOffered(const SeatLook& look)
{
    return look.mark == SeatMark::Free && look.offer != SeatOffer::None;
}
// The seat's number may be written on it: the glyph leaves the middle free.
bool hasRoomForNumber(SeatGlyph glyph);
// Numbers and marks on it are in the colour of text, not in the ink of its hue.
inline bool isPale(SeatGlyph glyph)
{
    return glyph == SeatGlyph::Hollow || glyph == SeatGlyph::Stripes;
}

} // namespace parterre
