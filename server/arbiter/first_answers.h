// FirstAnswers: idempotency. Finds the first answer to a key, in the batch being collected or in the ledger.
#pragma once

#include "server/arbiter/deliveries.h"
#include "server/arbiter/live_event.h"

#include <map>

namespace parterre {

class FirstAnswers
{
public:
    explicit FirstAnswers(Ledger& ledger) : m_ledger(ledger) {}

    // What to answer a request whose key has been used: the first answer again, IdempotencyMismatch for another
    // request, or why the ledger cannot tell. Nothing: the key is new. Precondition: the request has a key.
    std::optional<CommandAnswer> find(const CommandRequest& request, const LiveEvent& event, const LedgerBatch& batch);

    // Adds the answer to the batch: carried out by the entries firstSeq … state.seq() of the event, or refused.
    void add(const CommandRequest& request, const LiveEvent& event, Instant now, std::uint64_t firstSeq,
             const std::optional<Error>& refused, LedgerBatch& batch);

    void batchEnded() { m_inBatch.clear(); }

private:
    CommandAnswer again(const StoredAnswer& first, const LiveEvent& event);
    CommandAnswer fromLog(const StoredAnswer& first, const LiveEvent& event);

    Ledger& m_ledger;
    std::map<Bytes16, std::size_t> m_inBatch; // place in the answers of the batch
};

} // namespace parterre
