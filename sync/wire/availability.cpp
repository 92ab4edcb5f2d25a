// Seat status → availability character.
#include "sync/wire/availability.h"

namespace parterre {

char availabilityOf(SeatStatus status)
{
    switch (status) {
    case SeatStatus::Free:
        return 'f';
    case SeatStatus::Held:
    case SeatStatus::Allotted:
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
        all[i] = availabilityOf(state.seat(SeatIndex{i}).status);
    return all;
}

} // namespace parterre
