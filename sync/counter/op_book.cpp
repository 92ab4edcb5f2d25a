// Streams of ops: sealing the next, finding what is to be sent and what the base does not show yet.
#include "sync/counter/op_book.h"

#include "sync/counter/sale_command.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr std::size_t envelopeBytes = 256;    // of a batch around its ops
constexpr std::size_t opOverheadBytes = 128;  // of number, hash and signature around an op's bytes
constexpr std::size_t toldOverheadBytes = 64; // of an outcome around its detail

// Takes the number into the ascending list, or out of it.
void list(std::vector<std::uint64_t>& numbers, std::uint64_t opN, bool listed)
{
    const auto place = std::lower_bound(numbers.begin(), numbers.end(), opN);
    const bool isListed = place != numbers.end() && *place == opN;
    if (listed && !isListed)
        numbers.insert(place, opN);
    if (!listed && isListed)
        numbers.erase(place);
}

bool cameToNothing(const Outcome& outcome)
{
    return outcome.kind == OutcomeKind::Conflict || outcome.kind == OutcomeKind::Quarantined;
}

JournalledOp sealOne(const DeviceIdentity& identity, const SigningKey& key, Op op, const Bytes32& previous)
{
    JournalledOp journalled;
    journalled.event = op.event;
    journalled.installGen = identity.installGen;
    journalled.at = op.at;
    SealedOp& sealed = journalled.sealed;
    sealed.opN = op.opN;
    sealed.bytes = encodeOp(op);
    sealed.hash = opHash(previous, sealed.bytes);
    sealed.signature = key.sign(sealed.hash.data(), sealed.hash.size());
    return journalled;
}

} // namespace

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

bool BookedStream::isAnswered(const BookedOp& booked) const
{
    if (!booked.outcome)
        return false;
    return !log.restored || booked.log == log.log || booked.sealed.opN <= log.inherited.value_or(0);
}

Result<void> OpBook::load(const JournalContents& contents, std::uint32_t installGen)
{
    m_streams.clear();
    ++m_revision;
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
            setOutcome(journalled.event, journalled.outcome, journalled.log);
    for (const LogRecord& log : contents.logs)
        setLog(log);
    return {};
}

JournalledOp OpBook::seal(const DeviceIdentity& identity, const SigningKey& key, EventId event, Command command,
                          const std::string& clerk, Instant at) const
{
    return sealAll(identity, key, event, {std::move(command)}, clerk, at).front();
}

std::vector<JournalledOp> OpBook::sealAll(const DeviceIdentity& identity, const SigningKey& key, EventId event,
                                          const std::vector<Command>& commands, const std::string& clerk,
                                          Instant at) const
{
    const BookedStream* known = stream(event);
    std::uint64_t opN = known ? known->nextOpN() : 1;
    Bytes32 previous = known ? known->lastHash() : Bytes32{};
    std::vector<JournalledOp> sealed;
    for (const Command& command : commands) {
        sealed.push_back(
            sealOne(identity, key, {identity.device, identity.installGen, event, opN++, at, clerk, command}, previous));
        previous = sealed.back().sealed.hash;
    }
    return sealed;
}

void OpBook::add(const JournalledOp& journalled, Op op)
{
    BookedStream& stream = m_streams[journalled.event];
    PARTERRE_REQUIRE(stream.ops.empty() || journalled.sealed.opN == stream.nextOpN());
    if (std::holds_alternative<SealAllotment>(op.command))
        stream.seals.push_back(journalled.sealed.opN);
    stream.ops.push_back({std::move(op), journalled.sealed, std::nullopt, {}, std::nullopt, false});
    ++m_revision;
    ++stream.unanswered;
    stream.unansweredBytes += static_cast<std::uint64_t>(journalled.sealed.bytes.size());
}

void OpBook::setOutcome(EventId event, const Outcome& outcome, LogId log)
{
    BookedStream& stream = m_streams[event];
    BookedOp* booked = stream.find(outcome.opN);
    if (!booked || (booked->outcome && booked->log == log && booked->outcome->kind != OutcomeKind::Contested))
        return;
    const bool before = stream.isAnswered(*booked);
    ++m_revision;
    if (booked->outcome)
        booked->before = booked->outcome->kind;
    booked->outcome = outcome;
    booked->log = log;
    if (!before && stream.isAnswered(*booked)) {
        --stream.unanswered;
        stream.unansweredBytes -= static_cast<std::uint64_t>(booked->sealed.bytes.size());
    }
    list(stream.lostSales, outcome.opN, cameToNothing(outcome) && isLocalSale(booked->op.command));
    list(stream.contested, outcome.opN,
         outcome.kind == OutcomeKind::Contested && soldOrder(booked->op.command) != nullptr);
}

void OpBook::setLog(const LogRecord& log)
{
    BookedStream& stream = m_streams[log.event];
    ++m_revision;
    const bool another = stream.log.log != log.log;
    stream.log = log;
    stream.unanswered = 0;
    stream.unansweredBytes = 0;
    for (BookedOp& booked : stream.ops) {
        booked.shown = booked.shown && !another;
        if (stream.isAnswered(booked))
            continue;
        ++stream.unanswered;
        stream.unansweredBytes += static_cast<std::uint64_t>(booked.sealed.bytes.size());
    }
}

void OpBook::setShown(EventId event, const std::vector<LogEntry>& entries)
{
    BookedStream& stream = m_streams[event];
    ++m_revision;
    for (const LogEntry& entry : entries) {
        if (!std::holds_alternative<AllotmentReturned>(entry.body) || entry.cause.isNull())
            continue;
        for (std::uint64_t opN = stream.firstUnanswered(); BookedOp* booked = stream.find(opN); ++opN)
            booked->shown = booked->shown || (std::holds_alternative<ReturnPlaces>(booked->op.command) &&
                                              causeOf(booked->sealed.hash) == entry.cause);
    }
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

std::uint64_t OpBook::unansweredBytes() const
{
    std::uint64_t bytes = 0;
    for (const auto& [event, stream] : m_streams)
        bytes += stream.unansweredBytes;
    return bytes;
}

std::uint64_t OpBook::waiting() const
{
    std::uint64_t count = 0;
    for (const auto& [event, stream] : m_streams)
        count += stream.quarantined ? 0 : stream.unanswered;
    return count;
}

OpBatch OpBook::nextBatch(const DeviceIdentity& identity, EventId event) const
{
    OpBatch batch{identity.device, identity.installGen, event, {}, {}};
    const BookedStream* known = stream(event);
    if (!known || known->mustProbe())
        return batch;
    const std::uint64_t first = known->firstUnanswered();
    std::size_t bytes = envelopeBytes;
    for (std::uint64_t opN = known->resendFrom ? std::min(first, known->resendFrom) : first;
         const BookedOp* booked = known->find(opN); ++opN) {
        bytes += static_cast<std::size_t>(booked->sealed.bytes.size()) + opOverheadBytes;
        bytes += booked->outcome ? booked->outcome->detail.size() + toldOverheadBytes : 0;
        if (batch.ops.size() == OpBatch::maxOps || (bytes > OpBatch::maxBytes && !batch.ops.empty()))
            break;
        batch.ops.push_back(booked->sealed);
        if (booked->outcome)
            batch.told.push_back(*booked->outcome);
    }
    return batch;
}

namespace {

bool isSeen(const BookedStream& stream, const BookedOp& booked, std::uint64_t cursor)
{
    return stream.isAnswered(booked) && booked.outcome->seq <= cursor;
}

bool isLost(const BookedOp& booked)
{
    return booked.outcome && (booked.outcome->kind == OutcomeKind::Refused || cameToNothing(*booked.outcome));
}

} // namespace

std::vector<const BookedOp*> OpBook::unseenAt(EventId event, std::uint64_t cursor) const
{
    std::vector<const BookedOp*> unseen;
    const BookedStream* known = stream(event);
    if (!known)
        return unseen;
    // Positions of the log grow with the ops, so the first one seen ends the search.
    for (auto it = known->ops.rbegin(); it != known->ops.rend() && !isSeen(*known, *it, cursor); ++it)
        if (!isLost(*it) && !it->shown)
            unseen.push_back(&*it);
    // Tickets were handed over for these places: they stay sold here until a person has settled the case, even those
    // that are still in the allotment.
    for (auto opN = known->lostSales.rbegin(); opN != known->lostSales.rend(); ++opN)
        if (const BookedOp* booked = known->find(*opN))
            unseen.push_back(booked);
    return {unseen.rbegin(), unseen.rend()};
}

std::vector<const BookedOp*> OpBook::unseenSealsAt(EventId event, std::uint64_t cursor) const
{
    std::vector<const BookedOp*> unseen;
    const BookedStream* known = stream(event);
    if (!known)
        return unseen;
    for (const std::uint64_t opN : known->seals)
        if (const BookedOp* booked = known->find(opN); booked && !isSeen(*known, *booked, cursor) && !isLost(*booked))
            unseen.push_back(booked);
    return unseen;
}

std::uint32_t outboxPercent(std::uint64_t ops, std::uint64_t bytes, const OutboxLimits& limits)
{
    const std::uint64_t most = std::max(ops * 100 / limits.ops, bytes * 100 / limits.bytes);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(most, 100));
}

} // namespace parterre
