// Rate limits by GCRA, the generic cell rate algorithm (ITU-T I.371): a steady rate with a burst, one number per key.
#pragma once

#include "sync/base/error.h"
#include "sync/base/instant.h"
#include "sync/base/ports.h"
#include "sync/base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace parterre {

// `burst` at once, then one every `interval`. Five a minute: {12 s, 5}.
struct Rate
{
    Milliseconds interval{12'000};
    int burst = 5;
};
inline constexpr Rate fivePerMinute{Milliseconds(12'000), 5};

struct GcraVerdict
{
    bool allowed = false;
    Milliseconds paidUntil{0}; // the new "theoretical arrival time"; unchanged when refused
    Milliseconds retryAfter{0};
};

// Values in, values out. Times are monotonic (Clock::sinceBoot()). A key never seen has paidUntil = 0.
GcraVerdict gcra(Milliseconds paidUntil, Milliseconds now, Rate rate);

// RateLimited; the detail ends in the whole seconds to wait ("… in 12 s"), at least 1.
Error rateLimited(Milliseconds retryAfter);
// Those seconds again, for a Retry-After header.
std::int64_t retrySeconds(Milliseconds retryAfter);

// Unpredictable, for RateLimiter.
Bytes16 limiterSeed(Random& random);

// One limit for many keys in bounded memory: 4-way buckets; a full bucket forgets the key that owes least.
class RateLimiter
{
public:
    // `slots` is rounded up to a power of two of at least 4; 16 bytes each. `seed` keeps outsiders from choosing keys
    // that collide.
    RateLimiter(Rate rate, std::size_t slots, const Bytes16& seed);

    // Takes one. Nothing: allowed. Otherwise how long to wait before asking again.
    std::optional<Milliseconds> take(std::string_view key, Milliseconds now);
    // The same question without taking.
    std::optional<Milliseconds> wait(std::string_view key, Milliseconds now) const;

private:
    struct Slot
    {
        std::uint64_t key = 0;
        Milliseconds paidUntil{0}; // 0: empty
    };
    std::uint64_t hashOf(std::string_view key) const;
    Slot& slotOf(std::uint64_t key);
    Rate m_rate;
    Bytes16 m_seed;
    std::vector<Slot> m_slots;
};

} // namespace parterre
