// Seat status → availability character.
#include "sync/wire/availability.h"

namespace parterre {

char availabilityOf(const EventState& state, SeatIndex seat)
{
    const SeatSlot& slot = state.seat(seat);
    switch (slot.status) {
    case SeatStatus::Free:
        return 'f';
    case SeatStatus::Allotted: {
        const Allotment* allotment = state.allotment(slot.fence);
        return allotment && allotment->reachable && allotment->phase == AllotmentPhase::Active ? 'f' : 'h';
    }
    case SeatStatus::Held:
    case SeatStatus::Kept:
        return 'h';
    case SeatStatus::Reserved:
    case SeatStatus::Sold:
    case SeatStatus::HouseHeld:
    case SeatStatus::Killed:
        return 'x';
    }
    PARTERRE_REQUIRE(false);
}

std::string availabilityOf(const EventState& state)
{
    std::string all(state.plan().seatCount(), 'f');
    for (std::uint32_t i = 0; i < all.size(); ++i)
        all[i] = availabilityOf(state, SeatIndex{i});
    return all;
}

} // namespace parterre
