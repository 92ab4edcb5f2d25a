// EventLoop: thousands of sockets and waiting people on one thread: an epoll set and a heap of things to do. Not Qt's:
// a generator of load must be cheaper than the server it loads, and Qt's timers count milliseconds.
#pragma once

#include "server/rehearse/stopwatch.h"

#include <functional>
#include <memory>
#include <vector>

namespace parterre::rehearsal {

// Told when its descriptor has become ready; `events` are those of epoll(7). Edge-triggered: whoever is told reads
// until nothing is left.
class Watched
{
public:
    virtual ~Watched() = default;
    virtual void ready(std::uint32_t events) = 0;
};

class EventLoop
{
public:
    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    Microseconds now() const { return m_stopwatch.passed(); }
    // Now is 0 from here on; what is to be done later stays as far away as it was.
    void beginAnew();
    // Calls `work` once, at that time or as soon after as the thread is free. Equal times in the order of asking.
    void at(Microseconds when, std::function<void()> work);
    // Reading and writing, until the descriptor is closed.
    void watch(int descriptor, Watched* watched);
    // Deletes it when nothing of this round can be about to tell it anything.
    void bury(std::unique_ptr<Watched> watched) { m_buried.push_back(std::move(watched)); }

    void run(); // until stop()
    void stop() { m_stopped = true; }

private:
    struct Due
    {
        Microseconds when;
        std::uint64_t number;
        std::function<void()> work;
    };
    struct Later
    {
        bool operator()(const Due& a, const Due& b) const
        {
            return a.when != b.when ? a.when > b.when : a.number > b.number;
        }
    };
    void doWhatIsDue();
    void waitForSockets();

    Stopwatch m_stopwatch;
    int m_epoll;
    std::vector<Due> m_due; // a heap
    std::uint64_t m_numbers = 0;
    std::vector<std::unique_ptr<Watched>> m_buried;
    bool m_stopped = false;
};

} // namespace parterre::rehearsal
