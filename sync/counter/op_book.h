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
    std::optional<Outcome> outcome; // final
};

// The ops of one (device, install generation, event), gap-free.
struct BookedStream
{
    std::deque<BookedOp> ops;
    std::vector<std::uint64_t>
        lostSales;                // sales from the allotment that came to nothing: their paper is out all the same
    std::uint64_t unanswered = 0; // ops without an outcome
    std::uint64_t resendFrom = 0; // the centre lost answers it had given: push again from here; 0: it did not
    bool quarantined = false;     // a fork: nothing more is pushed

    std::uint64_t nextOpN() const { return ops.empty() ? 1 : ops.back().sealed.opN + 1; }
    Bytes32 lastHash() const { return ops.empty() ? Bytes32{} : ops.back().sealed.hash; }
    const BookedOp* find(std::uint64_t opN) const;
    BookedOp* find(std::uint64_t opN);
};

class OpBook
{
public:
    static constexpr std::uint64_t maxUnanswered = 50'000; // I20: at the bound the counter refuses

    // Corrupt when an op cannot be read or a stream has a gap. Streams of older install generations are left out:
    // they are history.
    Result<void> load(const JournalContents& contents, std::uint32_t installGen);

    // Makes the next op of the stream; changes nothing.
    JournalledOp seal(const DeviceIdentity& identity, const SigningKey& key, EventId event, Command command,
                      const std::string& clerk, Instant at) const;
    // After the journal has it.
    void add(const JournalledOp& journalled, Op op);
    void setOutcome(EventId event, const Outcome& outcome);

    const BookedStream* stream(EventId event) const;
    BookedStream& streamFor(EventId event) { return m_streams[event]; }
    const std::map<EventId, BookedStream>& streams() const { return m_streams; }
    std::uint64_t unanswered() const;
    bool isFull() const { return unanswered() >= maxUnanswered; }

    // The next push of this stream: within OpBatch's limits, from the first op without an outcome. No ops: nothing to
    // do.
    OpBatch nextBatch(const DeviceIdentity& identity, EventId event) const;
    // Ops whose effect a base at `cursor` does not show yet, oldest first. Refused and lost ones have none.
    std::vector<const BookedOp*> unseenAt(EventId event, std::uint64_t cursor) const;

private:
    std::map<EventId, BookedStream> m_streams;
};

} // namespace parterre
