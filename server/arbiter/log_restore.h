// restoreLogs(): what must be true of every log before a server may run on a restored backup (design 02, "Recovery").
#pragma once

#include "server/ledger/ledger.h"
#include "sync/base/ports.h"

namespace parterre {

struct RestoredLogs
{
    std::size_t events = 0;
    std::uint32_t logGen = 0; // the same for all
};

// Gives every event a new log id and appends LogRestored with a generation above all before it; all in one commit, so
// that a crash leaves either the backup as it was or a restored ledger. `awaited`: the counters that may have sold since
// the backup. `atLeast`: a generation that was in use on the lost disk, when it is known. Nobody else uses the ledger.
Result<RestoredLogs> restoreLogs(Ledger& ledger, const Clock& clock, Random& random,
                                 const std::vector<DeviceId>& awaited, std::uint32_t atLeast);

// The greatest log generation of any event; 0: none was ever restored. Replays every log.
Result<std::uint32_t> greatestLogGen(Ledger& ledger);

} // namespace parterre
