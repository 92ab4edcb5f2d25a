// EventState::audit(): recomputes slots, counts and deadlines from the claims and compares. Trusts nothing.
#include "sync/domain/event_state.h"
#include "sync/domain/order_check.h"

namespace parterre {
namespace {

// What the seats and areas must be, gathered from the claims alone.
struct Expected
{
    const SeatPlan& plan;
    std::vector<SeatSlot> seats;
    std::vector<StandingSlot> standing;

    explicit Expected(const SeatPlan& of) : plan(of), seats(of.seatCount()), standing(of.standing().size()) {}

    // False when the places are malformed or a seat already has another claim (I1).
    bool claim(const Places& places, const SeatSlot& slot, std::uint32_t StandingSlot::*bucket)
    {
        if (!isCanonical(plan, places))
            return false;
        for (const SeatIndex seat : places.seats) {
            if (seats[seat.value].status != SeatStatus::Free)
                return false;
            seats[seat.value] = slot;
        }
        for (const StandingUnits& units : places.standing)
            standing[units.area.value].*bucket += units.count;
        return true;
    }
};

std::string claimHolds(const EventState& state, Expected& expected)
{
    for (const auto& [id, hold] : state.holds()) {
        if (id != hold.id)
            return "a hold is filed under another id";
        if (!expected.claim(hold.places, {SeatStatus::Held, {}, id.bytes}, &StandingSlot::held))
            return "hold " + id.toString() + " claims places that are malformed or claimed twice";
    }
    for (const auto& [id, reservation] : state.reservations()) {
        if (id != reservation.id)
            return "a reservation is filed under another id";
        if (!expected.claim(reservation.places, {SeatStatus::Reserved, {}, id.bytes}, &StandingSlot::reserved))
            return "reservation " + id.toString() + " claims places that are malformed or claimed twice";
    }
    return {};
}

std::string claimAllotments(const EventState& state, Expected& expected)
{
    std::set<DeviceId> devices;
    for (const auto& [fence, allotment] : state.allotments()) {
        const std::string name = "allotment " + std::to_string(fence.value);
        const std::uint64_t granted = fence.value & ((std::uint64_t{1} << 40) - 1);
        if (fence != allotment.fence || granted == 0 || granted > state.seq() || allotment.first > fence ||
            (fence.value >> 40) > state.logGen())
            return name + " has a fence that is not its place in the log";
        if (intersection(allotment.recalled, allotment.places) != allotment.recalled)
            return name + " is asked for places it does not hold";
        if (!devices.insert(allotment.device).second)
            return name + " is a second one of its counter";
        if (!expected.claim(allotment.places, {SeatStatus::Allotted, fence, {}}, &StandingSlot::allotted))
            return name + " claims places that are malformed or claimed twice";
    }
    return {};
}

std::string claimOrders(const EventState& state, Expected& expected)
{
    for (const auto& [id, order] : state.orders()) {
        if (id != order.id)
            return "an order is filed under another id";
        std::vector<Ticket> live;
        std::int64_t charged = 0;
        for (const Ticket& ticket : order.tickets) {
            charged += ticket.priceMinor;
            if (!ticket.voided)
                live.push_back(ticket);
        }
        if (charged != order.tender.paidMinor)
            return "order " + id.toString() + " was not paid what its tickets cost";
        const Result<Places> places = placesOf(state.plan(), live);
        if (!places || !expected.claim(*places, {SeatStatus::Sold, {}, id.bytes}, &StandingSlot::sold))
            return "order " + id.toString() + " claims places that are malformed or claimed twice";
    }
    return {};
}

// Is the case something the rules can go on with?
bool isSound(const EventState& state, const Case& of)
{
    const SeatPlan& plan = state.plan();
    const bool offered = of.phase == CasePhase::Offered;
    Places all;
    for (const Places& offer : of.offers) {
        if (!isCanonical(plan, offer))
            return false;
        all = unionOf(all, offer);
    }
    return checkOrder(plan, state.terms(), of.order).ok() && isCanonical(plan, of.lost) && !of.lost.empty() &&
           of.openedSeq > 0 && of.openedSeq <= state.seq() && offered != of.offers.empty() &&
           of.offers.size() <= Case::maxOffers && of.rounds <= Case::maxOffers &&
           (offered ? of.kept == all : of.phase == CasePhase::Contest || of.kept.empty());
}

std::string claimCases(const EventState& state, Expected& expected)
{
    for (const auto& [id, of] : state.cases()) {
        const std::string name = "case " + id.toString();
        const bool sold =
            of.phase == CasePhase::Won || of.phase == CasePhase::Exchanged || of.phase == CasePhase::Granted;
        if (id != of.id || (state.order(of.order.id) != nullptr) != sold)
            return name + " is filed wrongly, or its order stands although it is lost";
        if (!isSound(state, of))
            return name + " is not one that the rules make";
        if (!expected.claim(of.kept, {SeatStatus::Kept, {}, id.bytes}, &StandingSlot::kept))
            return name + " keeps places that are malformed or claimed twice";
        const bool waits = of.phase == CasePhase::Contest || of.phase == CasePhase::Open;
        const auto filed = state.unsettledCases().find(of.openedSeq);
        if (waits != (filed != state.unsettledCases().end() && filed->second == id))
            return name + " is in the wrong queue";
        if (of.refundMinor < 0 || of.refundMinor > of.order.tender.paidMinor)
            return name + " gives back more than was paid";
    }
    return {};
}

std::string compareSlots(const EventState& state, const Expected& expected)
{
    std::uint32_t freeSeats = 0;
    for (std::uint32_t i = 0; i < state.plan().seatCount(); ++i) {
        const SeatSlot& slot = state.seat(SeatIndex{i});
        freeSeats += slot.status == SeatStatus::Free ? 1 : 0;
        const bool blocked = slot.status == SeatStatus::HouseHeld || slot.status == SeatStatus::Killed;
        // A block has no claim behind it: the slot itself is the record.
        const SeatSlot wanted =
            blocked && expected.seats[i].status == SeatStatus::Free ? SeatSlot{slot.status, {}, {}} : expected.seats[i];
        if (slot != wanted)
            return "seat " + state.plan().label(SeatIndex{i}) + " is not what the claims say";
    }
    if (freeSeats != state.freeSeats())
        return "the number of free seats is wrong";
    for (std::uint16_t i = 0; i < state.plan().standing().size(); ++i) {
        StandingSlot wanted = expected.standing[i];
        const StandingArea& area = state.plan().standing()[i];
        wanted.capacity = area.capacity;
        if (state.standing(StandingIndex{i}) != wanted)
            return "standing area " + area.name + " is not what the claims say";
        const std::uint64_t used =
            std::uint64_t{wanted.held} + wanted.reserved + wanted.sold + wanted.allotted + wanted.kept;
        if (used > wanted.capacity)
            return "standing area " + area.name + " is over its capacity";
    }
    return {};
}

} // namespace

std::string EventState::audit() const
{
    if (m_seats.size() != m_plan->seatCount() || m_standing.size() != m_plan->standing().size())
        return "the state is not of this plan";
    if (m_seq > 0 && !checkTerms(m_terms, *m_plan))
        return "the terms do not fit the plan";
    Expected expected(*m_plan);
    for (const auto claims : {claimHolds, claimAllotments, claimOrders, claimCases})
        if (std::string broken = claims(*this, expected); !broken.empty())
            return broken;
    if (std::string broken = compareSlots(*this, expected); !broken.empty())
        return broken;

    std::unordered_map<HolderId, std::uint32_t> holdCounts;
    std::set<std::pair<Instant, HoldId>> holdDeadlines;
    for (const auto& [id, hold] : m_holds) {
        ++holdCounts[hold.holder];
        holdDeadlines.emplace(hold.deadline(), id);
    }
    std::set<std::pair<Instant, ReservationId>> reservationDeadlines;
    for (const auto& [id, reservation] : m_reservations)
        reservationDeadlines.emplace(reservation.until, id);
    std::set<std::pair<Instant, CaseId>> offerDeadlines;
    for (const auto& [id, of] : m_cases)
        if (of.phase == CasePhase::Offered)
            offerDeadlines.emplace(of.until, id);
    if (offerDeadlines != m_offerDeadlines)
        return "an offer is filed under another deadline";
    EventState fresh(m_plan);
    for (std::uint32_t i = 0; i < m_seats.size(); ++i)
        fresh.put(SeatIndex{i}, m_seats[i]);
    if (fresh.m_seatDigest != m_seatDigest)
        return "the digest is not that of the seats";
    if (holdCounts != m_holdCounts)
        return "the holds of a holder are miscounted";
    if (holdDeadlines != m_holdDeadlines || reservationDeadlines != m_reservationDeadlines)
        return "a deadline is filed under another time";
    return {};
}

} // namespace parterre
