// decide(): sends each command to its rule. The rules are in decide_*.cpp.
#include "sync/domain/decide.h"

#include "sync/domain/decide_rules.h"

namespace parterre {

Result<std::vector<EntryBody>> decide(const EventState& state, const Command& command, Instant now)
{
    if (state.seq() == 0 && !std::holds_alternative<CreateEvent>(command))
        return Error{ErrorCode::NotOnSale, "the event has not been created"};
    return std::visit([&](const auto& one) { return rules::decideOn(state, one, now); }, command);
}

namespace rules {

Result<const Hold*> usableHold(const EventState& state, HoldId id, HolderId holder, Instant now)
{
    const Hold* hold = state.hold(id);
    if (!hold)
        return Error{ErrorCode::HoldGone, id.toString()};
    if (hold->holder != holder)
        return Error{ErrorCode::HoldForeign, id.toString()};
    if (hold->deadline() < now)
        return Error{ErrorCode::HoldGone, id.toString()};
    return hold;
}

Result<void> requirePriced(const EventState& state, const Places& places)
{
    const SeatPlan& plan = state.plan();
    for (const SeatIndex seat : places.seats)
        if (!isPriced(state.terms(), plan.seat(seat).priceArea))
            return Error{ErrorCode::NotPriced, plan.label(seat)};
    for (const StandingUnits& units : places.standing)
        if (!isPriced(state.terms(), plan.standing()[units.area.value].priceArea))
            return Error{ErrorCode::NotPriced, plan.standing()[units.area.value].name};
    return {};
}

} // namespace rules
} // namespace parterre
