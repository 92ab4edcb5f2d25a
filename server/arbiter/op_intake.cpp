// OpIntake: one op after the other, each with its outcome, until the stream has to stop.
#include "server/arbiter/op_intake.h"

#include "server/arbiter/op_rules.h"

#include <algorithm>

namespace parterre {
namespace {

// The op inside, when it says what its envelope says and this device may ask for it.
Result<Op> understood(const SealedOp& sealed, const OpStreamKey& key)
{
    Result<Op> op = decodeOp(sealed.bytes);
    if (!op)
        return op;
    if (op->device != key.device || op->installGen != key.installGen || op->event != key.event || op->opN != sealed.opN)
        return Error{ErrorCode::Malformed, "op: names another stream or number than it came under"};
    if (Result<void> allowed = checkOpCommand(op->command, key.device); !allowed)
        return allowed.error();
    return op;
}

// An outcome of the batch that is not in the ledger yet.
const StoredOutcome* findPending(const LedgerBatch& batch, const OpStreamKey& key, std::uint64_t opN)
{
    for (const StoredOutcome& stored : batch.outcomes)
        if (stored.op.opN == opN && stored.stream == key)
            return &stored;
    return nullptr;
}

} // namespace

Result<OutcomeBatch> OpIntake::take(const OpBatch& ops, LiveEvent& event, Instant now, LedgerBatch& batch)
{
    if (ops.ops.size() > OpBatch::maxOps)
        return Error{ErrorCode::TooLarge, "more than 200 ops"};
    m_key = {ops.device, ops.installGen, ops.event};
    const Result<OpStream*> stream = streamOf(m_key);
    if (!stream)
        return stream.error();
    m_stream = *stream;
    m_told = event.state().logGen() > 0 ? &ops.told : nullptr; // only a restore makes the centre forget
    OutcomeBatch reply;
    for (const SealedOp& op : ops.ops) {
        const Result<Next> next = takeOne(op, event, now, batch, reply);
        if (!next)
            return next.error();
        if (*next == Next::Stop)
            break;
    }
    reply.logId = event.record().logId;
    reply.applied = m_stream->applied;
    reply.headSeq = event.state().seq();
    return reply;
}

void OpIntake::failed()
{
    for (const OpStreamKey& key : m_touched) {
        m_streams.erase(key);
        m_forked.erase({key.device, key.installGen});
    }
    m_touched.clear();
}

Result<bool> OpIntake::isForked(DeviceId device, std::uint32_t installGen)
{
    if (const auto found = m_forked.find({device, installGen}); found != m_forked.end())
        return found->second;
    const Result<bool> stored = m_ledger.isQuarantined(device, installGen);
    if (stored)
        m_forked.emplace(std::pair(device, installGen), *stored);
    return stored;
}

Result<OpStream*> OpIntake::streamOf(const OpStreamKey& key)
{
    if (const auto found = m_streams.find(key); found != m_streams.end())
        return &found->second;
    const Result<OpStream> stored = m_ledger.opStream(key);
    if (!stored)
        return stored.error();
    return &m_streams.emplace(key, *stored).first->second;
}

Result<OpIntake::Next> OpIntake::takeOne(const SealedOp& op, LiveEvent& event, Instant now, LedgerBatch& batch,
                                         OutcomeBatch& reply)
{
    OpStream& at = *m_stream;
    if (at.quarantined || isAlarmed(event.state())) {
        reply.stopped = Error{ErrorCode::Quarantined, "this device's ops are not taken until a person has looked"};
        return Next::Stop;
    }
    if (op.opN == 0 || op.opN > at.applied + 1) {
        reply.stopped = Error{ErrorCode::OpGap, "expected op " + std::to_string(at.applied + 1)};
        return Next::Stop;
    }
    if (op.opN <= at.applied)
        return repeat(op, event, batch, reply);
    if (opHash(at.lastHash, op.bytes) != op.hash)
        return fork(op, batch, reply);
    Outcome outcome = effect(op, event, now);
    outcome.opN = op.opN;
    m_touched.push_back(m_key);
    at.applied = op.opN;
    at.lastHash = op.hash;
    reply.outcomes.push_back(outcome);
    batch.outcomes.push_back({m_key, op, std::move(outcome)});
    return Next::Continue;
}

Result<OpIntake::Next> OpIntake::repeat(const SealedOp& op, const LiveEvent& event, LedgerBatch& batch,
                                        OutcomeBatch& reply)
{
    std::optional<StoredOutcome> first;
    if (const StoredOutcome* pending = findPending(batch, m_key, op.opN)) {
        first = *pending;
    } else {
        Result<std::optional<StoredOutcome>> stored = m_ledger.outcome(m_key, op.opN);
        if (!stored)
            return stored.error();
        first = std::move(*stored);
    }
    if (!first)
        return Error{ErrorCode::Corrupt, "op " + std::to_string(op.opN) + " was applied but has no outcome"};
    if (first->op.hash != op.hash || first->op.bytes != op.bytes)
        return fork(op, batch, reply);
    if (first->outcome.kind == OutcomeKind::Granted)
        first->outcome.fence = liveFence(event.state(), m_key.device);
    reply.outcomes.push_back(std::move(first->outcome));
    return Next::Continue;
}

OpIntake::Next OpIntake::fork(const SealedOp& op, LedgerBatch& batch, OutcomeBatch& reply)
{
    m_touched.push_back(m_key);
    m_stream->quarantined = true;
    m_forked[{m_key.device, m_key.installGen}] = true;
    batch.quarantined.push_back(m_key);
    reply.stopped =
        Error{ErrorCode::OpFork, "op " + std::to_string(op.opN) + " is not the one known here, or follows another"};
    return Next::Stop;
}

bool OpIntake::isAlarmed(const EventState& state) const
{
    return std::any_of(state.alarms().begin(), state.alarms().end(), [this](const auto& open) {
        return open.second.kind == AlarmKind::Fork && open.second.device == m_key.device;
    });
}

Outcome OpIntake::effect(const SealedOp& sealed, LiveEvent& event, Instant now)
{
    const CauseId cause = causeOf(sealed.hash);
    const Result<Op> op = understood(sealed, m_key);
    if (!op)
        return quarantine(op.error(), sealed, event, now);
    const Outcome* told = toldBefore(sealed.opN);
    if (told && told->kind == OutcomeKind::Refused)
        return outcomeOfRefusal(op->command, {told->error, told->detail}, event.state());
    Command command = op->command;
    const std::optional<Told> before = told ? toldOf(*told, command) : std::nullopt;
    if (before)
        if (std::optional<Command> fact = soldBefore(command, m_key.device, event.state()))
            command = std::move(*fact);
    const Result<Stretch> done = event.run(command, cause, now, before);
    if (!done && isFact(command) && done.error().code != ErrorCode::Quarantined)
        return quarantine(done.error(), sealed, event, now);
    if (!done)
        return outcomeOfRefusal(command, done.error(), event.state());
    return outcomeOf(command, event.pending().decoded.data() + done->first, done->count, event.state());
}

// Stored whole, without effect; a person has to look, and until then this counter's returns free nothing.
Outcome OpIntake::quarantine(const Error& error, const SealedOp& op, LiveEvent& event, Instant now)
{
    const RaiseAlarm alarm{AlarmKind::OpNotUnderstood, m_key.device,
                           "op " + std::to_string(op.opN) + ": " + error.detail};
    (void)event.run(alarm, causeOf(op.hash), now);
    return quarantinedOutcome(error, event.state());
}

const Outcome* OpIntake::toldBefore(std::uint64_t opN) const
{
    if (!m_told)
        return nullptr;
    const auto found =
        std::find_if(m_told->begin(), m_told->end(), [opN](const Outcome& outcome) { return outcome.opN == opN; });
    return found == m_told->end() ? nullptr : &*found;
}

} // namespace parterre
