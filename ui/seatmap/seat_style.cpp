// From a look to its glyph.
#include "ui/seatmap/seat_style.h"

#include "sync/base/require.h"

namespace parterre {

SeatGlyph glyphOf(const SeatLook& look)
{
    switch (look.mark) {
    case SeatMark::Free:
        switch (look.offer) {
        case SeatOffer::Central:
            return SeatGlyph::Disc;
        case SeatOffer::Reserve:
            return SeatGlyph::Bullseye;
        case SeatOffer::Provisional:
            return SeatGlyph::Stripes;
        case SeatOffer::None:
            return SeatGlyph::Hollow;
        }
        break;
    case SeatMark::Selected:
        return look.offer == SeatOffer::Provisional ? SeatGlyph::DashTick : SeatGlyph::RingTick;
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
    return glyph == SeatGlyph::Disc || glyph == SeatGlyph::Bullseye || glyph == SeatGlyph::Stripes ||
           glyph == SeatGlyph::Hollow;
}

} // namespace parterre
