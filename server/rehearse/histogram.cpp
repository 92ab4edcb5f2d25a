// Bucket 0 … 2^p − 1 hold one microsecond each; every further 2^p buckets cover twice the span of those before.
#include "server/rehearse/histogram.h"

#include "sync/base/require.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace parterre::rehearsal {

std::size_t Histogram::bucketOf(std::uint64_t value) const
{
    const std::uint64_t linear = std::uint64_t(1) << m_precision;
    if (value < linear)
        return static_cast<std::size_t>(value);
    const auto shift = static_cast<unsigned>(std::bit_width(value)) - m_precision - 1;
    return static_cast<std::size_t>(shift * linear + (value >> shift));
}

std::uint64_t Histogram::upperEnd(std::size_t bucket) const
{
    const std::uint64_t linear = std::uint64_t(1) << m_precision;
    if (bucket < 2 * linear)
        return bucket;
    const std::uint64_t shift = bucket / linear - 1;
    return ((bucket - shift * linear + 1) << shift) - 1;
}

void Histogram::add(Microseconds value)
{
    const auto number = static_cast<std::uint64_t>(std::max<std::int64_t>(value.count(), 0));
    const std::size_t bucket = bucketOf(number);
    if (bucket >= m_buckets.size())
        m_buckets.resize(bucket + 1);
    ++m_buckets[bucket];
    ++m_count;
    m_sum += number;
    m_max = std::max(m_max, value);
}

void Histogram::add(const Histogram& other)
{
    PARTERRE_REQUIRE(m_precision == other.m_precision);
    if (other.m_buckets.size() > m_buckets.size())
        m_buckets.resize(other.m_buckets.size());
    for (std::size_t i = 0; i < other.m_buckets.size(); ++i)
        m_buckets[i] += other.m_buckets[i];
    m_count += other.m_count;
    m_sum += other.m_sum;
    m_max = std::max(m_max, other.m_max);
}

Microseconds Histogram::percentile(double share) const
{
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::uint64_t passed = 0;
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        passed += m_buckets[i];
        if (m_buckets[i] > 0 && passed >= wanted)
            return std::min(m_max, Microseconds(static_cast<std::int64_t>(upperEnd(i))));
    }
    return m_max;
}

Microseconds Histogram::mean() const
{
    return Microseconds(static_cast<std::int64_t>(m_count > 0 ? m_sum / m_count : 0));
}

} // namespace parterre::rehearsal
