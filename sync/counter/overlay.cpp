// What each kind of pending op means for its places.
#include "sync/counter/overlay.h"

#include "sync/counter/sale_command.h"
#include "sync/domain/places.h"

#include <algorithm>
#include <iterator>

namespace parterre {
namespace {

// A case that is over, or whose order has been placed after all: the base says it all.
bool isSettled(const EventState& base, OrderId order)
{
    const Case* of = base.caseOf(CaseId{order.bytes});
    return base.order(order) || (of && isClosed(of->phase));
}

} // namespace

Overlay Overlay::of(const EventState& base, const std::vector<const BookedOp*>& unseen, const LocalClaims& local)
{
    Overlay overlay;
    for (const Order* order : local.paying)
        overlay.addOrder(*order, OverlayMark::Asked);
    for (const BookedOp* booked : unseen)
        overlay.addOp(base, *booked);
    overlay.addOwnCases(base, local.own);
    overlay.settle();
    return overlay;
}

// A night's ops are ten thousand and more: one sort is quicker than so many look-ups.
void Overlay::settle()
{
    std::stable_sort(m_claims.begin(), m_claims.end(), [](const Claim& a, const Claim& b) { return a.seat < b.seat; });
    for (const Claim& claim : m_claims) {
        if (m_marks.empty() || m_marks.back().first != claim.seat)
            m_marks.emplace_back(claim.seat, claim.mark);
        else if (!claim.yields || m_marks.back().second != OverlayMark::SoldHere)
            m_marks.back().second = claim.mark;
    }
    m_claims = {};
}

// Paper is out for these places: while the case is open this counter must not sell those that are still its own.
void Overlay::addOwnCases(const EventState& base, DeviceId own)
{
    const Allotment* allotment = base.allotmentOf(own);
    if (!allotment)
        return;
    for (const auto& [id, of] : base.cases()) {
        if (isClosed(of.phase) || of.order.device != own)
            continue;
        for (const Ticket& ticket : of.order.tickets)
            if (ticket.seat && base.seat(*ticket.seat).status == SeatStatus::Allotted &&
                base.seat(*ticket.seat).fence == allotment->fence)
                m_claims.push_back({*ticket.seat, OverlayMark::SoldHere, false});
    }
}

void Overlay::add(const Places& places, OverlayMark mark)
{
    for (const SeatIndex seat : places.seats)
        m_claims.push_back({seat, mark, true}); // a sale outlives the seal or release behind it
    for (const StandingUnits& units : places.standing)
        m_units[units.area] += units.count;
}

void Overlay::addOrder(const Order& order, OverlayMark mark)
{
    for (const Ticket& ticket : order.tickets) {
        if (ticket.seat)
            m_claims.push_back({*ticket.seat, mark, false});
        else
            ++m_units[*ticket.standing];
    }
}

void Overlay::addOp(const EventState& base, const BookedOp& booked)
{
    const Command& command = booked.op.command;
    if (isLocalSale(command)) {
        const Order& order = *soldOrder(command);
        if (!isSettled(base, order.id))
            addOrder(order, OverlayMark::SoldHere);
        return;
    }
    if (const auto* hold = std::get_if<PlaceHold>(&command))
        return add(hold->places, OverlayMark::Asked);
    if (const auto* reserve = std::get_if<ReservePlaces>(&command))
        return add(reserve->places, OverlayMark::Asked);
    if (const auto* given = std::get_if<ReturnPlaces>(&command))
        return add(given->places, OverlayMark::GivenUp);
    if (const auto* seal = std::get_if<SealAllotment>(&command)) {
        if (const Allotment* allotment = base.allotment(seal->fence))
            add(allotment->places, OverlayMark::GivenUp);
        return;
    }
    // The base shows the seats as held until it sees the sale; only an answered one is a sale.
    if (const auto* sell = std::get_if<SellHold>(&command); sell && booked.outcome)
        for (const Ticket& ticket : sell->order.tickets)
            if (ticket.seat)
                m_claims.push_back({*ticket.seat, OverlayMark::SoldHere, false});
}

OverlayMark Overlay::mark(SeatIndex seat) const
{
    const auto found = std::lower_bound(m_marks.begin(), m_marks.end(), seat,
                                        [](const Marked& marked, SeatIndex wanted) { return marked.first < wanted; });
    return found == m_marks.end() || found->first != seat ? OverlayMark::None : found->second;
}

std::uint32_t Overlay::unitsGone(StandingIndex area) const
{
    const auto found = m_units.find(area);
    return found == m_units.end() ? 0 : found->second;
}

std::vector<SeatIndex> Overlay::changedFrom(const Overlay& before) const
{
    std::vector<Marked> differing;
    std::set_symmetric_difference(m_marks.begin(), m_marks.end(), before.m_marks.begin(), before.m_marks.end(),
                                  std::back_inserter(differing));
    std::vector<SeatIndex> changed;
    for (const auto& [seat, mark] : differing)
        if (changed.empty() || changed.back() != seat)
            changed.push_back(seat);
    return changed;
}

} // namespace parterre
