// Rules of allotments: granted and renewed on request, ended only by what the counter itself says or a person signs.
// Time has no part in it (I4).
#include "sync/domain/allotment_rule.h"
#include "sync/domain/decide_rules.h"

#include <algorithm>

namespace parterre::rules {
namespace {

// The live allotment a counter's word is about; null: it is gone. What a tainted counter says frees nothing.
Result<const Allotment*> spokenOf(const EventState& state, Fence fence, DeviceId device)
{
    const Allotment* named = state.allotment(fence);
    if (named && named->device != device) // between the fences of a renewed one there may be those of others
        return Error{ErrorCode::AllotmentForeign, {}};
    const Allotment* own = state.allotmentOf(device);
    if (!own || !own->isUnder(fence))
        return static_cast<const Allotment*>(nullptr);
    if (state.isTainted(device))
        return Error{ErrorCode::Quarantined, "an alarm about this counter waits for a person"};
    return own;
}

Result<void> mayGrant(const EventState& state, DeviceId device, Instant now)
{
    if (device.isNull())
        return malformed("an allotment needs a device");
    if (state.isTainted(device))
        return Error{ErrorCode::Quarantined, "an alarm about this counter waits for a person"};
    const Milliseconds duration = allotmentDuration(state.terms(), now);
    if (duration <= allotmentMargin(duration)) // it would be sealed and asked for again without end
        return Error{ErrorCode::NotOnSale, "the show is over"};
    return {};
}

constexpr std::size_t maxWishes = 1'000; // as many as a plan has price areas

} // namespace

Decision decideOn(const EventState& state, const RequestAllotment& command, Instant now)
{
    if (Result<void> may = mayGrant(state, command.device, now); !may)
        return may.error();
    if (command.wishes.size() > maxWishes)
        return malformed("more wishes than price areas");
    if (const Allotment* live = state.allotmentOf(command.device)) {
        if (live->phase == AllotmentPhase::Active)
            return Entries{}; // a repeat: the caller answers what is live now
        return Error{ErrorCode::AllotmentGone, "the allotment is in limbo until its counter seals it"};
    }
    if (state.allotments().size() >= maxDevices)
        return Error{ErrorCode::LimitExceeded, "at most 64 counters with an allotment"};
    Places places = allotmentPlaces(state, command.wishes, nullptr);
    if (places.empty())
        return Error{ErrorCode::NotEnoughSeats, {}};
    return oneEntry(AllotmentGranted{command.device, std::move(places), allotmentDuration(state.terms(), now), now});
}

Decision decideOn(const EventState& state, const RenewAllotment& command, Instant now)
{
    if (Result<void> may = mayGrant(state, command.device, now); !may)
        return may.error();
    if (command.wishes.size() > maxWishes)
        return malformed("more wishes than price areas");
    const Allotment* live = state.allotmentOf(command.device);
    if (!live || live->phase != AllotmentPhase::Active)
        return Error{ErrorCode::AllotmentGone, "there is no live allotment to renew"};
    if (!live->isUnder(command.fence))
        return Error{ErrorCode::AllotmentForeign, {}};
    if (live->fence != command.fence)
        return Entries{}; // renewed since: what is live now counts
    return oneEntry(AllotmentRenewed{live->fence, allotmentPlaces(state, command.wishes, live),
                                     allotmentDuration(state.terms(), now), now});
}

Decision decideOn(const EventState& state, const ReturnPlaces& command, Instant)
{
    const Result<Places> places = canonicalPlaces(state.plan(), command.places);
    if (!places)
        return places.error();
    if (places->empty())
        return malformed("a return of nothing");
    const Result<const Allotment*> allotment = spokenOf(state, command.fence, command.device);
    if (!allotment)
        return allotment.error();
    if (!*allotment)
        return Entries{};
    Places returned = intersection(*places, (*allotment)->places);
    if (returned.empty())
        return Entries{};
    const bool last = returned == (*allotment)->places;
    Entries entries;
    entries.push_back(AllotmentReturned{(*allotment)->fence, std::move(returned)});
    if (last)
        entries.push_back(AllotmentClosed{(*allotment)->fence});
    return entries;
}

Decision decideOn(const EventState& state, const SealAllotment& command, Instant)
{
    const Result<const Allotment*> allotment = spokenOf(state, command.fence, command.device);
    if (!allotment)
        return allotment.error();
    if (!*allotment)
        return Entries{};
    return oneEntry(AllotmentClosed{(*allotment)->fence});
}

Decision decideOn(const EventState& state, const RecallPlaces& command, Instant)
{
    Result<Places> places = canonicalPlaces(state.plan(), command.places);
    if (!places)
        return places.error();
    Entries entries;
    Places left = *places;
    bool asked = false;
    bool silent = false;
    for (const auto& [fence, allotment] : state.allotments()) {
        const Places its = intersection(left, allotment.places);
        if (its.empty())
            continue;
        const bool canBeAsked = allotment.phase == AllotmentPhase::Active && allotment.reachable;
        if (!canBeAsked && !its.seats.empty())
            return Error{ErrorCode::SeatTaken, "their counter cannot be asked now"};
        (canBeAsked ? asked : silent) = true;
        if (!canBeAsked) // units have no names: another counter may have some
            continue;
        left = difference(left, its);
        const Places fresh = difference(its, intersection(its, allotment.recalled));
        if (!fresh.empty())
            entries.push_back(AllotmentRecalled{fence, fresh});
    }
    if (silent && !asked)
        return Error{ErrorCode::SeatTaken, "their counter cannot be asked now"};
    return entries;
}

Decision decideOn(const EventState& state, const KeepPlaces& command, Instant)
{
    const Result<Places> places = canonicalPlaces(state.plan(), command.places);
    if (!places)
        return places.error();
    const Allotment* own = state.allotmentOf(command.device);
    if (!own || !own->isUnder(command.fence))
        return Entries{};
    Places declined = intersection(*places, own->recalled);
    return declined.empty() ? Decision(Entries{}) : oneEntry(RecallDeclined{own->fence, std::move(declined)});
}

Decision decideOn(const EventState& state, const NoteContact& command, Instant)
{
    const Allotment* allotment = state.allotment(command.fence);
    if (!allotment || allotment->reachable == command.reachable)
        return Entries{};
    return oneEntry(ContactNoted{command.fence, command.reachable});
}

Decision decideOn(const EventState& state, const MarkLimbo& command, Instant)
{
    const Allotment* allotment = state.allotment(command.fence);
    if (!allotment || allotment->phase == AllotmentPhase::Limbo)
        return Entries{};
    return oneEntry(AllotmentLimbo{command.fence, command.reason});
}

Decision decideOn(const EventState& state, const WriteOffAllotment& command, Instant now)
{
    if (command.by.empty() || command.by.size() > maxReasonBytes || command.reason.empty() ||
        command.reason.size() > maxReasonBytes)
        return malformed("a write-off is signed by a person and has a reason");
    if (state.writeOffs().contains(command.fence))
        return Entries{};
    const Allotment* allotment = state.allotment(command.fence);
    if (!allotment)
        return Error{ErrorCode::AllotmentGone, "its counter has given it back"};
    const Result<Places> places = canonicalPlaces(state.plan(), command.places);
    if (!places)
        return places.error();
    if (*places != allotment->places)
        return Error{ErrorCode::AmountMismatch, "the list has changed since it was read"};
    if (allotment->phase != AllotmentPhase::Limbo)
        return Error{ErrorCode::AllotmentForeign, "its counter may still sell from it"};
    if (!command.deviceLost && !state.isTainted(allotment->device) && now < writeOffFrom(*allotment))
        return Error{ErrorCode::LimitExceeded, "not before " + toRfc3339(writeOffFrom(*allotment))};
    return oneEntry(AllotmentForced{{command.fence, allotment->device, *places, command.by, command.reason, now}});
}

} // namespace parterre::rules
