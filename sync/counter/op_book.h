// OpBook: the counter's ops in memory, one stream an event, exactly as they lie in the journal.
#pragma once

#include "sync/counter/journal.h"
#include "sync/wire/op_batch.h"

#include <deque>
#include <map>

namespace parterre {

struct BookedOp
{
    Op op;
    SealedOp sealed;
    std::optional<Outcome> outcome; // final under the log that gave it (I6), unless it left it open
    LogId log;
    std::optional<OutcomeKind> before; // the answer that this one has taken the place of
    bool shown = false;                // a return the base has taken in already, though its answer is still on its way
};

// The ops of one (device, install generation, event), gap-free.
struct BookedStream
{
    std::deque<BookedOp> ops;
    std::vector<std::uint64_t> lostSales; // facts that came to nothing: their paper is out all the same
    std::vector<std::uint64_t> contested; // sales whose answer left it open; ascending
    std::vector<std::uint64_t> seals;     // ops that seal an allotment
    std::uint64_t unanswered = 0;         // ops without an answer that counts; always the last ones
    std::uint64_t unansweredBytes = 0;
    std::uint64_t resendFrom = 0; // the centre lost answers it had given: push again from here; 0: it did not
    LogRecord log;                // what is followed, and what a restore has kept; see isAnswered()
    bool probe = false;           // ask how far the centre is, without an op
    bool quarantined = false;     // of no use to push any more: the centre's ops and ours are not the same
    bool refused = false;         // the centre takes nothing until a person has looked; it is asked again
    bool awaitsLog = false;       // the centre's log is another one now: nothing is pushed until it has been looked at

    std::uint64_t nextOpN() const { return ops.empty() ? 1 : ops.back().sealed.opN + 1; }
    std::uint64_t head() const { return nextOpN() - 1; }
    Bytes32 lastHash() const { return ops.empty() ? Bytes32{} : ops.back().sealed.hash; }
    const BookedOp* find(std::uint64_t opN) const;
    BookedOp* find(std::uint64_t opN);

    // Is there an answer under the log that is followed? After a restore, answers of the log before count for what the
    // restore has kept.
    bool isAnswered(const BookedOp& booked) const;
    std::uint64_t firstUnanswered() const { return nextOpN() - unanswered; }
    // Nothing but a probe may be pushed: how much a restore has kept must be known first.
    bool mustProbe() const { return probe || (log.restored && !log.inherited); }
    bool hasPush() const { return !quarantined && !awaitsLog && (mustProbe() || unanswered > 0 || resendFrom > 0); }
};

class OpBook
{
public:
    // Corrupt when an op cannot be read or a stream has a gap. Streams of older install generations are left out:
    // they are history.
    Result<void> load(const JournalContents& contents, std::uint32_t installGen);

    // Makes the next op of the stream; changes nothing.
    JournalledOp seal(const DeviceIdentity& identity, const SigningKey& key, EventId event, Command command,
                      const std::string& clerk, Instant at) const;
    // The next ones, in this order.
    std::vector<JournalledOp> sealAll(const DeviceIdentity& identity, const SigningKey& key, EventId event,
                                      const std::vector<Command>& commands, const std::string& clerk, Instant at) const;
    // After the journal has it.
    void add(const JournalledOp& journalled, Op op);
    // Replaces an outcome of another log; one of the same log stays (I6), but for one that left it open.
    void setOutcome(EventId event, const Outcome& outcome, LogId log = {});
    void setLog(const LogRecord& log);
    // The base has these entries. A return among them counts no longer: its units would be missing twice until the
    // answer arrives. Sales are known by their orders, and a seat that is gone twice is gone.
    void setShown(EventId event, const std::vector<LogEntry>& entries);

    const BookedStream* stream(EventId event) const;
    BookedStream& streamFor(EventId event) { return m_streams[event]; }
    const std::map<EventId, BookedStream>& streams() const { return m_streams; }
    std::uint64_t unanswered() const;
    std::uint64_t unansweredBytes() const;
    std::uint64_t waiting() const; // the same, of streams that may be pushed

    // Another number whenever an op or an outcome has come: what follows from them need not be worked out twice.
    std::uint64_t revision() const { return m_revision; }

    // The next push of this stream: within OpBatch's limits, from the first op without an outcome. No ops: a probe.
    OpBatch nextBatch(const DeviceIdentity& identity, EventId event) const;
    // Ops whose effect a base at `cursor` does not show yet, oldest first. Refused and lost ones have none.
    std::vector<const BookedOp*> unseenAt(EventId event, std::uint64_t cursor) const;
    // Of these, the seals.
    std::vector<const BookedOp*> unseenSealsAt(EventId event, std::uint64_t cursor) const;

private:
    std::map<EventId, BookedStream> m_streams;
    std::uint64_t m_revision = 0;
};

// How full the outbox is, in whole per cent: 100 only when it is full (I20).
std::uint32_t outboxPercent(std::uint64_t ops, std::uint64_t bytes, const OutboxLimits& limits);

} // namespace parterre
