// SellAllotted: a sale that has happened. Confirmed, confirmed late, or a case; never refused for what others did.
#include "sync/domain/clearance.h"
#include "sync/domain/order_check.h"

namespace parterre::rules {
namespace {

// The allotment sold from, if its fence is live and really this counter's. Anything else is a dead fence.
const Allotment* liveAllotment(const EventState& state, const SellAllotted& command)
{
    const Allotment* allotment = state.allotment(command.fence);
    return allotment && allotment->device == command.device ? allotment : nullptr;
}

// The places among `outside` that cannot be had: everything but what is free or held unpaid.
Places lostPlaces(Clearance& clearance, const Places& outside)
{
    Places lost;
    for (const SeatIndex seat : outside.seats)
        if (!clearance.take(seat))
            lost.seats.push_back(seat);
    for (const StandingUnits& units : outside.standing) {
        const std::uint32_t free = clearance.takeUnits(units.area, units.count);
        if (free < units.count)
            lost.standing.push_back({units.area, units.count - free});
    }
    return lost;
}

} // namespace

Decision decideOn(const EventState& state, const SellAllotted& command, Instant now)
{
    const CaseId caseId{command.order.id.bytes};
    const Result<Places> places = checkOrder(state.plan(), state.terms(), command.order);
    if (!places)
        return places.error();
    if (const Order* placed = state.order(command.order.id))
        return sameTickets(*placed, command.order) ? Decision(Entries{}) : malformed("the order id is taken");
    if (state.cases().contains(caseId))
        return Entries{};

    const Allotment* allotment = liveAllotment(state, command);
    const Places inside = allotment ? intersection(*places, allotment->places) : Places{};
    const Places outside = difference(*places, inside);
    Clearance clearance(state, now, Clearance::Power::Unpaid);
    Places lost = lostPlaces(clearance, outside);
    if (!lost.empty()) // one claim set: if any place loses, the whole order is one case and nothing is applied (I21)
        return oneEntry(CaseOpened{Case{caseId, command.order, std::move(lost)}});

    Entries entries = clearance.entries(1);
    OrderPlaced entry;
    entry.order = command.order;
    if (!inside.empty())
        entry.fence = command.fence;
    entry.late = !outside.empty();
    entries.push_back(std::move(entry));
    return entries;
}

} // namespace parterre::rules
