// What the log says happened, counted; and what a counter must be when it starts.
#include "sync/counter/replica.h"
#include "tests/simulation/simulator/oracle.h"

namespace parterre::testing {

void Oracle::count(const LogEntry& entry)
{
    if (const auto* placed = std::get_if<OrderPlaced>(&entry.body))
        lookAtOrder(*placed);
    if (std::holds_alternative<TicketsReissued>(entry.body))
        m_situations.met("tickets issued anew");
    lookAtCase(entry);
    lookAtCounter(entry);
}

void Oracle::lookAtOrder(const OrderPlaced& placed)
{
    m_situations.met(placed.provisional ? "provisional sale confirmed"
                     : placed.late      ? "confirmed late"
                                        : "order placed");
    if (placed.late && placed.order.device)
        for (const WrittenOff& risk : m_physical.writtenOff)
            if (risk.device == *placed.order.device)
                return m_situations.met("written off, then a late sale confirmed");
}

// In an allotment that was granted to an installation of its counter which is no more, and that a restore brought back.
bool Oracle::isOfFormerReserve(SeatIndex seat) const
{
    const SeatSlot& slot = m_state->seat(seat);
    const Allotment* own = slot.status == SeatStatus::Allotted ? m_state->allotment(slot.fence) : nullptr;
    const auto anew = own ? m_physical.enrolledAnew.find(own->device) : m_physical.enrolledAnew.end();
    return anew != m_physical.enrolledAnew.end() && m_state->logGen() > 0 && own->fence <= anew->second;
}

void Oracle::lookAtCase(const LogEntry& entry)
{
    if (const auto* opened = std::get_if<CaseOpened>(&entry.body)) {
        m_situations.met(opened->opened.phase == CasePhase::Contest ? "contest" : "case opened");
        if (opened->opened.provisional && opened->opened.phase != CasePhase::Contest)
            m_situations.met("provisional sale lost");
        if (m_physical.isWrittenOff(opened->opened))
            m_situations.met("written off, then a late sale lost");
        if (opened->opened.awaitsThaw)
            m_situations.met("contest waits for the thaw");
    }
    if (const auto* moved = std::get_if<CaseMoved>(&entry.body))
        if (!moved->lost.seats.empty() && std::all_of(moved->lost.seats.begin(), moved->lost.seats.end(),
                                                      [this](SeatIndex seat) { return isOfFormerReserve(seat); }))
            m_physical.lostToFormerReserve.insert(OrderId{moved->id.bytes});
    if (const auto* sold = std::get_if<CaseSold>(&entry.body)) {
        m_situations.met(sold->phase == CasePhase::Won         ? "contest won by paper"
                         : sold->phase == CasePhase::Exchanged ? "seated elsewhere"
                                                               : "case granted");
        if (sold->phase == CasePhase::Exchanged && sold->order.tickets.size() > 1)
            m_situations.met("party seated elsewhere");
    }
    if (const auto* moved = std::get_if<CaseMoved>(&entry.body)) {
        const Case* of = m_state->caseOf(moved->id);
        if (of && of->phase == CasePhase::Contest)
            m_situations.met("contest won by the web");
        if (moved->phase == CasePhase::Refunded)
            m_situations.met("case refunded");
    }
}

void Oracle::lookAtCounter(const LogEntry& entry)
{
    if (std::holds_alternative<AllotmentForced>(entry.body))
        m_situations.met("written off");
    if (std::holds_alternative<AllotmentLimbo>(entry.body))
        m_situations.met("allotment in limbo");
    if (std::holds_alternative<AllotmentRenewed>(entry.body))
        m_situations.met("allotment renewed");
    if (std::holds_alternative<PlacesReserved>(entry.body))
        m_situations.met("reserved");
    if (std::holds_alternative<ReservationEnded>(entry.body))
        m_situations.met("reservation ended");
    if (std::holds_alternative<SeatsBlocked>(entry.body))
        m_situations.met("kept back by the house");
    if (std::holds_alternative<SeatsUnblocked>(entry.body))
        m_situations.met("put on sale again");
    if (std::holds_alternative<RecallDeclined>(entry.body))
        m_situations.met("recall declined");
    if (std::holds_alternative<DeviceReported>(entry.body))
        m_situations.met("counter reported after a restore");
    if (const auto* raised = std::get_if<AlarmRaised>(&entry.body)) {
        if (raised->kind == AlarmKind::ImpossibleSale && !m_physical.rolledBack.contains(raised->device))
            blame("an impossible sale of a counter whose disk is sound: " + raised->detail);
        if (raised->kind == AlarmKind::OpNotUnderstood && !m_physical.rolledBack.contains(raised->device))
            blame("the centre does not understand " + raised->detail);
        m_situations.met(raised->kind == AlarmKind::Fork      ? "rollback noticed by the centre"
                         : raised->kind == AlarmKind::Suspect ? "counter says that it is suspect"
                                                              : "other alarm");
    }
}

// I10: the cache is the log folded up to its cursor, after any crash.
void Oracle::started(DeviceId device, Cache& cache)
{
    const Result<std::optional<CachedEvent>> cached = cache.load(m_server.event());
    if (!cached || !*cached || m_physical.rolledBack.contains(device))
        return;
    const Result<Replica> base = Replica::fromCache(m_server.event(), **cached);
    if (!base)
        return; // it is fetched anew
    const auto digests = m_digests.find(base->logId());
    if (digests == m_digests.end() || base->cursor() < m_firstDigest[base->logId()])
        return;
    const std::uint64_t at = base->cursor() - m_firstDigest[base->logId()];
    if (at >= digests->second.size())
        return; // of entries that were durable and told to nobody yet
    if (digests->second[at] != base->state().digest())
        blame("I10: a counter's cache at entry " + std::to_string(base->cursor()) + " is not the log up to there");
}

void Oracle::mustBeSuspect(DeviceId device, const std::vector<GuardMark>& marks, const JournalContents& before)
{
    m_rolledBackTo[device] = marks;
    for (const JournalledOp& journalled : before.ops) // a push that is on its way still is no new word
        m_words.try_emplace(causeOf(journalled.sealed.hash), Word{device, 0});
}

void Oracle::believedAgain(DeviceId device)
{
    m_rolledBackTo.erase(device);
}

} // namespace parterre::testing
