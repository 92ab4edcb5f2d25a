// Checks of batches, independent of where they are stored.
#include "server/ledger/batch_check.h"

namespace parterre {

Error unknownEvent(EventId event)
{
    return {ErrorCode::NotFound, "no event " + event.toString()};
}

Error answeredTwice()
{
    return {ErrorCode::Corrupt, "a request was answered twice"};
}

Result<void> checkContinues(const LedgerBatch::Event& event, std::uint64_t headSeq)
{
    const std::string name = "event " + event.event.toString();
    if (event.decoded.size() != event.entries.size())
        return Error{ErrorCode::Corrupt, name + ": the decoded entries are not the encoded ones"};
    std::uint64_t expected = headSeq;
    for (std::size_t i = 0; i < event.entries.size(); ++i) {
        ++expected;
        if (event.entries[i].seq != expected || event.decoded[i].seq != expected)
            return Error{ErrorCode::Corrupt, name + ": entry " + std::to_string(event.entries[i].seq) + " where " +
                                                 std::to_string(expected) + " follows"};
    }
    return {};
}

Result<void> checkNextOp(const StoredOutcome& outcome, std::uint64_t applied)
{
    if (outcome.op.opN == applied + 1 && outcome.outcome.opN == outcome.op.opN)
        return {};
    return Error{ErrorCode::Corrupt, "counter " + outcome.stream.device.toString() + ": op " +
                                         std::to_string(outcome.op.opN) + " where " + std::to_string(applied + 1) +
                                         " follows"};
}

} // namespace parterre
