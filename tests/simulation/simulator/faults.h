// FaultPlan: which classes of trouble a run has, and how much; drawn from the seed, or given to shrink a failure.
#pragma once

#include "tests/simulation/simulator/choices.h"

#include <array>
#include <vector>

namespace parterre::testing {

enum class FaultKind : std::uint8_t {
    Loss,         // messages vanish, up to 30 %
    Repeat,       // pushes arrive twice, up to 50 %
    Delay,        // and overtake each other
    Partition,    // a line is cut, one way or both, for seconds to hours
    CounterCrash, // at any write of its journal or cache, or between two
    ServerCrash,  // at any write of its ledger
    TornDisk,     // what a crash leaves is torn, or a prefix
    FailedSync,   // a counter's disk says no
    Pause,        // a counter is stopped, or its machine suspended, up to 12 h
    WallClock,    // a counter's wall clock jumps by up to years
    Reboot,       // a counter's clock since boot begins anew
    Restore,      // the server is restored from a backup of earlier
    Rollback,     // a counter's disk is what it was earlier, or runs a second time
    Impatience,   // a supervisor writes off what is not lost
    WrongButton,  // clerks void, give back, press twice, answer "I do not know"
    Drift,        // a counter's clocks run fast or slow, up to 1,000 ppm
    FullDisk,     // a counter's disk has no room
    CentreDisk,   // the centre's disk says no, or has no room
};
inline constexpr std::size_t faultKinds = 18;
const char* nameOf(FaultKind kind);

struct FaultPlan
{
    std::array<bool, faultKinds> on{};
    bool has(FaultKind kind) const { return on[static_cast<std::size_t>(kind)]; }

    // About half of the gentle classes, few of the cruel ones, as the seed says.
    static FaultPlan ofSeed(std::uint64_t seed);
    std::vector<FaultKind> kinds() const;
    std::string names() const; // comma separated; "none"
};

} // namespace parterre::testing
