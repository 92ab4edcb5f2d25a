// Clearance: which unpaid claims must end so that wanted places become free. Looks only at the places asked about.
#pragma once

#include "sync/domain/decide_rules.h"

#include <limits>

namespace parterre::rules {

// Does a contest wait for any of these places?
bool isContested(const EventState& state, const Places& places);

class Clearance
{
public:
    // What may be pushed aside: claims past their deadline; for a fact also unpaid holds (not those being paid); for
    // what was told before a restore also reservations, house holds and what is kept for cases: the lost log had ended
    // that.
    enum class Power { Expired, Unpaid, Told };
    static constexpr std::uint64_t endOfQueue = std::numeric_limits<std::uint64_t>::max();

    // Contests opened before position `queuedAt` come first: nothing they wait for is taken.
    Clearance(const EventState& state, Instant now, Power power, std::uint64_t queuedAt = endOfQueue)
        : m_state(state), m_now(now), m_power(power), m_queuedAt(queuedAt)
    {}
    std::uint64_t queuedAt() const { return m_queuedAt; }

    // From now on also places of this allotment may be taken; they leave it. It must outlive this object.
    void takeFrom(const Allotment& allotment) { m_allotment = &allotment; }

    // The seat is free, or its claim may be pushed aside and is noted. False, and nothing noted, otherwise.
    bool take(SeatIndex seat);

    // Units of the area that will be free. Pushes claims aside, earliest deadline first, while fewer than `wanted` are.
    std::uint32_t takeUnits(StandingIndex area, std::uint32_t wanted);
    // Units that are, or will be, free and go to contests that come first.
    std::uint32_t unitsOfContests(StandingIndex area) const;
    // The seat is one that a contest which comes first waits for.
    bool isOfContest(SeatIndex seat) const;

    // Pushes this hold aside whatever it holds: it is past its deadline, or its holder replaces it.
    void takeHold(HoldId hold);

    // Units of the area held by payments in flight: nobody may push them aside, but they may come back.
    std::uint32_t payingUnits(StandingIndex area) const;
    // The seat is held by a payment in flight.
    bool isPaying(SeatIndex seat) const;

    // Takes all of the places or explains: SeatTaken with the labels, else NotEnoughSeats with the area's name.
    Result<void> takeAll(const Places& places);

    // The entries that end the noted claims and take places from the allotment, with room for `more` entries.
    Entries entries(std::size_t more) const;

private:
    bool mayTake(const Hold& hold) const;
    bool mayTake(const Reservation& reservation) const;
    bool isBeingPaid(const Hold& hold) const;
    std::uint32_t unitsAwaited(StandingIndex area) const;
    std::uint32_t clearUnits(StandingIndex area, std::uint32_t wanted);
    std::uint32_t freedUnits(StandingIndex area) const;
    bool mayEnd(const Case& keeper) const;
    std::uint32_t endCases(StandingIndex area, std::uint32_t missing);

    const EventState& m_state;
    Instant m_now;
    Power m_power;
    std::uint64_t m_queuedAt;
    const Allotment* m_allotment = nullptr;
    Places m_returned; // of the allotment
    std::vector<HoldId> m_holds;
    std::vector<ReservationId> m_reservations;
    std::vector<CaseId> m_cases;        // what is kept for them
    std::vector<SeatIndex> m_unblocked; // seats the house had kept back
};

// A contest of somebody who had been told before a restore that the places are theirs; see contest() in
// decide_facts.cpp.
inline bool isToldContest(const Case& of)
{
    return of.phase == CasePhase::Contest && of.awaitsThaw && !of.fence && !of.provisional;
}

} // namespace parterre::rules
