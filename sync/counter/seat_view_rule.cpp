// The rule in one screen.
#include "sync/counter/seat_view_rule.h"

namespace parterre {
namespace {

SeatView taken(SeatMark mark, Freshness freshness)
{
    return {mark, false, false, freshness, false};
}

SeatView free(bool sellable, Freshness freshness)
{
    return {SeatMark::Free, false, sellable, freshness, false};
}

} // namespace

SeatView seatViewOf(const SeatSlot& base, OverlayMark overlay, bool inBasket, const ViewContext& context)
{
    const bool own = base.status == SeatStatus::Allotted && base.fence == context.ownFence;
    const bool reserve = own && context.reserveLive && overlay == OverlayMark::None;
    const bool provisional = isProvisionallyFree(base, overlay) && context.provisional;
    const Freshness heard = context.fresh ? Freshness::Fresh : Freshness::Stale;
    if (inBasket)
        return {SeatMark::Selected, reserve, true, Freshness::Mine, provisional};
    switch (overlay) {
    case OverlayMark::Asked:
        return taken(SeatMark::Held, Freshness::Mine);
    case OverlayMark::SoldHere:
        return taken(SeatMark::Sold, Freshness::Mine);
    case OverlayMark::GivenUp: // the return goes to the centre before any hold that is asked for now
        return free(context.lineOpen, heard);
    case OverlayMark::None:
        break;
    }
    switch (base.status) {
    case SeatStatus::Free:
        return {SeatMark::Free, false, context.lineOpen || provisional, heard, provisional};
    case SeatStatus::Held:
    case SeatStatus::Kept: // for a customer who lost their seats, or while a contest is open
        return taken(SeatMark::Held, heard);
    case SeatStatus::Reserved:
        return taken(SeatMark::Reserved, heard);
    case SeatStatus::Sold:
        return taken(SeatMark::Sold, heard);
    case SeatStatus::Allotted:
        if (own && context.inLimbo)
            return taken(SeatMark::Held, heard);
        if (own)
            return {SeatMark::Free, reserve, reserve || context.lineOpen, reserve ? Freshness::Mine : heard, false};
        return taken(SeatMark::Elsewhere, Freshness::Elsewhere);
    case SeatStatus::HouseHeld:
    case SeatStatus::Killed:
        break;
    }
    return taken(SeatMark::Blocked, heard);
}

bool isProvisionallyFree(const SeatSlot& base, OverlayMark overlay)
{
    return base.status == SeatStatus::Free && overlay == OverlayMark::None;
}

} // namespace parterre
