// LogReplay: makes the state of an event from its log in the ledger, believing nothing it reads.
#pragma once

#include "server/ledger/ledger.h"
#include "sync/domain/event_state.h"

#include <unordered_map>

namespace parterre {

// Keeps one copy of every plan it has read, shared by all events on it.
class LogReplay
{
public:
    explicit LogReplay(Ledger& ledger) : m_ledger(ledger) {}

    // NotFound, or Corrupt when the stored bytes are not a plan.
    Result<SeatPlanPtr> plan(PlanId id);

    // Folds the whole log, checks that it is gap-free, hash-linked and ends where the record says, and audits the
    // state. Corrupt: "event <id>, entry <seq>: <what>".
    Result<EventState> state(const EventRecord& record);

private:
    Result<void> fold(const EventRecord& record, EventState& state, Bytes32& hash);

    Ledger& m_ledger;
    std::unordered_map<PlanId, SeatPlanPtr> m_plans;
};

} // namespace parterre
