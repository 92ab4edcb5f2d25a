// apply(): folds one entry into the state. Deterministic and total for entries made by decide() on the state before.
#pragma once

#include "sync/domain/event_state.h"

namespace parterre {

// Precondition: entry.seq == state.seq() + 1, and the entry follows from that state (aborts otherwise: a broken log).
void apply(EventState& state, const LogEntry& entry);

// The same, but answers Corrupt instead of aborting: for entries read from outside (disk, network).
Result<void> tryApply(EventState& state, const LogEntry& entry);

// The seats an entry changes, for whoever repaints or publishes; resolved against the state *before* it is applied.
std::vector<SeatIndex> touchedSeats(const EventState& before, const EntryBody& body);

} // namespace parterre
