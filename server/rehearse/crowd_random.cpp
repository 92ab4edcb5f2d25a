// Draws from SplitMix64.
#include "server/rehearse/crowd_random.h"

#include "sync/base/require.h"

#include <cmath>
#include <cstring>
#include <numbers>

namespace parterre::rehearsal {
namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;

std::uint64_t mixed(std::uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

Microseconds times(Microseconds base, double factor)
{
    return Microseconds(static_cast<std::int64_t>(static_cast<double>(base.count()) * factor));
}

} // namespace

// Both are mixed before they meet, or neighbours would walk through each other's numbers.
CrowdRandom::CrowdRandom(std::uint64_t seed, std::uint64_t who) : m_state(mixed(seed + golden) ^ mixed(~who * golden))
{}

std::uint64_t CrowdRandom::next()
{
    return mixed(m_state += golden);
}

void CrowdRandom::fill(std::uint8_t* out, std::size_t size)
{
    while (size > 0) {
        const std::uint64_t number = next();
        const std::size_t part = std::min(size, sizeof number);
        std::memcpy(out, &number, part);
        out += part;
        size -= part;
    }
}

double CrowdRandom::unit()
{
    return static_cast<double>(next() >> 11) * 0x1p-53;
}

std::size_t CrowdRandom::below(std::size_t count)
{
    PARTERRE_REQUIRE(count > 0);
    return static_cast<std::size_t>(unit() * static_cast<double>(count));
}

double CrowdRandom::normal() // Box and Muller
{
    const double radius = std::sqrt(-2 * std::log(1 - unit()));
    return radius * std::cos(2 * std::numbers::pi * unit());
}

Microseconds CrowdRandom::lognormal(Microseconds median, double spread)
{
    return times(median, std::exp(spread * normal()));
}

Microseconds CrowdRandom::exponential(Microseconds mean)
{
    return times(mean, -std::log(1 - unit()));
}

} // namespace parterre::rehearsal
