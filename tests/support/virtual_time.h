// VirtualTime: clock and scheduler of a test. Nothing moves unless the test says so; work due at the same moment runs
// in the order it was asked for.
#pragma once

#include "sync/base/ports.h"

#include <map>

namespace parterre::testing {

class VirtualTime : public Clock, public Scheduler
{
public:
    explicit VirtualTime(Instant start) : m_now(start) {}

    Instant now() const override { return m_now + m_wallError; }
    Milliseconds sinceBoot() const override { return m_sinceBoot; }
    TimerId after(Milliseconds delay, std::function<void()> work) override
    {
        const TimerId id = ++m_lastId;
        m_due.emplace(std::pair(m_now + delay, id), std::move(work));
        return id;
    }
    void cancel(TimerId id) override
    {
        std::erase_if(m_due, [id](const auto& entry) { return entry.first.second == id; });
    }

    // Runs everything due within the span, and ends at its end.
    void runFor(Milliseconds span)
    {
        const Instant end = m_now + span;
        while (!m_due.empty() && m_due.begin()->first.first <= end)
            runNext();
        advanceTo(end);
    }
    // Runs until the condition holds; false when it does not within `limit`.
    template <typename Condition>
    bool runUntil(Condition condition, Milliseconds limit = std::chrono::minutes(20))
    {
        const Instant end = m_now + limit;
        while (!condition()) {
            if (m_due.empty() || m_due.begin()->first.first > end)
                return false;
            runNext();
        }
        return true;
    }

    void setWallError(Milliseconds error) { m_wallError = error; } // the wall clock is wrong by this
    void reboot() { m_sinceBoot = Milliseconds(0); }

private:
    void runNext()
    {
        auto next = m_due.extract(m_due.begin());
        advanceTo(next.key().first);
        next.mapped()();
    }
    void advanceTo(Instant time)
    {
        m_sinceBoot += time - m_now;
        m_now = time;
    }

    Instant m_now;
    Milliseconds m_sinceBoot{3'600'000};
    Milliseconds m_wallError{};
    TimerId m_lastId = 0;
    std::map<std::pair<Instant, TimerId>, std::function<void()>> m_due;
};

} // namespace parterre::testing
