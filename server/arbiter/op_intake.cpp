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
    const Result<Stream*> stream = streamOf(m_key);
    if (!stream)
        return stream.error();
    m_stream = *stream;
    OutcomeBatch reply;
    for (const SealedOp& op : ops.ops) {
        const Result<Next> next = takeOne(op, event, now, batch, reply);
        if (!next)
            return next.error();
        if (*next == Next::Stop)
            break;
    }
    reply.logId = event.record().logId;
    reply.applied = m_stream->at.applied;
    reply.headSeq = event.state().seq();
    return reply;
}

void OpIntake::failed()
{
    for (const OpStreamKey& key : m_touched)
        m_streams.erase(key);
    m_touched.clear();
}

Result<OpIntake::Stream*> OpIntake::streamOf(const OpStreamKey& key)
{
    if (const auto found = m_streams.find(key); found != m_streams.end())
        return &found->second;
    const Result<OpStream> stored = m_ledger.opStream(key);
    if (!stored)
        return stored.error();
    return &m_streams.emplace(key, Stream{*stored, std::nullopt}).first->second;
}

Result<OpIntake::Next> OpIntake::takeOne(const SealedOp& op, LiveEvent& event, Instant now, LedgerBatch& batch,
                                         OutcomeBatch& reply)
{
    OpStream& at = m_stream->at;
    if (at.quarantined) {
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
    Result<Outcome> outcome = effect(op, event, now, batch);
    if (!outcome)
        return outcome.error();
    outcome->opN = op.opN;
    if (outcome->kind == OutcomeKind::Quarantined)
        m_stream->clean = false;
    m_touched.push_back(m_key);
    at.applied = op.opN;
    at.lastHash = op.hash;
    reply.outcomes.push_back(*outcome);
    batch.outcomes.push_back({m_key, op, std::move(*outcome)});
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
    m_stream->at.quarantined = true;
    batch.quarantined.push_back(m_key);
    reply.stopped =
        Error{ErrorCode::OpFork, "op " + std::to_string(op.opN) + " is not the one known here, or follows another"};
    return Next::Stop;
}

Result<Outcome> OpIntake::effect(const SealedOp& sealed, LiveEvent& event, Instant now, const LedgerBatch& batch)
{
    const Result<Op> op = understood(sealed, m_key);
    if (!op)
        return quarantinedOutcome(op.error(), event.state());
    if (freesAllotment(op->command)) {
        const Result<bool> clean = isClean(batch);
        if (!clean)
            return clean.error();
        if (!*clean)
            return quarantinedOutcome({ErrorCode::Quarantined, "an earlier op of this counter waits for a person"},
                                      event.state());
    }
    const Result<Stretch> done = event.run(op->command, causeOf(sealed.hash), now);
    if (!done)
        return outcomeOfRefusal(op->command, done.error(), event.state());
    return outcomeOf(op->command, event.pending().decoded.data() + done->first, done->count, event.state());
}

Result<bool> OpIntake::isClean(const LedgerBatch& batch)
{
    if (m_stream->clean)
        return *m_stream->clean;
    for (std::uint64_t opN = 1; opN <= m_stream->at.applied; ++opN) {
        if (findPending(batch, m_key, opN))
            continue; // one that was not understood would have said so
        const Result<std::optional<StoredOutcome>> stored = m_ledger.outcome(m_key, opN);
        if (!stored)
            return stored.error();
        if (!*stored || (*stored)->outcome.kind == OutcomeKind::Quarantined) {
            m_stream->clean = false;
            return false;
        }
    }
    m_stream->clean = true;
    return true;
}

} // namespace parterre
