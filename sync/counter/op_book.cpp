// Streams of ops: sealing the next, finding what is to be sent and what the base does not show yet.
#include "sync/counter/op_book.h"

namespace parterre {

const BookedOp* BookedStream::find(std::uint64_t opN) const
{
    if (ops.empty() || opN < ops.front().sealed.opN || opN > ops.back().sealed.opN)
        return nullptr;
    return &ops[opN - ops.front().sealed.opN];
}

BookedOp* BookedStream::find(std::uint64_t opN)
{
    return const_cast<BookedOp*>(std::as_const(*this).find(opN));
}

Result<void> OpBook::load(const JournalContents& contents, std::uint32_t installGen)
{
    for (const JournalledOp& journalled : contents.ops) {
        if (journalled.installGen != installGen)
            continue;
        Result<Op> op = decodeOp(journalled.sealed.bytes);
        if (!op)
            return Error{ErrorCode::Corrupt, "the journal: " + op.error().detail};
        const BookedStream& stream = m_streams[journalled.event];
        if (!stream.ops.empty() && journalled.sealed.opN != stream.nextOpN())
            return Error{ErrorCode::Corrupt, "the journal misses op " + std::to_string(stream.nextOpN())};
        add(journalled, std::move(*op));
    }
    for (const JournalledOutcome& journalled : contents.outcomes)
        if (journalled.installGen == installGen)
            setOutcome(journalled.event, journalled.outcome);
    return {};
}

JournalledOp OpBook::seal(const DeviceIdentity& identity, const SigningKey& key, EventId event, Command command,
                          const std::string& clerk, Instant at) const
{
    const BookedStream* known = stream(event);
    JournalledOp journalled;
    journalled.event = event;
    journalled.installGen = identity.installGen;
    journalled.at = at;
    SealedOp& sealed = journalled.sealed;
    sealed.opN = known ? known->nextOpN() : 1;
    sealed.bytes = encodeOp(Op{identity.device, identity.installGen, event, sealed.opN, at, clerk, std::move(command)});
    sealed.hash = opHash(known ? known->lastHash() : Bytes32{}, sealed.bytes);
    sealed.signature = key.sign(sealed.hash.data(), sealed.hash.size());
    return journalled;
}

void OpBook::add(const JournalledOp& journalled, Op op)
{
    BookedStream& stream = m_streams[journalled.event];
    PARTERRE_REQUIRE(stream.ops.empty() || journalled.sealed.opN == stream.nextOpN());
    stream.ops.push_back({std::move(op), journalled.sealed, std::nullopt});
    ++stream.unanswered;
}

void OpBook::setOutcome(EventId event, const Outcome& outcome)
{
    BookedStream& stream = m_streams[event];
    BookedOp* booked = stream.find(outcome.opN);
    if (!booked)
        return;
    stream.unanswered -= booked->outcome ? 0 : 1;
    const bool cameToNothing = outcome.kind == OutcomeKind::Conflict || outcome.kind == OutcomeKind::Quarantined;
    if (!booked->outcome && cameToNothing && std::holds_alternative<SellAllotted>(booked->op.command))
        stream.lostSales.push_back(outcome.opN);
    booked->outcome = outcome;
}

const BookedStream* OpBook::stream(EventId event) const
{
    const auto found = m_streams.find(event);
    return found == m_streams.end() ? nullptr : &found->second;
}

std::uint64_t OpBook::unanswered() const
{
    std::uint64_t count = 0;
    for (const auto& [event, stream] : m_streams)
        count += stream.unanswered;
    return count;
}

namespace {

// Outcomes come in order, so the ops without one are the last ones.
std::uint64_t firstToSend(const BookedStream& stream)
{
    const std::uint64_t first = stream.nextOpN() - stream.unanswered;
    return stream.resendFrom ? std::min(first, stream.resendFrom) : first;
}

constexpr std::size_t envelopeBytes = 256;   // of a batch around its ops
constexpr std::size_t opOverheadBytes = 128; // of number, hash and signature around an op's bytes

} // namespace

OpBatch OpBook::nextBatch(const DeviceIdentity& identity, EventId event) const
{
    OpBatch batch{identity.device, identity.installGen, event, {}};
    const BookedStream* known = stream(event);
    if (!known || known->quarantined)
        return batch;
    std::size_t bytes = envelopeBytes;
    for (std::uint64_t opN = firstToSend(*known); const BookedOp* booked = known->find(opN); ++opN) {
        bytes += static_cast<std::size_t>(booked->sealed.bytes.size()) + opOverheadBytes;
        if (batch.ops.size() == OpBatch::maxOps || (bytes > OpBatch::maxBytes && !batch.ops.empty()))
            break;
        batch.ops.push_back(booked->sealed);
    }
    return batch;
}

std::vector<const BookedOp*> OpBook::unseenAt(EventId event, std::uint64_t cursor) const
{
    std::vector<const BookedOp*> unseen;
    const BookedStream* known = stream(event);
    if (!known)
        return unseen;
    // Positions of the log grow with the ops, so the first one seen ends the search.
    for (auto it = known->ops.rbegin(); it != known->ops.rend(); ++it) {
        if (it->outcome && it->outcome->seq <= cursor)
            break;
        const bool lost =
            it->outcome && (it->outcome->kind == OutcomeKind::Refused || it->outcome->kind == OutcomeKind::Conflict ||
                            it->outcome->kind == OutcomeKind::Quarantined);
        if (!lost)
            unseen.push_back(&*it);
    }
    // Tickets were handed over for these places: they stay sold here until a person has settled the case, even those
    // that are still in the allotment.
    for (auto opN = known->lostSales.rbegin(); opN != known->lostSales.rend(); ++opN)
        if (const BookedOp* booked = known->find(*opN))
            unseen.push_back(booked);
    return {unseen.rbegin(), unseen.rend()};
}

} // namespace parterre
