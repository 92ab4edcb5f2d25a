// seatViewOf(): how one seat looks at this counter. The whole of "screen = base ⊕ overlay" (I11), as a pure function.
#pragma once

#include "sync/counter/overlay.h"
#include "sync/domain/seat_view.h"

namespace parterre {

// What the rule needs to know beside the seat.
struct ViewContext
{
    std::optional<Fence> ownFence; // of this counter's allotment in the base
    bool reserveLive = false;      // it may sell from it: authority and time left
    bool inLimbo = false;          // nobody sells it until the counter or a person has spoken
    bool lineOpen = false;         // the centre answers and has not lost history
    bool fresh = false;            // the base is as the centre has it
    bool provisional = false;      // what is free in the base may be sold provisionally
};

// Does every seat look the same by both? The seats of an allotment that was renewed are told one by one.
inline bool isShownAlike(const ViewContext& a, const ViewContext& b)
{
    return a.reserveLive == b.reserveLive && a.inLimbo == b.inLimbo && a.lineOpen == b.lineOpen && a.fresh == b.fresh &&
           a.provisional == b.provisional;
}

// Free as far as this counter knows, and not in anybody's reserve: what a provisional sale may be of.
bool isProvisionallyFree(const SeatSlot& base, OverlayMark overlay);

SeatView seatViewOf(const SeatSlot& base, OverlayMark overlay, bool inBasket, const ViewContext& context);

} // namespace parterre
