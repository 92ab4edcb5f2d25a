// CommandQueue: many threads put work in, one takes everything out. Bounded: at the bound it refuses.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <vector>

namespace parterre {

enum class Queued : std::uint8_t { Taken, Full, Closed };

template <typename Job>
class CommandQueue
{
public:
    explicit CommandQueue(std::size_t bound) : m_bound(bound) {}

    // Any thread. `job` is moved from only when the answer is Taken.
    Queued put(Job& job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return Queued::Closed;
            if (m_jobs.size() + m_inHand >= m_bound)
                return Queued::Full;
            m_jobs.push_back(std::move(job));
            if (!m_waiting)
                return Queued::Taken; // the taker looks again before it sleeps
        }
        m_arrived.notify_one();
        return Queued::Taken;
    }

    // The one taker: waits until there is work, the queue closes or `longest` has passed; then swaps everything into
    // `out`, which must be empty. False: closed and nothing left.
    bool takeAll(std::vector<Job>& out, std::chrono::milliseconds longest)
    {
        std::unique_lock lock(m_mutex);
        m_inHand = 0;
        m_slept = m_jobs.empty() && !m_closed;
        if (m_slept) {
            m_waiting = true;
            m_arrived.wait_for(lock, longest, [this] { return !m_jobs.empty() || m_closed; });
            m_waiting = false;
        }
        out.swap(m_jobs);
        m_inHand = out.size();
        return !out.empty() || !m_closed;
    }

    // The taker: was there nothing when it last asked? Then nothing it got has waited.
    bool slept() const { return m_slept; }

    // The taker has finished `count` of what it took: they no longer count against the bound.
    void finished(std::size_t count)
    {
        const std::lock_guard lock(m_mutex);
        m_inHand -= count;
    }

    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_arrived.notify_one();
    }

    std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_jobs.size() + m_inHand;
    }

private:
    const std::size_t m_bound;
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Job> m_jobs;
    std::size_t m_inHand = 0; // taken but not finished
    bool m_waiting = false;
    bool m_slept = false; // the taker's own
    bool m_closed = false;
};

} // namespace parterre
