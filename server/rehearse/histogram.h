// Histogram: counts times in buckets whose width grows with the time (as HdrHistogram does), so that a percentile is
// right to within one part in 2^precision at any size, in a few kilobytes.
#pragma once

#include "server/rehearse/ask.h"

#include <vector>

namespace parterre::rehearsal {

class Histogram
{
public:
    // 7: to 0.8 %; 4: to 6 %, for the thousand of them a plot over time takes.
    explicit Histogram(unsigned precision = 7) : m_precision(precision) {}

    void add(Microseconds value);
    void add(const Histogram& other); // precondition: the same precision
    std::uint64_t count() const { return m_count; }
    // The smallest bucket's upper end that `share` (0 … 1) of all values do not pass, never above max(); 0 when empty.
    Microseconds percentile(double share) const;
    Microseconds max() const { return m_max; }
    Microseconds mean() const;

private:
    std::size_t bucketOf(std::uint64_t value) const;
    std::uint64_t upperEnd(std::size_t bucket) const;

    unsigned m_precision;
    std::vector<std::uint32_t> m_buckets; // up to the largest seen
    std::uint64_t m_count = 0;
    std::uint64_t m_sum = 0;
    Microseconds m_max{0};
};

} // namespace parterre::rehearsal
