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
    bool lineOpen = false;         // the centre answers and has not lost history
    bool fresh = false;            // the base is as the centre has it
    bool provisional = false;      // what is free in the base may be sold provisionally
};

// Free as far as this counter knows, and not in anybody's reserve: what a provisional sale may be of.
bool isProvisionallyFree(const SeatSlot& base, OverlayMark overlay);

SeatView seatViewOf(const SeatSlot& base, OverlayMark overlay, bool inBasket, const ViewContext& context);

} // namespace parterre
