// apply(): the front door to StateFold, and what an entry touches.
#include "sync/domain/apply.h"

#include "sync/domain/places.h"
#include "sync/domain/state_fold.h"

#include <algorithm>
#include <cstdio>

namespace parterre {
namespace {

std::vector<SeatIndex> seatsOfHold(const EventState& state, HoldId id)
{
    const Hold* hold = state.hold(id);
    return hold ? hold->places.seats : std::vector<SeatIndex>{};
}

std::vector<SeatIndex> seatsOf(const std::vector<Ticket>& tickets)
{
    std::vector<SeatIndex> seats;
    for (const Ticket& ticket : tickets)
        if (ticket.seat)
            seats.push_back(*ticket.seat);
    return seats;
}

// One overload for each kind of entry that changes seats; the rest changes none.
struct Touched
{
    const EventState& state;

    std::vector<SeatIndex> seatsOfAllotment(Fence fence) const
    {
        const Allotment* allotment = state.allotment(fence);
        return allotment ? allotment->places.seats : std::vector<SeatIndex>{};
    }
    std::vector<SeatIndex> seatsKept(CaseId id) const
    {
        const Case* of = state.caseOf(id);
        return of ? of->kept.seats : std::vector<SeatIndex>{};
    }

    template <typename Other>
    std::vector<SeatIndex> operator()(const Other&) const
    {
        return {};
    }
    std::vector<SeatIndex> operator()(const HoldPlaced& body) const { return body.places.seats; }
    std::vector<SeatIndex> operator()(const HoldReleased& body) const { return seatsOfHold(state, body.hold); }
    std::vector<SeatIndex> operator()(const AllotmentGranted& body) const { return body.places.seats; }
    std::vector<SeatIndex> operator()(const AllotmentReturned& body) const { return body.places.seats; }
    std::vector<SeatIndex> operator()(const SeatsBlocked& body) const { return body.seats; }
    std::vector<SeatIndex> operator()(const SeatsUnblocked& body) const { return body.seats; }
    std::vector<SeatIndex> operator()(const OrderPlaced& body) const
    {
        std::vector<SeatIndex> seats = seatsOf(body.order.tickets);
        if (body.hold) {
            const std::vector<SeatIndex> held = seatsOfHold(state, *body.hold);
            seats.insert(seats.end(), held.begin(), held.end());
        }
        return seats;
    }
    std::vector<SeatIndex> operator()(const PlacesReserved& body) const
    {
        std::vector<SeatIndex> seats = body.reservation.places.seats;
        if (body.hold) {
            const std::vector<SeatIndex> held = seatsOfHold(state, *body.hold);
            seats.insert(seats.end(), held.begin(), held.end());
        }
        return seats;
    }
    std::vector<SeatIndex> operator()(const ReservationEnded& body) const
    {
        const Reservation* reservation = state.reservation(body.reservation);
        return reservation ? reservation->places.seats : std::vector<SeatIndex>{};
    }
    std::vector<SeatIndex> operator()(const AllotmentClosed& body) const { return seatsOfAllotment(body.fence); }
    std::vector<SeatIndex> operator()(const AllotmentRenewed& body) const
    {
        const Allotment* allotment = state.allotment(body.fence);
        return allotment ? unionOf(allotment->places, body.added).seats : body.added.seats;
    }
    // Fans see places of an unreachable counter differently.
    std::vector<SeatIndex> operator()(const ContactNoted& body) const { return seatsOfAllotment(body.fence); }
    std::vector<SeatIndex> operator()(const AllotmentLimbo& body) const { return seatsOfAllotment(body.fence); }
    std::vector<SeatIndex> operator()(const AllotmentForced& body) const { return body.signedOff.places.seats; }
    std::vector<SeatIndex> operator()(const LogRestored&) const
    {
        std::vector<SeatIndex> seats;
        for (const auto& [fence, allotment] : state.allotments())
            seats.insert(seats.end(), allotment.places.seats.begin(), allotment.places.seats.end());
        return seats;
    }
    std::vector<SeatIndex> operator()(const CaseOpened& body) const { return body.opened.kept.seats; }
    std::vector<SeatIndex> operator()(const CaseKept& body) const { return body.places.seats; }
    std::vector<SeatIndex> operator()(const CaseSold& body) const
    {
        std::vector<SeatIndex> seats = seatsOf(body.order.tickets);
        const std::vector<SeatIndex> kept = seatsKept(body.id);
        seats.insert(seats.end(), kept.begin(), kept.end());
        return seats;
    }
    std::vector<SeatIndex> operator()(const CaseOffered& body) const
    {
        std::vector<SeatIndex> seats;
        for (const Places& offer : body.offers)
            seats.insert(seats.end(), offer.seats.begin(), offer.seats.end());
        return seats;
    }
    std::vector<SeatIndex> operator()(const CaseMoved& body) const { return seatsKept(body.id); }
    std::vector<SeatIndex> operator()(const TicketsVoided& body) const
    {
        std::vector<SeatIndex> seats;
        const Order* order = state.order(body.order);
        for (const Ticket& ticket : order ? order->tickets : std::vector<Ticket>{})
            if (ticket.seat && std::find(body.serials.begin(), body.serials.end(), ticket.serial) != body.serials.end())
                seats.push_back(*ticket.seat);
        return seats;
    }
};

} // namespace

void apply(EventState& state, const LogEntry& entry)
{
    const std::string broken = StateFold(state).fold(entry);
    if (!broken.empty()) {
        std::fprintf(stderr, "%s\n", broken.c_str());
        PARTERRE_REQUIRE(!"the log does not follow from the state");
    }
}

Result<void> tryApply(EventState& state, const LogEntry& entry)
{
    std::string broken = StateFold(state).fold(entry);
    if (!broken.empty())
        return Error{ErrorCode::Corrupt, std::move(broken)};
    return {};
}

std::vector<SeatIndex> touchedSeats(const EventState& before, const EntryBody& body)
{
    std::vector<SeatIndex> seats = std::visit(Touched{before}, body);
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    return seats;
}

} // namespace parterre
