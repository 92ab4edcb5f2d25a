// Choices: every random draw of a run, keyed by who draws and what for, so that taking one fault away moves no other.
#pragma once

#include "tests/support/keyed_random.h"

#include <map>
#include <string>

namespace parterre::testing {

// Draws of one node for one purpose are numbered; the number, not the time, decides what is drawn.
class Choices
{
public:
    explicit Choices(std::uint64_t seed) : m_seed(seed) {}

    KeyedRandom next(std::uint64_t node, const std::string& purpose)
    {
        std::uint64_t key = node * 1'000'003 + m_counts[{node, purpose}]++;
        for (const char c : purpose)
            key = key * 131 + static_cast<unsigned char>(c);
        KeyedRandom random(m_seed * 0x9E3779B97F4A7C15ULL + 1, key);
        random.next(); // the first number of neighbouring keys is too much alike
        return random;
    }
    bool chance(std::uint64_t node, const std::string& purpose, std::uint64_t one, std::uint64_t of)
    {
        return one > 0 && next(node, purpose).chance(one, of);
    }
    std::uint64_t between(std::uint64_t node, const std::string& purpose, std::uint64_t low, std::uint64_t high)
    {
        return next(node, purpose).between(low, high);
    }

private:
    std::uint64_t m_seed;
    std::map<std::pair<std::uint64_t, std::string>, std::uint64_t> m_counts;
};

} // namespace parterre::testing
