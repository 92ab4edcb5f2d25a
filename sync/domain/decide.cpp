// decide(): sends each command to its rule. The rules are in decide_*.cpp.
#include "sync/domain/decide.h"

#include "sync/domain/decide_rules.h"

namespace parterre {

namespace {

// New claims, which a frozen event does not take. What has happened, and what only gives back, goes on.
template <typename T>
inline constexpr bool isNewClaim = false;
template <>
inline constexpr bool isNewClaim<PlaceHold> = true;
template <>
inline constexpr bool isNewClaim<PlaceBestHold> = true;
template <>
inline constexpr bool isNewClaim<ExtendHold> = true;
template <>
inline constexpr bool isNewClaim<StartPayment> = true;
template <>
inline constexpr bool isNewClaim<ReservePlaces> = true;
template <>
inline constexpr bool isNewClaim<SellReservation> = true;
template <>
inline constexpr bool isNewClaim<RequestAllotment> = true;
template <>
inline constexpr bool isNewClaim<RenewAllotment> = true;
template <>
inline constexpr bool isNewClaim<RecallPlaces> = true;
template <>
inline constexpr bool isNewClaim<MakeOffer> = true;
template <>
inline constexpr bool isNewClaim<GrantCase> = true;
template <>
inline constexpr bool isNewClaim<BlockSeats> = true;

bool waitsWhileFrozen(const EventState& state, const Command& command)
{
    if (const auto* sell = std::get_if<SellHold>(&command)) { // a payment in flight comes home
        const Hold* hold = state.hold(sell->hold);
        return !state.order(sell->order.id) && !(hold && hold->paying == sell->order.id);
    }
    if (const auto* answer = std::get_if<AnswerOffer>(&command))
        return answer->choice.has_value();
    return std::visit([]<typename T>(const T&) { return isNewClaim<T>; }, command);
}

} // namespace

Result<std::vector<EntryBody>> decide(const EventState& state, const Command& command, Instant now)
{
    if (state.seq() == 0 && !std::holds_alternative<CreateEvent>(command))
        return Error{ErrorCode::NotOnSale, "the event has not been created"};
    if (state.frozen() && waitsWhileFrozen(state, command))
        return Error{ErrorCode::Frozen, "the event waits for its counters"};
    return std::visit([&](const auto& one) { return rules::decideOn(state, one, now); }, command);
}

Result<std::vector<EntryBody>> decideRepeated(const EventState& state, const Command& command, Instant now, Told told)
{
    if (const auto* sell = std::get_if<SellAllotted>(&command))
        return rules::decideTold(state, *sell, now, told);
    if (const auto* sell = std::get_if<SellProvisional>(&command))
        return rules::decideTold(state, *sell, now, told);
    if (const auto* refund = std::get_if<RecordRefund>(&command))
        return rules::decideTold(state, *refund, now, told);
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
