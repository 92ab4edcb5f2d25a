// KeyedRandom: small, fast, seeded random numbers, the same on every machine, so that a failing run can be repeated.
#pragma once

#include <cstdint>
#include <vector>

namespace parterre::testing {

// SplitMix64 (Steele, Lea, Flood 2014). One key gives one stream.
class KeyedRandom
{
public:
    KeyedRandom(std::uint64_t seed, std::uint64_t key) : m_state(seed ^ (key * 0x9E3779B97F4A7C15ULL)) {}

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    // 0 … count − 1. Precondition: count > 0.
    std::uint64_t below(std::uint64_t count) { return next() % count; }
    // low … high, both included.
    std::uint64_t between(std::uint64_t low, std::uint64_t high) { return low + below(high - low + 1); }
    // True `one` times in `of`.
    bool chance(std::uint64_t one, std::uint64_t of) { return below(of) < one; }
    template <typename T>
    const T& pick(const std::vector<T>& from)
    {
        return from[below(from.size())];
    }

private:
    std::uint64_t m_state;
};

} // namespace parterre::testing
