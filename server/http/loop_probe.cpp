// A pair of connected sockets; one end is watched like any peer.
#include "server/http/loop_probe.h"

#include "sync/base/require.h"

#include <algorithm>

#include <sys/socket.h>
#include <unistd.h>

namespace parterre::http {
namespace {

std::pair<int, int> connectedPair()
{
    int ends[2];
    const int made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends);
    PARTERRE_REQUIRE(made == 0);
    return {ends[0], ends[1]};
}

} // namespace

LoopProbe::LoopProbe(Poller& poller, const Clock& clock) : LoopProbe(poller, clock, connectedPair()) {}

LoopProbe::LoopProbe(Poller& poller, const Clock& clock, std::pair<int, int> ends)
    : m_clock(clock), m_inbox(poller, ends.first), m_outlet(ends.second)
{
    m_inbox.watch(this, true, false);
}

LoopProbe::~LoopProbe()
{
    ::close(m_outlet);
}

void LoopProbe::send()
{
    if (m_underWay || ::send(m_outlet, "?", 1, MSG_NOSIGNAL) != 1)
        return;
    m_underWay = true;
    m_sentAt = m_clock.sinceBoot();
}

Milliseconds LoopProbe::delay() const
{
    return m_underWay ? std::max(m_last, m_clock.sinceBoot() - m_sentAt) : m_last;
}

void LoopProbe::ready(std::uint32_t)
{
    char byte = 0;
    if (m_inbox.read(&byte, 1) != 1)
        return;
    m_underWay = false;
    m_last = m_clock.sinceBoot() - m_sentAt;
}

} // namespace parterre::http
