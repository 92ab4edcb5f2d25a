// What an earlier installation of this counter sold and never told: facts that a new installation tells in its place.
#pragma once

#include "sync/counter/journal.h"

#include <map>

namespace parterre {

// Commands for the stream of `identity`, by event, in the order in which they happened. Pure. Orders that this
// installation has told already are left out; the centre passes over those it knows from before, by their ids.
Result<std::map<EventId, std::vector<Command>>> untoldFacts(const JournalContents& contents,
                                                            const DeviceIdentity& identity);

} // namespace parterre
