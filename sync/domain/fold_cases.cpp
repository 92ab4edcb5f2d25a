// StateFold on cases: what a fact that met another claim waits for, is offered, and ends with.
#include "sync/domain/order_check.h"
#include "sync/domain/state_fold.h"

#include <algorithm>

namespace parterre {
namespace {

SeatSlot keptFor(CaseId id)
{
    return {SeatStatus::Kept, {}, id.bytes};
}

} // namespace

Case* StateFold::openCase(CaseId id)
{
    const auto found = m_state.m_cases.find(id);
    return found == m_state.m_cases.end() || isClosed(found->second.phase) ? nullptr : &found->second;
}

void StateFold::freeKept(Case& of)
{
    move(of.kept, &StandingSlot::kept, nullptr, {});
    of.kept = {};
    if (of.phase == CasePhase::Offered)
        m_state.m_offerDeadlines.erase({of.until, of.id});
    of.offers.clear();
    of.until = {};
}

void StateFold::setPhase(Case& of, CasePhase phase)
{
    of.phase = phase;
    if (phase == CasePhase::Contest || phase == CasePhase::Open)
        m_state.m_unsettled.emplace(of.openedSeq, of.id);
    else
        m_state.m_unsettled.erase(of.openedSeq);
}

StateFold::Broken StateFold::on(const CaseOpened& body, const LogEntry& entry)
{
    const Case& opened = body.opened;
    if (opened.id.isNull() || m_state.m_cases.contains(opened.id))
        return "the case exists";
    if (opened.id.bytes != opened.order.id.bytes)
        return "the case is not named like its order";
    if (m_state.m_orders.contains(opened.order.id))
        return "the order of the case has been placed";
    if (!checkOrder(*m_state.m_plan, m_state.m_terms, opened.order))
        return "the order of the case is not well-formed";
    const bool contest = opened.phase == CasePhase::Contest;
    if (!contest && opened.phase != CasePhase::Open && opened.phase != CasePhase::AtDoor)
        return "a case begins as a contest, open, or at the door";
    if (!wellFormed(opened.lost))
        return "the lost places are not places of the plan in order";
    if (opened.openedSeq != 0 || !opened.offers.empty() || opened.rounds != 0 || opened.refundMinor != 0)
        return "a new case has no past";
    if (!isCanonical(*m_state.m_plan, opened.kept) || (!contest && !opened.kept.empty()) || !allFree(opened.kept))
        return "a place kept for a contest is not free";
    if (!intersection({opened.lost.seats, {}}, opened.kept).empty())
        return "a contest waits for a place that is kept for it";
    move(opened.kept, nullptr, &StandingSlot::kept, keptFor(opened.id));
    Case& of = m_state.m_cases.emplace(opened.id, opened).first->second;
    of.openedSeq = entry.seq;
    setPhase(of, opened.phase);
    return nullptr;
}

StateFold::Broken StateFold::on(const CaseKept& body, const LogEntry&)
{
    Case* of = openCase(body.id);
    if (!of || of->phase != CasePhase::Contest)
        return "there is no such contest";
    if (!wellFormed(body.places) || intersection(body.places, of->lost) != body.places || !allFree(body.places))
        return "a place kept for a contest is not free, or not one it waits for";
    move(body.places, nullptr, &StandingSlot::kept, keptFor(of->id));
    of->kept = unionOf(of->kept, body.places);
    of->lost = difference(of->lost, body.places);
    return nullptr;
}

StateFold::Broken StateFold::on(const CaseSold& body, const LogEntry&)
{
    Case* of = openCase(body.id);
    if (!of || body.order.id != of->order.id || m_state.m_orders.contains(body.order.id))
        return "the case is not open, or its order is another or has been placed";
    const bool contest = of->phase == CasePhase::Contest;
    const bool follows = (body.phase == CasePhase::Won && contest) || (body.phase == CasePhase::Granted && !contest) ||
                         (body.phase == CasePhase::Exchanged && of->phase == CasePhase::Offered);
    if (!follows)
        return "a contest is won, an offer is taken, any other case is granted";
    const Result<Places> places = checkOrder(*m_state.m_plan, m_state.m_terms, body.order);
    if (!places || body.order.tickets.size() != of->order.tickets.size())
        return "the order of the case is not well-formed";
    if (body.refundMinor < 0 || body.order.tender.paidMinor + body.refundMinor != of->order.tender.paidMinor)
        return "what is kept and what goes back is not what was paid";
    const Places taken = intersection(*places, of->kept);
    const auto& offers = of->offers;
    if (body.phase == CasePhase::Exchanged && std::find(offers.begin(), offers.end(), *places) == offers.end())
        return "the other seats are none of the offers";
    if (!allFree(difference(*places, taken)))
        return "a case takes a place that is not free";
    freeKept(*of);
    move(*places, nullptr, &StandingSlot::sold, {SeatStatus::Sold, {}, body.order.id.bytes});
    addOrder(body.order);
    of->refundMinor = body.refundMinor;
    of->by = body.by;
    setPhase(*of, body.phase);
    return nullptr;
}

StateFold::Broken StateFold::on(const CaseOffered& body, const LogEntry&)
{
    Case* of = openCase(body.id);
    if (!of || of->phase == CasePhase::Contest || of->phase == CasePhase::Offered || of->rounds >= Case::maxOffers)
        return "there is no such case that waits for an offer";
    if (body.offers.empty() || body.offers.size() > Case::maxOffers)
        return "one to three offers are made";
    Places all;
    for (const Places& offer : body.offers) {
        if (!wellFormed(offer) || !intersection(all, offer).seats.empty())
            return "the offered places are not places of the plan in order, or offered twice";
        all = unionOf(all, offer);
    }
    if (!allFree(all))
        return "an offered place is not free";
    move(all, nullptr, &StandingSlot::kept, keptFor(of->id));
    of->kept = std::move(all);
    of->offers = body.offers;
    of->until = body.until;
    of->by = body.by;
    of->refundMinor = 0;
    ++of->rounds;
    setPhase(*of, CasePhase::Offered);
    m_state.m_offerDeadlines.emplace(of->until, of->id);
    return nullptr;
}

StateFold::Broken StateFold::on(const CaseMoved& body, const LogEntry&)
{
    const auto found = m_state.m_cases.find(body.id);
    if (found == m_state.m_cases.end())
        return "there is no such case";
    Case& of = found->second;
    const bool moneyBack = of.phase == CasePhase::Exchanged && body.phase == CasePhase::Exchanged;
    if (isClosed(of.phase) && !moneyBack)
        return "the case is closed";
    if (body.phase == CasePhase::Contest || body.phase == CasePhase::Offered || body.phase == CasePhase::Won ||
        body.phase == CasePhase::Granted || (body.phase == CasePhase::Exchanged && !moneyBack))
        return "a case does not move to that phase by itself";
    const bool mayReopen = of.phase == CasePhase::Contest || of.phase == CasePhase::Offered;
    if (body.phase == CasePhase::Open && (!mayReopen || !wellFormed(body.lost)))
        return "a case is open again only when a contest is lost or an offer is withdrawn";
    const bool money = body.phase == CasePhase::RefundDue || body.phase == CasePhase::Refunded;
    if (body.refundMinor != (money ? of.order.tender.paidMinor : 0))
        return "what is given back is not what was paid";
    if (!moneyBack)
        freeKept(of);
    if (!body.lost.empty())
        of.lost = body.lost;
    of.refundMinor = body.refundMinor;
    of.by = body.by;
    of.note = body.note;
    setPhase(of, body.phase);
    return nullptr;
}

} // namespace parterre
