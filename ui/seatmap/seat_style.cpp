// Reduces a seat and its view to a look, and a look to a glyph.
#include "ui/seatmap/seat_style.h"

#include "sync/base/require.h"
#include "ui/seatmap/map_colours.h"

namespace parterre {

int SeatLook::key() const
{
    int key = static_cast<int>(mark);
    key = key * 8 + area;
    key = key * 2 + (reserve ? 1 : 0);
    key = key * 2 + (sellable ? 1 : 0);
    key = key * 2 + (dimmed ? 1 : 0);
    return key * 8 + attributes;
}

SeatLook lookOf(const PlanSeat& seat, SeatView view, bool dimmed)
{
    constexpr int known = Wheelchair | Companion | RestrictedView;
    SeatLook look;
    look.mark = view.mark;
    look.area = static_cast<std::uint8_t>(seat.priceArea.value % areaColourCount);
    look.dimmed = dimmed;
    look.attributes = static_cast<std::uint8_t>(seat.attributes & known);
    if (view.mark == SeatMark::Free) {
        look.reserve = view.reserve;
        look.sellable = view.sellable;
    }
    return look;
}

SeatGlyph glyphOf(const SeatLook& look)
{
    switch (look.mark) {
    case SeatMark::Free:
        if (look.reserve)
            return SeatGlyph::Bullseye;
        return look.sellable ? SeatGlyph::Disc : SeatGlyph::Hollow;
    case SeatMark::Selected:
        return SeatGlyph::RingTick;
    case SeatMark::Held:
        return SeatGlyph::HalfDisc;
    case SeatMark::Reserved:
        return SeatGlyph::Question;
    case SeatMark::Sold:
        return SeatGlyph::Cross;
    case SeatMark::Blocked:
        return SeatGlyph::Hatch;
    case SeatMark::Elsewhere:
        return SeatGlyph::Dotted;
    }
    PARTERRE_REQUIRE(false);
}

bool hasRoomForNumber(SeatGlyph glyph)
{
    return glyph == SeatGlyph::Disc || glyph == SeatGlyph::Bullseye || glyph == SeatGlyph::Hollow;
}

} // namespace parterre
