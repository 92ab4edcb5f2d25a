// What every ledger refuses in a batch, with the same sentences.
#pragma once

#include "server/ledger/ledger.h"

namespace parterre {

Error unknownEvent(EventId event); // NotFound
Error answeredTwice();             // Corrupt

// Corrupt unless the entries are head + 1, head + 2 … and `decoded` are the same ones.
Result<void> checkContinues(const LedgerBatch::Event& event, std::uint64_t headSeq);

// Corrupt unless the op is applied + 1 and the outcome is its own.
Result<void> checkNextOp(const StoredOutcome& outcome, std::uint64_t applied);

} // namespace parterre
