// The arbitration table, as code.
#include "sync/domain/claim_split.h"

#include <algorithm>

namespace parterre::rules {
namespace {

// Kept for a contest that was there first: whether it comes back is not decided yet.
bool isKeptForEarlierContest(const EventState& state, SeatIndex seat, std::uint64_t queuedAt)
{
    const SeatSlot& slot = state.seat(seat);
    if (slot.status != SeatStatus::Kept)
        return false;
    const Case* owner = state.caseOf(slot.claimAs<CaseId>());
    PARTERRE_REQUIRE(owner != nullptr);
    return owner->phase == CasePhase::Contest && owner->openedSeq < queuedAt;
}

std::uint32_t unitsKeptForContests(const EventState& state, StandingIndex area, std::uint64_t queuedAt)
{
    std::uint32_t units = 0;
    for (const auto& [seq, id] : state.unsettledCases()) {
        const Case& owner = *state.caseOf(id);
        if (seq >= queuedAt || owner.phase != CasePhase::Contest)
            continue;
        for (const StandingUnits& kept : owner.kept.standing)
            units += kept.area == area ? kept.count : 0;
    }
    return units;
}

bool isAdmitted(const EventState& state, SeatIndex seat)
{
    const SeatSlot& slot = state.seat(seat);
    const Order* order = slot.status == SeatStatus::Sold ? state.order(slot.claimAs<OrderId>()) : nullptr;
    if (!order)
        return false;
    return std::any_of(order->tickets.begin(), order->tickets.end(), [seat](const Ticket& ticket) {
        return ticket.admitted && !ticket.voided && ticket.seat == seat;
    });
}

} // namespace

ClaimSplit splitClaim(const EventState& state, Clearance& clearance, const Places& wanted)
{
    const std::uint64_t queuedAt = clearance.queuedAt();
    ClaimSplit split;
    for (const SeatIndex seat : wanted.seats) {
        if (clearance.take(seat)) {
            split.have.seats.push_back(seat);
        } else if (clearance.isPaying(seat) || clearance.isOfContest(seat) ||
                   isKeptForEarlierContest(state, seat, queuedAt)) {
            split.waits.seats.push_back(seat);
        } else {
            split.lost.seats.push_back(seat);
            split.admittedElse = split.admittedElse || isAdmitted(state, seat);
        }
    }
    for (const StandingUnits& units : wanted.standing) {
        const std::uint32_t free = std::min(clearance.takeUnits(units.area, units.count), units.count);
        if (free > 0)
            split.have.standing.push_back({units.area, free});
        const std::uint32_t missing = units.count - free;
        if (missing == 0)
            continue;
        const std::uint32_t undecided = clearance.payingUnits(units.area) + clearance.unitsOfContests(units.area) +
                                        unitsKeptForContests(state, units.area, queuedAt);
        (missing <= undecided ? split.waits : split.lost).standing.push_back({units.area, missing});
    }
    return split;
}

} // namespace parterre::rules
