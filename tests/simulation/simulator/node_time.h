// NodeTime: clock and scheduler of one life of one machine: its clocks drift, the one on the wall lies, it can be
// stopped, and it dies with it.
#pragma once

#include "tests/support/virtual_time.h"

#include <algorithm>
#include <memory>

namespace parterre::testing {

// What outlives a program: the machine's clocks.
struct MachineClock
{
    Milliseconds wallError{};
    Milliseconds bootedAt{}; // of the world's time since boot
    std::int64_t ppm = 0;    // too fast
    std::uint64_t boots = 1;
    std::optional<Instant> stoppedUntil; // nothing runs before
};

class NodeTime : public Clock, public Scheduler
{
public:
    NodeTime(VirtualTime& world, MachineClock& machine) : m_world(world), m_machine(machine) {}

    Instant now() const override { return m_world.now() + m_machine.wallError + drift(); }
    Milliseconds sinceBoot() const override { return running() + drift(); }
    TimerId after(Milliseconds delay, std::function<void()> work) override
    {
        return m_world.after(asTheWorldCounts(delay),
                             [this, alive = std::weak_ptr<int>(m_alive), work = std::move(work)]() mutable {
                                 if (!alive.expired())
                                     run(std::move(work));
                             });
    }
    void cancel(TimerId id) override { m_world.cancel(id); }

private:
    static constexpr std::int64_t million = 1'000'000;
    Milliseconds running() const { return m_world.sinceBoot() - m_machine.bootedAt; }
    Milliseconds drift() const { return running() * m_machine.ppm / million; }
    // Rounded up: a timer never rings too early by its own clock.
    Milliseconds asTheWorldCounts(Milliseconds span) const
    {
        const std::int64_t rate = million + m_machine.ppm;
        return (span * million + Milliseconds(rate - 1)) / rate;
    }
    // A stopped machine does what was due when it goes on.
    void run(std::function<void()> work)
    {
        if (!m_machine.stoppedUntil || *m_machine.stoppedUntil <= m_world.now())
            return work();
        constexpr Milliseconds look = std::chrono::seconds(10); // it may go on sooner than was thought
        after(std::min(*m_machine.stoppedUntil - m_world.now(), look), std::move(work));
    }

    VirtualTime& m_world;
    MachineClock& m_machine;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace parterre::testing
