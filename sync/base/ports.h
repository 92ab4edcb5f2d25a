// The ports through which time and chance enter. Production adapters: Qt in sync/link, std in server/daemon;
// the simulator owns all of them.
#pragma once

#include "sync/base/instant.h"

#include <cstdint>
#include <functional>

namespace parterre {

class Clock
{
public:
    virtual ~Clock() = default;
    // Wall clock. May jump in any direction; for display and information only.
    virtual Instant now() const = 0;
    // Time since boot including suspension (CLOCK_BOOTTIME). Never goes back until a reboot.
    virtual Milliseconds sinceBoot() const = 0;
};

class Random
{
public:
    virtual ~Random() = default;
    // Fills `size` bytes with unpredictable randomness.
    virtual void fill(std::uint8_t* out, std::size_t size) = 0;
};

class Scheduler
{
public:
    virtual ~Scheduler() = default;
    using TimerId = std::uint64_t;
    // Calls `work` once on this thread after `delay`, unless cancelled before. Ids are never reused.
    virtual TimerId after(Milliseconds delay, std::function<void()> work) = 0;
    virtual void cancel(TimerId id) = 0;
};

// A fresh random identity; the null id is never returned.
template <typename Id>
Id randomId(Random& random)
{
    Id id;
    do
        random.fill(id.bytes.data(), id.bytes.size());
    while (id.isNull());
    return id;
}

} // namespace parterre
