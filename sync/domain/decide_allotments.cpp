// Rules of allotments: granted on request, ended only by what the counter itself says. Time has no part in it (I4).
#include "sync/domain/allotment_rule.h"
#include "sync/domain/decide_rules.h"

namespace parterre::rules {

Decision decideOn(const EventState& state, const RequestAllotment& command, Instant now)
{
    if (command.device.isNull())
        return malformed("an allotment needs a device");
    if (const Allotment* live = state.allotmentOf(command.device)) {
        if (live->phase == AllotmentPhase::Active)
            return Entries{}; // a repeat: the caller answers what is live now
        return Error{ErrorCode::AllotmentGone, "the allotment is in limbo until its counter seals it"};
    }
    if (state.allotments().size() >= maxDevices)
        return Error{ErrorCode::LimitExceeded, "at most 64 counters with an allotment"};
    const Milliseconds duration = allotmentDuration(state.terms(), now);
    if (duration <= allotmentMargin(duration)) // it would be sealed and asked for again without end
        return Error{ErrorCode::NotOnSale, "the show is over"};
    Places places = allotmentPlaces(state, command.wish);
    if (places.empty())
        return Error{ErrorCode::NotEnoughSeats, {}};
    return oneEntry(AllotmentGranted{command.device, std::move(places), duration, now});
}

Decision decideOn(const EventState& state, const ReturnPlaces& command, Instant)
{
    const Result<Places> places = canonicalPlaces(state.plan(), command.places);
    if (!places)
        return places.error();
    if (places->empty())
        return malformed("a return of nothing");
    const Allotment* allotment = state.allotment(command.fence);
    if (!allotment)
        return Entries{};
    if (allotment->device != command.device)
        return Error{ErrorCode::AllotmentForeign, {}};
    Places returned = intersection(*places, allotment->places);
    if (returned.empty())
        return Entries{};
    const bool last = returned == allotment->places;
    Entries entries;
    entries.push_back(AllotmentReturned{command.fence, std::move(returned)});
    if (last)
        entries.push_back(AllotmentClosed{command.fence});
    return entries;
}

Decision decideOn(const EventState& state, const SealAllotment& command, Instant)
{
    const Allotment* allotment = state.allotment(command.fence);
    if (!allotment)
        return Entries{};
    if (allotment->device != command.device)
        return Error{ErrorCode::AllotmentForeign, {}};
    return oneEntry(AllotmentClosed{command.fence});
}

} // namespace parterre::rules
