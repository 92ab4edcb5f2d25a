// Snapshot: the whole state of an event at one position, to start a new or far-behind counter without replaying.
#pragma once

#include "sync/domain/event_state.h"
#include "sync/wire/op.h"

namespace parterre {

struct Snapshot
{
    LogId logId;
    Bytes32 headHash{}; // hash chain value at state.seq()
    EventState state;
};

// The plan is not inside; it is named by its PlanId (in the terms) and travels separately.
Bytes encodeSnapshot(const Snapshot& snapshot);
// The decoded state has passed audit(). Error: Malformed, or Corrupt when it contradicts itself or the plan.
Result<Snapshot> decodeSnapshot(const Bytes& bytes, SeatPlanPtr plan);

Bytes encodePlan(const SeatPlanParts& parts);
Result<SeatPlanParts> decodePlan(const Bytes& bytes);
// BLAKE2b-128 of the encoded plan: the identity of a published revision.
PlanId planIdOf(const SeatPlanParts& parts);

Bytes encodeTerms(const EventTerms& terms);
Result<EventTerms> decodeTerms(const Bytes& bytes);

} // namespace parterre
