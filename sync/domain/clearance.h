// Clearance: which unpaid claims must end so that wanted places become free. Looks only at the places asked about.
#pragma once

#include "sync/domain/decide_rules.h"

namespace parterre::rules {

class Clearance
{
public:
    // What may be pushed aside: claims past their deadline; for a fact also unpaid holds (not those being paid).
    enum class Power { Expired, Unpaid };

    Clearance(const EventState& state, Instant now, Power power) : m_state(state), m_now(now), m_power(power) {}

    // The seat is free, or its claim may be pushed aside and is noted. False, and nothing noted, otherwise.
    bool take(SeatIndex seat);

    // Units of the area that will be free. Pushes claims aside, earliest deadline first, while fewer than `wanted` are.
    std::uint32_t takeUnits(StandingIndex area, std::uint32_t wanted);

    // Pushes this hold aside whatever it holds. The caller knows that it is past its deadline.
    void takeHold(HoldId hold);

    // Takes all of the places or explains: SeatTaken with the labels, else NotEnoughSeats with the area's name.
    Result<void> takeAll(const Places& places);

    // The entries that end the noted claims, in the order they were met; then room for `more` entries.
    Entries entries(std::size_t more) const;

private:
    bool mayTake(const Hold& hold) const;
    std::uint32_t freedUnits(StandingIndex area) const;

    const EventState& m_state;
    Instant m_now;
    Power m_power;
    std::vector<HoldId> m_holds;
    std::vector<ReservationId> m_reservations;
};

} // namespace parterre::rules
