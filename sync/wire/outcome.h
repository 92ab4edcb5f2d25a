// Outcome: the server's final answer to an op. Stored, immutable, replayed on every repeat (I6).
#pragma once

#include "sync/wire/op.h"

#include <string>
#include <vector>

namespace parterre {

enum class OutcomeKind : std::uint8_t {
    Ok = 0,            // a request was carried out
    Refused = 1,       // a request was not; `error` says why. Final.
    Confirmed = 2,     // a sale under a live fence, or a hold sold
    ConfirmedLate = 3, // a sale under a dead fence whose places were free
    Conflict = 4,      // a sale that lost; a case is open
    Granted = 5,       // an allotment is live: `fence`
    Recorded = 6,      // a fact without effect on seats
    Quarantined = 7,   // not understood; stored whole, a person looks
    Contested = 8,     // a sale that waits for a payment in flight; the log will tell how it ends
};

struct Outcome
{
    std::uint64_t opN = 0;
    OutcomeKind kind = OutcomeKind::Ok;
    ErrorCode error = ErrorCode::Internal; // meaningful for Refused and Quarantined
    std::string detail;
    std::uint64_t seq = 0; // position of the log after this op: a cursor there has seen its effects
    Fence fence;           // of Granted: what is live now, also on a replay
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// The reply to a push.
struct OutcomeBatch
{
    LogId logId;
    std::uint64_t applied = 0; // highest opN with an outcome
    std::uint64_t headSeq = 0;
    std::vector<Outcome> outcomes;
    std::optional<Error> stopped; // gap or fork: the ops from applied + 1 on were not taken
    friend bool operator==(const OutcomeBatch&, const OutcomeBatch&) = default;
};

Bytes encodeOutcome(const Outcome& outcome);
Result<Outcome> decodeOutcome(const Bytes& bytes);
Bytes encodeOutcomeBatch(const OutcomeBatch& batch);
Result<OutcomeBatch> decodeOutcomeBatch(const Bytes& bytes);

} // namespace parterre
