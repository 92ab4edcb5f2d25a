// The share refused rises in a straight line between two delays for each worth.
#include "server/guard/load_shedder.h"

#include <algorithm>

namespace parterre {
namespace {

struct Slope
{
    std::int64_t none; // ms of delay up to which nobody is refused
    std::int64_t all;  // from which everybody is
};

// A hold has to be answered within 250 ms at the 99th percentile, and a payment takes two commits; so holds are refused
// well before, and everything that is worth less earlier still, with a gap: who is let in must not be sent away later.
constexpr Slope slopes[] = {{INT64_MAX, INT64_MAX}, {40, 80}, {20, 50}, {6, 15}};

} // namespace

void LoadShedder::note(Milliseconds delay)
{
    m_last[m_next] = delay;
    m_next = (m_next + 1) % moments;
    auto sorted = m_last;
    const auto middle = sorted.begin() + moments / 2 - 1;
    std::nth_element(sorted.begin(), middle, sorted.end());
    m_delay = *middle;
}

bool LoadShedder::isCalm() const
{
    return m_delay.count() <= slopes[static_cast<std::size_t>(Worth::Visit)].none;
}

bool LoadShedder::admits(Worth worth)
{
    const auto at = static_cast<std::size_t>(worth);
    const Slope slope = slopes[at];
    const std::int64_t over = m_delay.count() - slope.none;
    if (over <= 0)
        return true;
    const std::int64_t share = std::min<std::int64_t>(1'000, 1'000 * over / (slope.all - slope.none));
    m_owed[at] += static_cast<std::uint32_t>(share);
    if (m_owed[at] < 1'000)
        return true;
    m_owed[at] -= 1'000;
    ++m_shed[at];
    return false;
}

} // namespace parterre
