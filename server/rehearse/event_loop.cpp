// epoll_pwait2 for waits shorter than a millisecond (Linux 5.11, glibc 2.35).
#include "server/rehearse/event_loop.h"

#include "sync/base/require.h"

#include <algorithm>
#include <array>
#include <ctime>

#include <sys/epoll.h>
#include <unistd.h>

namespace parterre::rehearsal {
namespace {

constexpr int readyAtOnce = 256;
constexpr int dueAtOnce = 256; // then the sockets have their turn
constexpr Microseconds longestWait{100'000};

} // namespace

EventLoop::EventLoop() : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    PARTERRE_REQUIRE(m_epoll >= 0);
}

EventLoop::~EventLoop()
{
    ::close(m_epoll);
}

void EventLoop::beginAnew()
{
    const Microseconds passed = now();
    for (Due& due : m_due)
        due.when -= passed;
    m_stopwatch = Stopwatch();
}

void EventLoop::at(Microseconds when, std::function<void()> work)
{
    m_due.push_back({when, m_numbers++, std::move(work)});
    std::push_heap(m_due.begin(), m_due.end(), Later());
}

void EventLoop::watch(int descriptor, Watched* watched)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = watched;
    const int added = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    PARTERRE_REQUIRE(added == 0);
}

void EventLoop::run()
{
    m_stopped = false;
    while (!m_stopped) {
        doWhatIsDue();
        if (!m_stopped)
            waitForSockets();
        m_buried.clear();
    }
}

void EventLoop::doWhatIsDue()
{
    const Microseconds until = now();
    for (int i = 0; i < dueAtOnce && !m_stopped && !m_due.empty() && m_due.front().when <= until; ++i) {
        std::pop_heap(m_due.begin(), m_due.end(), Later());
        const std::function<void()> work = std::move(m_due.back().work);
        m_due.pop_back();
        work();
    }
}

void EventLoop::waitForSockets()
{
    const Microseconds first = m_due.empty() ? longestWait : m_due.front().when - now();
    const Microseconds wait = std::clamp(first, Microseconds(0), longestWait);
    timespec time{};
    time.tv_nsec = static_cast<long>(wait.count() * 1000);
    std::array<epoll_event, readyAtOnce> events;
    const int count = ::epoll_pwait2(m_epoll, events.data(), readyAtOnce, &time, nullptr);
    for (int i = 0; i < count; ++i)
        static_cast<Watched*>(events[static_cast<std::size_t>(i)].data.ptr)
            ->ready(events[static_cast<std::size_t>(i)].events);
}

} // namespace parterre::rehearsal
