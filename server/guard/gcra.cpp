// The algorithm and its table.
#include "server/guard/gcra.h"
#include "server/guard/crypto.h"
#include "sync/base/require.h"

#include <sodium.h>

#include <algorithm>
#include <bit>

namespace parterre {
namespace {

constexpr std::size_t ways = 4;

} // namespace

GcraVerdict gcra(Milliseconds paidUntil, Milliseconds now, Rate rate)
{
    PARTERRE_REQUIRE(rate.interval.count() > 0 && rate.burst > 0);
    const Milliseconds arrival = std::max(paidUntil, now);
    const Milliseconds allowance = rate.interval * (rate.burst - 1);
    if (arrival - now > allowance)
        return {false, paidUntil, arrival - now - allowance};
    return {true, arrival + rate.interval, Milliseconds(0)};
}

std::int64_t retrySeconds(Milliseconds retryAfter)
{
    return std::max<std::int64_t>(1, (retryAfter.count() + 999) / 1000);
}

Error rateLimited(Milliseconds retryAfter)
{
    return {ErrorCode::RateLimited,
            "too many attempts; try again in " + std::to_string(retrySeconds(retryAfter)) + " s"};
}

Bytes16 limiterSeed(Random& random)
{
    Bytes16 seed{};
    random.fill(seed.data(), seed.size());
    return seed;
}

RateLimiter::RateLimiter(Rate rate, std::size_t slots, const Bytes16& seed)
    : m_rate(rate), m_seed(seed), m_slots(std::bit_ceil(std::max(slots, ways)))
{
    guard::initialiseCrypto();
}

RateLimiter::Slot& RateLimiter::slotOf(std::uint64_t key)
{
    Slot* const bucket = &m_slots[(key % (m_slots.size() / ways)) * ways];
    Slot* const end = bucket + ways;
    Slot* const same = std::find_if(bucket, end, [key](const Slot& slot) { return slot.key == key; });
    if (same != end)
        return *same;
    Slot* const least =
        std::min_element(bucket, end, [](const Slot& a, const Slot& b) { return a.paidUntil < b.paidUntil; });
    *least = {key, Milliseconds(0)};
    return *least;
}

std::uint64_t RateLimiter::hashOf(std::string_view key) const
{
    static_assert(crypto_shorthash_BYTES == 8 && crypto_shorthash_KEYBYTES == 16);
    std::uint64_t hash = 0;
    crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), reinterpret_cast<const unsigned char*>(key.data()),
                     key.size(), m_seed.data());
    return hash;
}

std::optional<Milliseconds> RateLimiter::wait(std::string_view key, Milliseconds now) const
{
    const std::uint64_t hash = hashOf(key);
    const Slot* const bucket = &m_slots[(hash % (m_slots.size() / ways)) * ways];
    const Slot* const same = std::find_if(bucket, bucket + ways, [hash](const Slot& slot) { return slot.key == hash; });
    const GcraVerdict verdict = gcra(same == bucket + ways ? Milliseconds(0) : same->paidUntil, now, m_rate);
    if (verdict.allowed)
        return std::nullopt;
    return verdict.retryAfter;
}

std::optional<Milliseconds> RateLimiter::take(std::string_view key, Milliseconds now)
{
    Slot& slot = slotOf(hashOf(key));
    const GcraVerdict verdict = gcra(slot.paidUntil, now, m_rate);
    slot.paidUntil = verdict.paidUntil;
    if (verdict.allowed)
        return std::nullopt;
    return verdict.retryAfter;
}

} // namespace parterre
