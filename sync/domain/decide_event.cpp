// Rules of the event as a whole: creating it, sweeping what has expired, taking seats out of sale.
#include "sync/domain/clearance.h"
#include "sync/domain/decide_rules.h"

#include <algorithm>

namespace parterre::rules {
namespace {

bool isBlocked(SeatStatus status)
{
    return status == SeatStatus::HouseHeld || status == SeatStatus::Killed;
}

} // namespace

Decision decideOn(const EventState& state, const CreateEvent& command, Instant)
{
    if (state.seq() > 0)
        return state.terms() == command.terms ? Decision(Entries{}) : malformed("the event exists with other terms");
    if (Result<void> checked = checkTerms(command.terms, state.plan()); !checked)
        return checked.error();
    return oneEntry(EventCreated{command.terms});
}

Decision decideOn(const EventState& state, const SweepExpired&, Instant now)
{
    Entries entries;
    if (state.frozen()) // counters that are still to report may have sold what they held
        return entries;
    const std::vector<HoldId> holds = state.expiredHolds(now, maxSweep);
    const std::vector<ReservationId> reservations = state.expiredReservations(now, maxSweep);
    entries.reserve(std::min(holds.size() + reservations.size(), maxSweep));
    auto hold = holds.begin();
    auto reservation = reservations.begin();
    while (entries.size() < maxSweep && (hold != holds.end() || reservation != reservations.end())) {
        const bool holdNext =
            reservation == reservations.end() ||
            (hold != holds.end() && state.hold(*hold)->deadline() <= state.reservation(*reservation)->until);
        if (holdNext)
            entries.push_back(HoldReleased{*hold++, true});
        else
            entries.push_back(ReservationEnded{*reservation++, true});
    }
    for (const CaseId id : state.expiredOffers(now, maxSweep)) {
        const Case& of = *state.caseOf(id);
        entries.push_back(CaseMoved{id, CasePhase::RefundDue, {}, of.order.tender.paidMinor, {}, "the offer ran out"});
    }
    for (const Fence fence : state.overdueAllotments(now))
        entries.push_back(AllotmentLimbo{fence, "its time is over"});
    return entries;
}

Decision decideOn(const EventState& state, const BlockSeats& command, Instant now)
{
    if (command.reason.empty() || command.reason.size() > maxReasonBytes)
        return malformed("a block needs a reason of at most 1000 bytes");
    Result<Places> places = canonicalPlaces(state.plan(), {command.seats, {}});
    if (!places)
        return places.error();
    if (places->empty())
        return malformed("a block of nothing");
    const SeatStatus wanted = command.kill ? SeatStatus::Killed : SeatStatus::HouseHeld;
    const auto isSo = [&](SeatIndex seat) { return state.seat(seat).status == wanted; };
    if (std::all_of(places->seats.begin(), places->seats.end(), isSo))
        return Entries{};
    Clearance clearance(state, now, Clearance::Power::Expired);
    if (Result<void> taken = clearance.takeAll(*places); !taken)
        return taken.error();
    Entries entries = clearance.entries(1);
    entries.push_back(SeatsBlocked{std::move(places->seats), command.kill, command.reason});
    return entries;
}

Decision decideOn(const EventState& state, const UnblockSeats& command, Instant)
{
    Result<Places> places = canonicalPlaces(state.plan(), {command.seats, {}});
    if (!places)
        return places.error();
    if (places->empty())
        return malformed("an unblock of nothing");
    SeatsUnblocked entry;
    for (const SeatIndex seat : places->seats)
        if (isBlocked(state.seat(seat).status))
            entry.seats.push_back(seat);
    return entry.seats.empty() ? Decision(Entries{}) : oneEntry(std::move(entry));
}

} // namespace parterre::rules
