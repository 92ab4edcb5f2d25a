// The rule in one screen.
#include "sync/counter/seat_view_rule.h"

namespace parterre {

SeatView seatViewOf(const SeatSlot& base, OverlayMark overlay, bool inBasket, const ViewContext& context)
{
    const bool own = base.status == SeatStatus::Allotted && base.fence == context.ownFence;
    const bool reserve = own && context.reserveLive && overlay == OverlayMark::None;
    if (inBasket)
        return {SeatMark::Selected, reserve, true};
    switch (overlay) {
    case OverlayMark::Asked:
        return {SeatMark::Held, false, false};
    case OverlayMark::SoldHere:
        return {SeatMark::Sold, false, false};
    case OverlayMark::GivenUp: // the return goes to the centre before any hold that is asked for now
        return {SeatMark::Free, false, context.lineOpen};
    case OverlayMark::None:
        break;
    }
    switch (base.status) {
    case SeatStatus::Free:
        return {SeatMark::Free, false, context.lineOpen};
    case SeatStatus::Held:
    case SeatStatus::Kept: // for a customer who lost their seats, or while a contest is open
        return {SeatMark::Held, false, false};
    case SeatStatus::Reserved:
        return {SeatMark::Reserved, false, false};
    case SeatStatus::Sold:
        return {SeatMark::Sold, false, false};
    case SeatStatus::Allotted:
        if (own)
            return {SeatMark::Free, reserve, reserve || context.lineOpen};
        return {SeatMark::Elsewhere, false, false};
    case SeatStatus::HouseHeld:
    case SeatStatus::Killed:
        break;
    }
    return {SeatMark::Blocked, false, false};
}

} // namespace parterre
