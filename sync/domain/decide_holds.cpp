// Rules of holds: placing, extending once, releasing, and the payment that protects one.
#include "sync/domain/best_seats.h"
#include "sync/domain/clearance.h"
#include "sync/domain/decide_rules.h"
#include "sync/domain/hold_limits.h"

#include <algorithm>

namespace parterre::rules {
namespace {

// What every new hold must pass before its places are looked at.
template <typename Placing>
Result<void> mayPlace(const EventState& state, const Placing& command, std::uint64_t units)
{
    if (command.hold.isNull() || command.holder.isNull())
        return malformed("a hold needs an id and a holder");
    if (units == 0)
        return malformed("a hold of nothing");
    if (command.replaces == command.hold)
        return malformed("a hold does not replace itself");
    const std::uint32_t limit = mostUnits(state.terms().holds, command.channel == Channel::Fan);
    if (units > limit)
        return Error{ErrorCode::LimitExceeded, "at most " + std::to_string(limit) + " places in one hold"};
    return {};
}

// Holds of the holder that are still running. The count in the state includes those the sweep has yet to end.
std::uint32_t runningHolds(const EventState& state, HolderId holder, Instant now)
{
    std::uint32_t count = state.holdCount(holder);
    for (const HoldId id : state.expiredHolds(now, maxSweep))
        count -= state.hold(id)->holder == holder ? 1 : 0;
    return count;
}

// Conditions of a new hold that a repeat of an old one need not meet. `replaced` may be null.
Result<void> mayPlaceNow(const EventState& state, HolderId holder, Channel channel, const Hold* replaced, Instant now)
{
    if (channel == Channel::Counter)
        return {};
    if (!state.terms().onSale)
        return Error{ErrorCode::NotOnSale, {}};
    const std::uint32_t limit = state.terms().holds.maxHoldsPerHolder + (replaced ? 1 : 0);
    if (state.holdCount(holder) >= limit && runningHolds(state, holder, now) >= limit)
        return Error{ErrorCode::LimitExceeded,
                     "at most " + std::to_string(state.terms().holds.maxHoldsPerHolder) + " holds at a time"};
    return {};
}

// The hold that a new one replaces. Null: none is named, or it has run out and the basket begins anew.
Result<const Hold*> replacedHold(const EventState& state, std::optional<HoldId> id, HolderId holder, Instant now)
{
    const Hold* hold = id ? state.hold(*id) : nullptr;
    if (!hold)
        return hold;
    if (hold->holder != holder)
        return Error{ErrorCode::HoldForeign, id->toString()};
    if (hold->deadline() <= now)
        return static_cast<const Hold*>(nullptr);
    if (hold->paying)
        return Error{ErrorCode::PaymentPending, {}};
    return hold;
}

// What a fan's hold lasts longer than it must, 0 up to an eighth: who has seen it begin cannot know when its seats come
// back, and robots that wait for that moment meet nobody's seats (design 03, "Abuse"). Follows from the hold's id,
// which only its owner knows.
Milliseconds extraTime(HoldId id, Milliseconds duration)
{
    const std::int64_t share = id.bytes[14] << 8 | id.bytes[15]; // of 65,536; random ids are random here
    return Milliseconds(duration.count() / 8 * share / 65'536);
}

// The entries of a new hold. A fan who changes a basket gains no time by it: deadline and extension stay as they were.
Decision placed(const EventState& state, HoldPlaced hold, const Hold* replaced, Clearance& clearance, Instant now)
{
    if (Result<void> may = mayPlaceNow(state, hold.holder, hold.channel, replaced, now); !may)
        return may.error();
    if (Result<void> priced = requirePriced(state, hold.places); !priced)
        return priced.error();
    if (replaced)
        clearance.takeHold(replaced->id);
    const Allotment* own = hold.channel == Channel::Counter ? state.allotmentOf(DeviceId{hold.holder.bytes}) : nullptr;
    if (own && own->phase == AllotmentPhase::Active)
        clearance.takeFrom(*own);
    if (Result<void> taken = clearance.takeAll(hold.places); !taken)
        return taken.error();
    const bool sameBasket = replaced && hold.channel == Channel::Fan;
    const Milliseconds duration = state.terms().holds.duration;
    const Milliseconds extra = hold.channel == Channel::Fan ? extraTime(hold.hold, duration) : Milliseconds(0);
    hold.expiresAt = sameBasket ? replaced->expiresAt : now + duration + extra;
    Entries entries = clearance.entries(2);
    const HoldExtended extended{hold.hold, hold.expiresAt};
    entries.push_back(std::move(hold));
    if (sameBasket && replaced->extended)
        entries.push_back(extended); // the one extension has been used; the time is in the deadline
    return entries;
}

// The hold of this id if it stands. One that is past its deadline is pushed aside, as the sweep would.
Result<const Hold*> standingHold(const EventState& state, HoldId id, HolderId holder, Clearance& clearance, Instant now)
{
    const Hold* hold = state.hold(id);
    if (!hold)
        return hold;
    if (hold->holder != holder)
        return Error{ErrorCode::HoldForeign, id.toString()};
    if (hold->deadline() >= now)
        return hold;
    clearance.takeHold(id);
    return static_cast<const Hold*>(nullptr);
}

} // namespace

Decision decideOn(const EventState& state, const PlaceHold& command, Instant now)
{
    if (Result<void> may = mayPlace(state, command, command.places.units()); !may)
        return may.error();
    Result<Places> places = canonicalPlaces(state.plan(), command.places);
    if (!places)
        return places.error();
    Clearance clearance(state, now, Clearance::Power::Expired);
    const Result<const Hold*> hold = standingHold(state, command.hold, command.holder, clearance, now);
    if (!hold)
        return hold.error();
    if (*hold)
        return (*hold)->places == *places ? Decision(Entries{}) : malformed("the hold is of other places");
    const Result<const Hold*> replaced = replacedHold(state, command.replaces, command.holder, now);
    if (!replaced)
        return replaced.error();
    return placed(state, {command.hold, command.holder, command.channel, std::move(*places), {}}, *replaced, clearance,
                  now);
}

Decision decideOn(const EventState& state, const PlaceBestHold& command, Instant now)
{
    if (Result<void> may = mayPlace(state, command, command.quantity); !may)
        return may.error();
    if (command.area && command.area->value >= state.plan().priceAreas().size())
        return Error{ErrorCode::UnknownSeat, "price area index " + std::to_string(command.area->value)};
    if (command.quantity > BestQuery::maxQuantity)
        return Error{ErrorCode::LimitExceeded, "at most 50 seats at a time"};
    Clearance clearance(state, now, Clearance::Power::Expired);
    const Result<const Hold*> hold = standingHold(state, command.hold, command.holder, clearance, now);
    if (!hold)
        return hold.error();
    if (*hold) {
        const Places& places = (*hold)->places;
        const bool same = places.standing.empty() && places.seats.size() == command.quantity;
        return same ? Decision(Entries{}) : malformed("the hold is of other places");
    }
    const Result<const Hold*> replaced = replacedHold(state, command.replaces, command.holder, now);
    if (!replaced)
        return replaced.error();
    BestQuery query;
    if (*replaced)
        query.held = command.replaces;
    query.quantity = command.quantity;
    query.area = command.area;
    query.except = command.except;
    std::sort(query.except.begin(), query.except.end());
    Places places{bestSeats(state, query), {}};
    if (places.empty())
        return Error{ErrorCode::NotEnoughSeats, {}};
    return placed(state, {command.hold, command.holder, command.channel, std::move(places), {}}, *replaced, clearance,
                  now);
}

Decision decideOn(const EventState& state, const ExtendHold& command, Instant now)
{
    const Result<const Hold*> hold = usableHold(state, command.hold, command.holder, now);
    if (!hold)
        return hold.error();
    if ((*hold)->extended)
        return Error{ErrorCode::ExtensionUsed, {}};
    return oneEntry(HoldExtended{command.hold, (*hold)->expiresAt + state.terms().holds.extension});
}

Decision decideOn(const EventState& state, const ReleaseHold& command, Instant now)
{
    const Hold* hold = state.hold(command.hold);
    if (!hold)
        return Entries{};
    if (hold->holder != command.holder)
        return Error{ErrorCode::HoldForeign, command.hold.toString()};
    if (hold->paying && (hold->deadline() >= now || state.frozen())) // nothing runs out while the event is frozen
        return Error{ErrorCode::PaymentPending, {}};
    return oneEntry(HoldReleased{command.hold, hold->deadline() < now});
}

Decision decideOn(const EventState& state, const StartPayment& command, Instant now)
{
    if (command.order.isNull())
        return malformed("a payment needs an order id");
    const Result<const Hold*> hold = usableHold(state, command.hold, command.holder, now);
    if (!hold)
        return hold.error();
    if (state.order(command.order) || state.caseOf(CaseId{command.order.bytes}))
        return malformed("the order id is taken");
    if ((*hold)->paying == command.order)
        return Entries{};
    if ((*hold)->paying)
        return Error{ErrorCode::PaymentPending, {}};
    if (isContested(state, (*hold)->places)) // the one payment was that which the contest waits for
        return Error{ErrorCode::SeatTaken, "somebody who has paid waits for these places"};
    return oneEntry(PaymentStarted{command.hold, command.order, now + state.terms().holds.paymentCap});
}

Decision decideOn(const EventState& state, const FailPayment& command, Instant now)
{
    const Hold* hold = state.hold(command.hold);
    if (!hold || hold->paying != command.order)
        return Entries{}; // a late or repeated answer of the payment provider
    return oneEntry(PaymentFailed{command.hold, std::max(hold->expiresAt, now + state.terms().holds.afterDecline)});
}

} // namespace parterre::rules
