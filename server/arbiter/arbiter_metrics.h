// ArbiterMetrics: what the arbiter has done since it started, as plain numbers for /metrics.
#pragma once

#include <array>
#include <cstdint>

namespace parterre {

// Values counted into buckets by their upper bound (included); the last bucket has none.
struct Histogram
{
    static constexpr std::array<std::uint64_t, 12> bounds{0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1'000, 5'000};
    std::array<std::uint64_t, bounds.size() + 1> counts{};
    std::uint64_t sum = 0;
};

struct ArbiterMetrics
{
    std::uint64_t commands = 0;      // taken from the queue, ops included, sweeps not
    std::uint64_t refused = 0;       // by a rule
    std::uint64_t replayed = 0;      // repeats that got the first answer
    std::uint64_t overloaded = 0;    // turned away because the queue was full
    std::uint64_t entries = 0;       // committed
    std::uint64_t commits = 0;       // that worked
    std::uint64_t failedCommits = 0; // that did not
    std::uint64_t frozenEvents = 0;  // waiting to be reloaded after a failed commit, now
    std::uint64_t queued = 0;        // commands waiting, now
    Histogram batchCommands;         // commands in a batch
    Histogram commitMs;              // how long a commit took, milliseconds
    Histogram queueDelayMs;          // how long the oldest command of a batch can have waited at most, milliseconds
};

} // namespace parterre
