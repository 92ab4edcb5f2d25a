// The checks, invariant by invariant.
#include "tests/simulation/simulator/oracle.h"

#include "sync/domain/apply.h"
#include "tests/simulation/simulator/sim_counter.h"

namespace parterre::testing {

void Oracle::blame(std::string what)
{
    if (m_broken.empty())
        m_broken = std::move(what);
}

void Oracle::committed(const CommittedEntries& stretch)
{
    if (!m_state && stretch.created) {
        m_state.emplace(stretch.created->planPtr());
        m_logId = stretch.logId;
    }
    if (!m_state)
        return;
    if (stretch.logId != m_logId)
        return blame("I9: entries of another log");
    for (std::size_t i = 0; i < stretch.entries.size(); ++i) {
        const LogEntry& entry = stretch.entries[i];
        const StoredEntry& stored = stretch.stored[i];
        if (entry.seq != m_seq + 1)
            return blame("I9: entry " + std::to_string(entry.seq) + " follows " + std::to_string(m_seq));
        if (entryHash(m_hash, stored.seq, stored.at, stored.cause, stored.body) != stored.hash)
            return blame("I9: the hash chain breaks at entry " + std::to_string(entry.seq));
        look(entry);
        if (Result<void> applied = tryApply(*m_state, entry); !applied)
            return blame("I1: " + applied.error().detail);
        m_seq = entry.seq;
        m_hash = stored.hash;
    }
    if (m_seq % 16 == 0)
        if (const std::string wrong = m_state->audit(); !wrong.empty())
            blame("I1: " + wrong);
}

// What an entry may do, seen from the state before it.
void Oracle::look(const LogEntry& entry)
{
    if (const auto* back = std::get_if<AllotmentReturned>(&entry.body))
        mayFree(entry, back->fence, false);
    if (const auto* closed = std::get_if<AllotmentClosed>(&entry.body))
        mayFree(entry, closed->fence, true);
    if (const auto* grant = std::get_if<AllotmentGranted>(&entry.body))
        granted(grant->places, Fence{(std::uint64_t{m_state->logGen()} << 40) | entry.seq});
    if (const auto* renewed = std::get_if<AllotmentRenewed>(&entry.body))
        granted(renewed->added, Fence{(std::uint64_t{m_state->logGen()} << 40) | entry.seq});
    if (const auto* forced = std::get_if<AllotmentForced>(&entry.body)) {
        if (forced->signedOff.by.empty() || forced->signedOff.reason.empty())
            blame("I4: a write-off without a name or a reason");
        m_physical.writtenOff.insert(forced->signedOff.fence);
        m_situations.met("written off");
    }
    if (const auto* placed = std::get_if<OrderPlaced>(&entry.body)) {
        m_situations.met(placed->provisional ? "provisional sale confirmed"
                         : placed->late      ? "confirmed late"
                                             : "order placed");
    }
    if (const auto* opened = std::get_if<CaseOpened>(&entry.body))
        m_situations.met(opened->opened.phase == CasePhase::Contest ? "contest" : "case opened");
    if (const auto* sold = std::get_if<CaseSold>(&entry.body))
        m_situations.met(sold->phase == CasePhase::Won         ? "contest won by paper"
                         : sold->phase == CasePhase::Exchanged ? "party seated elsewhere"
                                                               : "case granted");
    if (const auto* moved = std::get_if<CaseMoved>(&entry.body)) {
        const Case* of = m_state->caseOf(moved->id);
        if (of && of->phase == CasePhase::Contest)
            m_situations.met("contest lost by paper");
        if (moved->phase == CasePhase::Refunded)
            m_situations.met("case refunded");
    }
    if (std::holds_alternative<AllotmentLimbo>(entry.body))
        m_situations.met("allotment in limbo");
    if (std::holds_alternative<AllotmentRenewed>(entry.body))
        m_situations.met("allotment renewed");
    if (std::holds_alternative<RecallDeclined>(entry.body))
        m_situations.met("recall declined");
    if (const auto* raised = std::get_if<AlarmRaised>(&entry.body)) {
        if (raised->kind == AlarmKind::ImpossibleSale && !m_physical.rolledBack.contains(raised->device))
            blame("an impossible sale of a counter whose disk is sound: " + raised->detail);
        m_situations.met(raised->kind == AlarmKind::Fork      ? "fork noticed"
                         : raised->kind == AlarmKind::Suspect ? "suspect counter"
                                                              : "other alarm");
    }
    if (std::holds_alternative<DeviceReported>(entry.body))
        m_situations.met("counter reported after a restore");
}

// I4, I19: places leave an allotment by the word of its own counter, whose stream is clean.
void Oracle::mayFree(const LogEntry& entry, Fence fence, bool closing)
{
    const Allotment* allotment = m_state->allotment(fence);
    if (!allotment)
        return blame("I4: an allotment ends that is not there");
    const auto word = m_causes.find(entry.cause);
    if (word == m_causes.end() || word->second != allotment->device)
        return blame("I4: places leave an allotment without its counter's word");
    if (closing && m_physical.rolledBack.contains(allotment->device) && m_state->isTainted(allotment->device))
        blame("I19: a suspect counter seals");
}

// I2: fences of a seat only grow, whatever was restored.
void Oracle::granted(const Places& places, Fence fence)
{
    for (const SeatIndex seat : places.seats) {
        Fence& last = m_lastFence[seat];
        if (fence <= last)
            blame("I2: fence " + std::to_string(fence.value) + " comes after " + std::to_string(last.value));
        last = fence;
    }
}

void Oracle::pushed(const OpBatch& batch)
{
    for (const SealedOp& sealed : batch.ops)
        m_causes[causeOf(sealed.hash)] = batch.device;
}

void Oracle::answered(const OpBatch& batch, const OutcomeBatch& answer)
{
    if (answer.stopped && answer.stopped->code == ErrorCode::OpFork) {
        m_forked.insert(batch.device);
        if (!m_physical.rolledBack.contains(batch.device))
            blame("I18: a fork of a counter whose disk is sound");
    }
    for (const Outcome& outcome : answer.outcomes) {
        const OutcomeKey key{answer.logId, batch.device, batch.installGen, outcome.opN};
        const auto [known, fresh] = m_outcomes.emplace(key, outcome);
        Outcome first = known->second;
        first.fence = outcome.fence; // a replayed grant names what is live now
        if (!fresh && first != outcome)
            blame("I6: op " + std::to_string(outcome.opN) + " got another outcome");
        if (fresh && outcome.kind == OutcomeKind::Contested)
            m_situations.met("op answered: contested");
    }
}

void Oracle::restored()
{
    if (m_server.logId() == m_logId && m_mutant != Mutant::RestoreKeepsLogId)
        blame("I9: a restored log has its old name");
    m_logId = m_server.logId();
    m_state.emplace(m_server.state());
    m_seq = m_state->seq();
    // The chain goes on from what the ledger says; its hash is checked by the arbiter when it loads.
    m_hash = m_server.headHash();
}

void Oracle::printed(SimCounter& counter)
{
    const Counter* machine = counter.machineOrNull();
    if (!machine || !machine->openedEvent())
        return;
    std::set<OrderId> known;
    for (const OrderSummary& order : machine->orders())
        known.insert(order.order.id);
    for (const OrderId& order : counter.printed())
        if (!known.contains(order))
            blame("I7: order " + orderCode(order) + " is on paper and not in the journal");
}

void Oracle::atRest(const std::vector<std::unique_ptr<SimCounter>>& counters)
{
    if (!m_broken.empty())
        return;
    if (const std::string wrong = m_server.state().audit(); !wrong.empty())
        return blame("I1: " + wrong);
    if (m_server.state().digest() != m_state->digest() || m_server.state().seq() != m_state->seq())
        return blame("I9: the folded log is another state than the server's");
    checkSeats();
    checkPaper();
    checkMoney();
    for (const auto& counter : counters)
        checkCounter(*counter);
}

// I15 and the promise itself: at most one valid paper a seat.
void Oracle::checkSeats()
{
    const EventState& state = m_server.state();
    std::map<SeatIndex, TicketSerial> valid;
    for (const auto& [id, order] : state.orders())
        for (const Ticket& ticket : order.tickets)
            if (ticket.seat && !ticket.voided && !valid.emplace(*ticket.seat, ticket.serial).second)
                blame("I15: two valid tickets for " + state.plan().label(*ticket.seat));
}

// I17: paper that did not say "provisional" is worth its seat, or a person has signed that it may not be.
void Oracle::checkPaper()
{
    const EventState& state = m_server.state();
    for (const Paper& paper : m_physical.papers) {
        if (!paper.taken || m_physical.lostByRestore.contains(paper.order))
            continue;
        const bool excused = m_physical.rolledBack.contains(paper.device) || !m_physical.writtenOff.empty();
        const Order* order = state.order(paper.order);
        const Case* of = state.caseOf(CaseId{paper.order.bytes});
        if (!order && !of && !m_physical.rolledBack.contains(paper.device))
            blame("I5: paper of order " + orderCode(paper.order) + " is unknown to the centre");
        if (!order && of && !isClosed(of->phase) && of->phase != CasePhase::AtDoor && of->phase != CasePhase::Open &&
            of->phase != CasePhase::Offered && of->phase != CasePhase::RefundDue)
            blame("I14: a case waits for ever in a contest");
        if (!paper.provisional && of && of->phase != CasePhase::Won && !excused)
            blame("I17: order " + orderCode(paper.order) + " was told confirmed and lost its seats");
        if (!paper.provisional && order && !of && !excused) {
            const bool stands = std::any_of(order->tickets.begin(), order->tickets.end(), [&](const Ticket& ticket) {
                return ticket.serial == paper.serial || reissuedSerial(paper.serial) == ticket.serial ||
                       ticket.serial == reissuedSerial(reissuedSerial(paper.serial));
            });
            if (!stands)
                blame("I17: a ticket of order " + orderCode(paper.order) + " is not the one on paper");
        }
    }
}

// I13: what came in and stayed is what the tickets are worth and what is still to be given back.
void Oracle::checkMoney()
{
    const EventState& state = m_server.state();
    for (const auto& [id, in] : m_physical.taken) {
        if (m_physical.lostByRestore.contains(id))
            continue;
        const Order* order = state.order(id);
        const Case* of = state.caseOf(CaseId{id.bytes});
        std::int64_t owed = 0;
        if (order)
            owed += order->totalMinor();
        if (of && (!isClosed(of->phase) || of->phase == CasePhase::Closed))
            owed += of->order.tender.paidMinor;
        if (of && of->phase == CasePhase::Exchanged)
            owed += of->refundMinor;
        const bool rolled = (order && order->device && m_physical.rolledBack.contains(*order->device)) ||
                            (of && of->order.device && m_physical.rolledBack.contains(*of->order.device)) ||
                            (!order && !of && !m_physical.rolledBack.empty());
        if (m_physical.kept(id) != owed && !rolled)
            blame("I13: order " + id.toString() +
                  (of      ? " (case in phase " + std::to_string(int(of->phase)) + ")"
                   : order ? " (placed)"
                           : " (nowhere)") +
                  " kept " + std::to_string(m_physical.kept(id)) + " and owes " + std::to_string(owed));
    }
}

// I10, I12: a counter at rest has nothing to send and the same event as the centre.
void Oracle::checkCounter(SimCounter& counter)
{
    const Counter* machine = counter.machineOrNull();
    if (!machine || m_physical.rolledBack.contains(counter.device()))
        return;
    if (machine->lineReport().unsentOps > 0)
        blame("I12: a counter at rest has " + std::to_string(machine->lineReport().unsentOps) + " ops to send");
    const EventState& state = m_server.state();
    const std::vector<SeatView> views = machine->seatViews();
    for (std::uint32_t i = 0; i < views.size(); ++i) {
        const SeatIndex seat{i};
        const bool sold = state.seat(seat).status == SeatStatus::Sold;
        if (sold && views[i].sellable)
            blame("I11: a counter offers " + state.plan().label(seat) + ", which is sold");
        if (state.seat(seat).status == SeatStatus::Free && !views[i].sellable && views[i].mark == SeatMark::Free)
            blame("I11: a counter at rest cannot sell " + state.plan().label(seat) + ", which is free");
    }
    printed(counter);
}

} // namespace parterre::testing
