// Core: what may be sold from here, and why not: the allotment, provisional sales, what stops everything.
#include "sync/counter/core.h"

#include "sync/counter/sale_command.h"
#include "sync/domain/places.h"

#include <algorithm>

namespace parterre {
namespace {

// Another counter has seen more than the centre has: it says so in the log.
bool hasLostHistory(const EventState& base)
{
    return std::any_of(base.alarms().begin(), base.alarms().end(),
                       [](const auto& open) { return open.second.kind == AlarmKind::LostHistory; });
}

} // namespace

std::optional<Error> Core::barred() const
{
    if (broken)
        return broken;
    if (open && isQuarantined(book.stream(open->event)))
        return Error{ErrorCode::OpFork, "The centre takes nothing from this counter until a person has looked."};
    return std::nullopt;
}

bool Core::isQuarantined(const BookedStream* opened) const
{
    return (opened && (opened->quarantined || opened->refused)) ||
           (identity && open->base.state().isTainted(identity->device));
}

Halt Core::halt() const
{
    if (broken)
        return Halt::Journal;
    if (isSuspect())
        return Halt::Suspect;
    if (!open)
        return Halt::None;
    const BookedStream* stream = book.stream(open->event); // looked up once: every view of a seat asks
    if (isQuarantined(stream))
        return Halt::Quarantined;
    if (open->olderLog || (stream && stream->log.lostHistory) || hasLostHistory(open->base.state()))
        return Halt::LostHistory;
    if (!open->base.state().awaited().empty())
        return Halt::Restored;
    return open->base.state().frozen() ? Halt::Impossible : Halt::None;
}

bool Core::lineOpen() const
{
    return line != LineState::Down && open && !open->olderLog && !logOf(open->event).lostHistory;
}

const Allotment* Core::ownAllotment() const
{
    return open && identity ? open->base.state().allotmentOf(identity->device) : nullptr;
}

bool Core::sealPending(Fence fence) const
{
    const Allotment* own = ownAllotment();
    for (const BookedOp* booked : book.unseenSealsAt(open->event, open->base.cursor())) {
        const Fence sealed = std::get<SealAllotment>(booked->op.command).fence;
        if (sealed == fence || (own && own->fence == fence && own->isUnder(sealed)))
            return true;
    }
    return false;
}

Milliseconds Core::allotmentLeft() const
{
    const Allotment* own = ownAllotment();
    if (!own || own->phase != AllotmentPhase::Active || sealPending(own->fence))
        return Milliseconds(0);
    const GrantRecord* grant = grantOf(*own, open->event, grants);
    // No record of asking for it: it is not ours to sell from (a lost journal).
    return grant ? reserveLeft(*own, *grant, bootTime()) : Milliseconds(0);
}

Places Core::reservePlaces() const
{
    Places places;
    if (!reserveLive())
        return places;
    const Allotment* own = ownAllotment();
    for (const SeatIndex seat : own->places.seats)
        if (open->overlay.mark(seat) == OverlayMark::None)
            places.seats.push_back(seat);
    for (const StandingUnits& units : own->places.standing)
        if (const std::uint32_t gone = open->overlay.unitsGone(units.area); gone < units.count)
            places.standing.push_back({units.area, units.count - gone});
    return places;
}

ViewContext Core::viewContext() const
{
    const Allotment* own = ownAllotment();
    const bool halted = halt() != Halt::None;
    const bool answered = lineOpen();
    ViewContext context;
    context.ownFence = own ? std::optional(own->fence) : std::nullopt;
    context.reserveLive = !halted && allotmentLeft().count() > 0;
    context.inLimbo = own && own->phase == AllotmentPhase::Limbo;
    context.lineOpen = answered && !halted;
    context.fresh = answered && open->caughtUp && !open->doubtful;
    context.provisional = maySellProvisionally().ok();
    return context;
}

Result<void> Core::maySellProvisionally() const
{
    constexpr std::uint32_t mostPercent = 90; // the rest of the outbox is for sales from the reserve
    if (!open || line != LineState::Down)
        return Error{ErrorCode::Forbidden, "The line is up: the centre is asked."};
    if (halt() != Halt::None || open->doubtful)
        return Error{ErrorCode::Frozen, "Nothing is sold here until a person has looked into it."};
    if (!open->base.state().terms().provisionalSales)
        return Error{ErrorCode::Forbidden, "This event is not sold provisionally."};
    if (outboxFill() >= mostPercent)
        return Error{ErrorCode::LimitExceeded,
                     "Too much waits for the line: only the reserve is sold until it is back."};
    return {};
}

Places Core::provisionallyFree(const Places& wanted) const
{
    Places places;
    const EventState& base = open->base.state();
    for (const SeatIndex seat : wanted.seats)
        if (isProvisionallyFree(base.seat(seat), open->overlay.mark(seat)))
            places.seats.push_back(seat);
    for (const StandingUnits& units : wanted.standing) {
        const std::uint32_t free = base.standing(units.area).free();
        const std::uint32_t left = free - std::min(free, open->overlay.unitsGone(units.area));
        if (left > 0)
            places.standing.push_back({units.area, std::min(units.count, left)});
    }
    return places;
}

std::vector<const PaymentRecord*> Core::openPayments(EventId event) const
{
    std::vector<const PaymentRecord*> list;
    for (const PaymentRecord& payment : payments)
        if (payment.event == event && payment.state == PaymentState::Open)
            list.push_back(&payment);
    return list;
}

std::vector<SeatIndex> Core::remakeOverlay()
{
    const LocalClaims local = localClaims();
    OverlayKey wanted{open->base.logId(), open->base.cursor(), book.revision(), {}};
    for (const Order* order : local.paying)
        wanted.paying.push_back(order->id);
    if (open->overlaidBy == wanted)
        return {};
    Overlay fresh = Overlay::of(open->base.state(), book.unseenAt(open->event, open->base.cursor()), local);
    std::vector<SeatIndex> changed = fresh.changedFrom(open->overlay);
    open->overlay = std::move(fresh);
    open->overlaidBy = std::move(wanted);
    return changed;
}

LocalClaims Core::localClaims() const
{
    LocalClaims local;
    local.own = identity ? identity->device : DeviceId{};
    for (const PaymentRecord* payment : openPayments(open->event))
        local.paying.push_back(soldOrder(payment->sale));
    return local;
}

} // namespace parterre
