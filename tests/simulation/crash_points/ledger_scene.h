// LedgerScene: what the server has told the world, at one moment; with a disk, something to begin from again.
#pragma once

#include "server/arbiter/batch_writer.h"
#include "tests/support/virtual_time.h"

#include <map>

namespace parterre::testing {

// The answer to a request with an idempotency key.
struct ToldAnswer
{
    std::optional<ErrorCode> refused;
    std::vector<LogEntry> entries;
    friend bool operator==(const ToldAnswer&, const ToldAnswer&) = default;
};

struct ToldByServer
{
    std::map<EventId, std::map<std::uint64_t, Bytes32>> published; // hash of each entry that followers were sent
    std::map<EventId, std::pair<LogId, std::uint32_t>> logs; // the name they follow, and how often it was restored
    std::map<Bytes16, ToldAnswer> answers;
    std::map<std::pair<OpStreamKey, std::uint64_t>, Outcome> outcomes;
    std::vector<EventId> created;
    friend bool operator==(const ToldByServer&, const ToldByServer&) = default;
};

struct LedgerScene
{
    Instant now;
    ToldByServer told;
    std::uint64_t lives = 0;
    friend bool operator==(const LedgerScene& a, const LedgerScene& b) { return a.told == b.told; }
};

} // namespace parterre::testing
