// What an earlier installation of this counter did and the centre does not know: facts that a new installation tells in
// its place.
#pragma once

#include "sync/counter/journal.h"

#include <map>

namespace parterre {

struct CarriedFact
{
    Command command;
    std::optional<JournalledOutcome> told; // answered before a restore; names the op of the earlier installation
};

// For the streams of `identity`, by event, in the order in which they happened. Pure. What this installation has told
// already is left out; the centre passes over orders it knows from before, by their ids.
Result<std::map<EventId, std::vector<CarriedFact>>> untoldFacts(const JournalContents& contents,
                                                                const DeviceIdentity& identity);

} // namespace parterre
