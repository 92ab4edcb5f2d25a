// Order statistics of even draws.
#include "server/rehearse/arrivals.h"

#include "server/rehearse/crowd_random.h"

#include <algorithm>

namespace parterre::rehearsal {

std::vector<Microseconds> poissonArrivals(std::uint64_t seed, std::uint64_t key, std::size_t count, Microseconds from,
                                          Microseconds within)
{
    CrowdRandom random(seed, key);
    std::vector<Microseconds> times;
    times.reserve(count);
    const auto span = static_cast<double>(within.count());
    for (std::size_t i = 0; i < count; ++i)
        times.push_back(from + Microseconds(static_cast<std::int64_t>(random.unit() * span)));
    std::sort(times.begin(), times.end());
    return times;
}

} // namespace parterre::rehearsal
