// LogPage: a stretch of an event log as a puller gets it.
#pragma once

#include "sync/wire/op.h"

namespace parterre {

struct LogPage
{
    static constexpr std::size_t maxBytes = 1024 * 1024;
    LogId logId;
    std::uint64_t headSeq = 0; // of the log; entries may end before it (pull again)
    std::vector<LogEntry> entries;
    friend bool operator==(const LogPage&, const LogPage&) = default;
};

Bytes encodeLogPage(const LogPage& page);
Result<LogPage> decodeLogPage(const Bytes& bytes);

// One entry body as it is stored in the ledger and the cache.
Bytes encodeEntry(const EntryBody& body);
Result<EntryBody> decodeEntry(const Bytes& bytes);

} // namespace parterre
