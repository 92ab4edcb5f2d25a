// Reading slots and claims.
#include "sync/counter/case_report.h"

#include <algorithm>

namespace parterre {
namespace {

bool isAdmitted(const Order& order, SeatIndex seat)
{
    return std::any_of(order.tickets.begin(), order.tickets.end(), [seat](const Ticket& ticket) {
        return ticket.seat == seat && ticket.admitted && !ticket.voided;
    });
}

LostPlace lostSeat(const EventState& base, SeatIndex seat)
{
    LostPlace place;
    place.seat = seat;
    const SeatSlot& slot = base.seat(seat);
    switch (slot.status) {
    case SeatStatus::Free:
        break;
    case SeatStatus::Held: {
        const Hold* hold = base.hold(slot.claimAs<HoldId>());
        place.rival = hold && hold->paying ? Rival::Payer : Rival::Holder;
        break;
    }
    case SeatStatus::Reserved: {
        place.rival = Rival::Reservation;
        const Reservation* reservation = base.reservation(slot.claimAs<ReservationId>());
        place.name = reservation ? reservation->name : std::string();
        break;
    }
    case SeatStatus::Sold: {
        place.order = slot.claimAs<OrderId>();
        const Order* order = base.order(*place.order);
        place.rival = order && isAdmitted(*order, seat) ? Rival::Admitted : Rival::Owner;
        place.name = order ? order->buyer.name : std::string();
        break;
    }
    case SeatStatus::Allotted:
        place.rival = Rival::Counter;
        break;
    case SeatStatus::HouseHeld:
    case SeatStatus::Killed:
        place.rival = Rival::House;
        break;
    case SeatStatus::Kept:
        place.rival = Rival::Case;
        break;
    }
    return place;
}

// Units have no names: whoever holds, pays for or owns units of the area has them.
LostPlace lostUnits(const EventState& base, const StandingUnits& units)
{
    LostPlace place;
    place.standing = units.area;
    place.units = units.count;
    const StandingSlot& slot = base.standing(units.area);
    if (slot.free() >= units.count)
        return place;
    place.rival = slot.held > 0 ? Rival::Holder : slot.sold > 0 ? Rival::Owner : Rival::Counter;
    return place;
}

// The claim that is hardest to move decides.
int strength(Rival rival)
{
    switch (rival) {
    case Rival::Nobody:
        return 0;
    case Rival::Holder:
        return 1;
    case Rival::Case:
        return 2;
    case Rival::Counter:
        return 3;
    case Rival::House:
        return 4;
    case Rival::Reservation:
        return 5;
    case Rival::Payer:
        return 6;
    case Rival::Owner:
        return 7;
    case Rival::Admitted:
        return 8;
    }
    PARTERRE_REQUIRE(false);
}

CaseReport reportOf(const EventState& base, const Case& of, DeviceId own)
{
    CaseReport report{of, of.order.device == own, Rival::Nobody, {}, {}};
    if (const Order* order = base.order(of.order.id))
        report.seated = order->tickets;
    for (const SeatIndex seat : of.lost.seats)
        report.lost.push_back(lostSeat(base, seat));
    for (const StandingUnits& units : of.lost.standing)
        report.lost.push_back(lostUnits(base, units));
    for (const LostPlace& place : report.lost)
        if (strength(place.rival) > strength(report.decided))
            report.decided = place.rival;
    return report;
}

std::string phaseNews(CasePhase phase)
{
    switch (phase) {
    case CasePhase::Open:
        return " lost its seats; a case is open.";
    case CasePhase::RefundDue:
        return ": the money goes back to the customer.";
    case CasePhase::AtDoor:
        return " will be settled at the door.";
    case CasePhase::Refunded:
        return ": the money has gone back.";
    case CasePhase::Closed:
        return " was settled at the door.";
    case CasePhase::Won:
        return " has its seats: the other payment came to nothing.";
    case CasePhase::Exchanged:
        return " has other seats; print its tickets.";
    case CasePhase::Granted:
        return " was given its seats by a supervisor.";
    case CasePhase::Contest:
    case CasePhase::Offered:
        break;
    }
    return " was offered other seats.";
}

} // namespace

std::vector<CaseReport> caseReports(const EventState& base, DeviceId own)
{
    std::vector<CaseReport> reports;
    for (const auto& [id, of] : base.cases())
        if (of.order.device == own || !isClosed(of.phase))
            reports.push_back(reportOf(base, of, own));
    std::sort(reports.begin(), reports.end(),
              [](const CaseReport& a, const CaseReport& b) { return a.what.openedSeq > b.what.openedSeq; });
    return reports;
}

// A case's opening is told as the outcome of its sale.
std::optional<std::string> caseNews(const EventState& base, const EntryBody& body, DeviceId own)
{
    std::optional<CaseId> id;
    CasePhase phase = CasePhase::Offered;
    if (const auto* sold = std::get_if<CaseSold>(&body)) {
        id = sold->id;
        phase = sold->phase;
    } else if (const auto* moved = std::get_if<CaseMoved>(&body)) {
        id = moved->id;
        phase = moved->phase;
    } else if (const auto* offered = std::get_if<CaseOffered>(&body)) {
        id = offered->id;
    }
    const Case* of = id ? base.caseOf(*id) : nullptr;
    if (!of || of->order.device != own)
        return std::nullopt;
    return "Order " + orderCode(of->order.id) + phaseNews(phase);
}

} // namespace parterre
