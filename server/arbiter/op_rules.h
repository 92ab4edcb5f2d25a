// Rules of what an op may carry and how its outcome is told: functions of values, used by OpIntake.
#pragma once

#include "sync/domain/decide.h"
#include "sync/wire/outcome.h"

namespace parterre {

// May a counter's op carry this command in the name of that device? Forbidden for commands that are not a counter's
// and for those that name another device or holder.
Result<void> checkOpCommand(const Command& command, DeviceId device);

// Facts are what happened at the counter: "no" is no answer to them, so one that cannot be understood is quarantined.
bool isFact(const Command& command);
// Does it give places of an allotment back?
bool freesAllotment(const Command& command);

// The outcome (opN left open) of a command that was decided. `entries`: what carried it out; `after`: the state then.
Outcome outcomeOf(const Command& command, const LogEntry* entries, std::size_t count, const EventState& after);
// The outcome of a command that decide() refused.
Outcome outcomeOfRefusal(const Command& command, const Error& refusal, const EventState& after);
Outcome quarantinedOutcome(const Error& error, const EventState& after);

// What an outcome of before a restore promised about this command; nothing of one that left it open.
std::optional<Told> toldOf(const Outcome& outcome, const Command& command);

// A counter was told that this was sold, or sold and lost again, and a restore has lost the claim behind it: the sale as
// the fact it has become.
// Nothing: the command still says it.
std::optional<Command> soldBefore(const Command& command, DeviceId device, const EventState& state);

// The fence of the device's live allotment; 0: none.
Fence liveFence(const EventState& state, DeviceId device);

} // namespace parterre
