// CrowdRandom: chance for one person of the crowd, keyed by the seed and who it is: the same seed makes the same crowd,
// and one more person changes nobody else.
#pragma once

#include "server/rehearse/ask.h"
#include "sync/base/ports.h"

#include <cstddef>

namespace parterre::rehearsal {

// SplitMix64 (Steele, Lea, Flood 2014): small, quick, the same on every machine.
class CrowdRandom final : public Random
{
public:
    CrowdRandom(std::uint64_t seed, std::uint64_t who);

    void fill(std::uint8_t* out, std::size_t size) override;
    std::uint64_t next();
    double unit();                        // 0 ≤ … < 1
    std::size_t below(std::size_t count); // precondition: count > 0
    bool chance(double probability) { return unit() < probability; }
    // Human times spread like this: most near the median, few much longer. `spread` is the standard deviation of the
    // logarithm; 0.5 puts two thirds between 0.6 and 1.65 of the median.
    Microseconds lognormal(Microseconds median, double spread);
    Microseconds exponential(Microseconds mean);

private:
    double normal();
    std::uint64_t m_state;
};

} // namespace parterre::rehearsal
