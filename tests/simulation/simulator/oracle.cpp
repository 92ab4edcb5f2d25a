// The centre: its log, entry by entry, and its answers.
#include "tests/simulation/simulator/oracle.h"

#include "sync/counter/sale_command.h"
#include "sync/domain/apply.h"
#include "tests/simulation/simulator/trace.h"

namespace parterre::testing {
namespace {

bool hasPaidBack(const Case& of)
{
    return of.phase == CasePhase::Refunded || (of.phase == CasePhase::Exchanged && of.refundMinor == 0);
}

} // namespace

void Oracle::blame(std::string what)
{
    if (m_broken.empty())
        m_broken = std::move(what);
}

void Oracle::committed(const CommittedEntries& stretch)
{
    if (!m_state && stretch.created) {
        m_state.emplace(stretch.created->planPtr());
        m_model.emplace(m_state->plan());
        m_logId = stretch.logId;
    }
    if (!m_state)
        return;
    if (stretch.logId != m_logId)
        return blame("I9: entries of another log");
    ++m_batches;
    for (std::size_t i = 0; i < stretch.entries.size(); ++i) {
        const LogEntry& entry = stretch.entries[i];
        const StoredEntry& stored = stretch.stored[i];
        if (entry.seq != m_seq + 1)
            return blame("I9: entry " + std::to_string(entry.seq) + " follows " + std::to_string(m_seq));
        if (entryHash(m_hash, stored.seq, stored.at, stored.cause, stored.body) != stored.hash)
            return blame("I9: the hash chain breaks at entry " + std::to_string(entry.seq));
        if (trace)
            trace(traceOf(entry));
        look(entry);
        if (Result<void> applied = tryApply(*m_state, entry); !applied)
            return blame("I1: " + applied.error().detail);
        if (const std::string wrong = m_model->fold(entry, entry.at, wasTold(entry.cause)); !wrong.empty())
            return blame("I1: the model says of entry " + std::to_string(entry.seq) + ": " + wrong);
        m_seq = entry.seq;
        m_hash = stored.hash;
        m_firstDigest.try_emplace(m_logId, m_seq);
        m_digests[m_logId].push_back(m_state->digest());
        if (m_seq % 16 == 0)
            checkModel();
    }
    if (m_awaiting && m_state->awaited().empty()) {
        m_awaiting = false;
        m_situations.met("frozen, then thawed");
    }
}

// I1, I3, I13: two folds that share no code agree, and the real one with itself.
void Oracle::checkModel()
{
    if (const std::string wrong = m_state->audit(); !wrong.empty())
        blame("I1: " + wrong);
    if (const std::string wrong = m_model->compare(*m_state); !wrong.empty())
        blame("I1: " + wrong);
}

bool Oracle::wasTold(CauseId cause) const
{
    const auto word = m_words.find(cause);
    return word != m_words.end() && word->second.told;
}

// What an entry may do, seen from the state before it.
void Oracle::look(const LogEntry& entry)
{
    onlyOnce(entry);
    const Fence fresh{(std::uint64_t{m_state->logGen()} << 40) | entry.seq};
    if (const auto* back = std::get_if<AllotmentReturned>(&entry.body))
        mayFree(entry, back->fence, &back->places);
    if (const auto* closed = std::get_if<AllotmentClosed>(&entry.body)) {
        mayFree(entry, closed->fence, nullptr);
        ended(closed->fence);
    }
    if (const auto* limbo = std::get_if<AllotmentLimbo>(&entry.body))
        ended(limbo->fence);
    if (const auto* grant = std::get_if<AllotmentGranted>(&entry.body))
        granted(grant->places, fresh);
    if (const auto* renewed = std::get_if<AllotmentRenewed>(&entry.body)) {
        granted(renewed->added, fresh);
        ended(renewed->fence);
    }
    if (const auto* forced = std::get_if<AllotmentForced>(&entry.body)) {
        const WriteOff& risk = forced->signedOff;
        if (risk.by.empty() || risk.reason.empty())
            blame("I4: a write-off without a name or a reason");
        const Allotment* allotment = m_state->allotment(risk.fence);
        m_physical.writtenOff.push_back(
            {allotment ? allotment->first : risk.fence, risk.fence, risk.device, risk.places, entry.seq, false});
        ended(risk.fence);
    }
    if (const auto* voided = std::get_if<TicketsVoided>(&entry.body))
        m_voided.insert(voided->order);
    count(entry);
}

// I5: what one op has caused lies in one stretch of the log.
void Oracle::onlyOnce(const LogEntry& entry)
{
    const auto word = m_words.find(entry.cause);
    if (word == m_words.end())
        return;
    std::uint64_t& last = word->second.lastSeq;
    if (last != 0 && last + 1 != entry.seq)
        blame("I5: an op has taken effect at entry " + std::to_string(last) + " and again at " +
              std::to_string(entry.seq));
    last = entry.seq;
}

// I4, I19: places leave an allotment by the word of its own counter, whose stream is clean.
void Oracle::mayFree(const LogEntry& entry, Fence fence, const Places* places)
{
    const Allotment* allotment = m_state->allotment(fence);
    if (!allotment)
        return blame("I4: an allotment ends that is not there");
    const auto word = m_words.find(entry.cause);
    if (word == m_words.end() || word->second.device != allotment->device)
        return blame("I4: places leave an allotment without its counter's word");
    if (!places && m_state->isTainted(allotment->device))
        blame("I19: a suspect counter seals");
    if (!places && !allotment->reachable)
        m_situations.met("sealed during a partition");
    if (!places && allotment->phase == AllotmentPhase::Limbo)
        m_situations.met("sealed out of limbo");
    if (places && !allotment->recalled.empty())
        m_situations.met("recall answered with places");
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
    const auto rolledBack = m_rolledBackTo.find(batch.device);
    for (const SealedOp& sealed : batch.ops) {
        const auto [word, fresh] = m_words.try_emplace(causeOf(sealed.hash), Word{batch.device, 0});
        const bool told = std::any_of(batch.told.begin(), batch.told.end(),
                                      [&sealed](const Outcome& one) { return one.opN == sealed.opN; });
        word->second.told = word->second.told || told; // a copy of an older push may have overtaken
        if (!fresh || rolledBack == m_rolledBackTo.end())
            continue;
        std::uint64_t head = 0;
        for (const GuardMark& mark : rolledBack->second)
            head = mark.installGen == batch.installGen ? mark.opN : head;
        const Result<Op> op = decodeOp(sealed.bytes);
        if (!op || sealed.opN <= head)
            continue;
        if (std::holds_alternative<SealAllotment>(op->command) || std::holds_alternative<ReturnPlaces>(op->command))
            blame("I19: a counter seals that must know that its journal is behind");
        if (std::holds_alternative<SellAllotted>(op->command) || std::holds_alternative<SellProvisional>(op->command))
            blame("I19: a counter sells off line that must know that its journal is behind");
    }
    for (const Outcome& told : batch.told)
        if (told.kind == OutcomeKind::Confirmed || told.kind == OutcomeKind::ConfirmedLate)
            promised(batch, told.opN);
    if (!batch.told.empty())
        m_situations.met("pushed again after a restore");
}

void Oracle::answered(const OpBatch& batch, const OutcomeBatch& answer)
{
    if (answer.stopped && answer.stopped->code == ErrorCode::OpFork && !m_physical.rolledBack.contains(batch.device))
        blame("I18: a fork of a counter whose disk is sound");
    if (trace && answer.stopped)
        trace("ops of" + batch.device.toString().substr(28) + " stop after " + std::to_string(answer.applied) + ": " +
              answer.stopped->detail);
    for (const Outcome& outcome : answer.outcomes) {
        if (trace)
            trace("op " + std::to_string(outcome.opN) + " of" + batch.device.toString().substr(28) + ": outcome " +
                  std::to_string(int(outcome.kind)) + " " + outcome.detail);
        const OutcomeKey key{answer.logId, batch.device, batch.installGen, outcome.opN};
        const auto [known, fresh] = m_outcomes.emplace(key, outcome);
        Outcome first = known->second;
        first.fence = outcome.fence; // a replayed grant names what is live now
        if (!fresh && first != outcome)
            blame("I6: op " + std::to_string(outcome.opN) + " got another outcome");
        if (outcome.kind == OutcomeKind::Granted)
            checkGrant(outcome);
        if (fresh && outcome.kind == OutcomeKind::Contested)
            m_situations.met("op answered: contested");
        if (fresh)
            checkTold(batch, outcome);
    }
}

// A request is answered with what is live now: at least it was before this batch of the arbiter.
void Oracle::checkGrant(const Outcome& outcome)
{
    const auto end = m_endedAt.find(outcome.fence);
    if (end != m_endedAt.end() && end->second < m_batches)
        blame("I4: a request is answered with fence " + std::to_string(outcome.fence.value) + ", which is dead");
}

// I6 across a restore: what a counter was told is done, or refused, stays so.
void Oracle::checkTold(const OpBatch& batch, const Outcome& outcome)
{
    for (const Outcome& told : batch.told) {
        if (told.opN != outcome.opN)
            continue;
        const bool sold = told.kind == OutcomeKind::Confirmed || told.kind == OutcomeKind::ConfirmedLate;
        const bool stays = outcome.kind == OutcomeKind::Confirmed || outcome.kind == OutcomeKind::ConfirmedLate;
        if (sold && stays)
            m_situations.met("told outcome honoured");
        if (told.kind == OutcomeKind::Refused && outcome.kind != OutcomeKind::Refused)
            blame("I6: op " + std::to_string(outcome.opN) + " was refused before the restore, and is not any more");
    }
}

void Oracle::promised(const OpBatch& batch, std::uint64_t opN)
{
    for (const SealedOp& sealed : batch.ops) {
        const Result<Op> op = sealed.opN == opN ? decodeOp(sealed.bytes) : Result<Op>(Error{});
        if (!op)
            continue;
        if (const Order* order = soldOrder(op->command))
            m_promised.insert(order->id);
    }
}

void Oracle::backedUp()
{
    m_modelOfBackup = m_model;
}

// Under its old name a log goes on where it was; under a new one from where the backup was.
void Oracle::restored()
{
    if (m_server.logId() == m_logId)
        return;
    if (trace)
        trace("restored to entry " + std::to_string(m_server.state().seq()));
    m_logId = m_server.logId();
    m_state.emplace(m_server.state());
    m_model = m_modelOfBackup;
    const LogRestored mark{m_state->logGen(), {m_state->awaited().begin(), m_state->awaited().end()}};
    (void)m_model->fold({m_state->seq(), {}, {}, mark}, {});
    checkModel();
    m_seq = m_state->seq();
    m_firstDigest[m_logId] = m_seq;
    m_digests[m_logId] = {m_state->digest()};
    // The chain goes on from what the ledger says; its hash is checked by the arbiter when it loads.
    m_hash = m_server.headHash();
    for (auto& [cause, word] : m_words)
        word.lastSeq = 0;
    m_awaiting = !m_state->awaited().empty();
    for (const OrderId id : std::exchange(m_physical.unclearAfterRestore, {}))
        if (const Case* of = m_state->caseOf(CaseId{id.bytes}); !of || !hasPaidBack(*of))
            m_physical.moneyUnclear.insert(id);
    for (WrittenOff& risk : m_physical.writtenOff)
        risk.isForgotten = risk.isForgotten || risk.seq > m_seq;
}

} // namespace parterre::testing
