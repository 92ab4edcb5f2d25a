// LoopProbe: how long a request waits on this thread before anybody looks at it. It queues up like one: a byte sent to
// itself through the same epoll set, behind everything that is ready already.
#pragma once

#include "server/http/socket.h"
#include "sync/base/ports.h"

namespace parterre::http {

// Lives on the thread of its poller.
class LoopProbe final : public Polled
{
public:
    LoopProbe(Poller& poller, const Clock& clock);
    ~LoopProbe();

    void send(); // a new one; nothing while the last is still on its way
    // Of the last probe, or of the one under way when that waits longer already.
    Milliseconds delay() const;

    void ready(std::uint32_t events) override;

private:
    LoopProbe(Poller& poller, const Clock& clock, std::pair<int, int> ends);
    const Clock& m_clock;
    Socket m_inbox;
    int m_outlet;
    bool m_underWay = false;
    Milliseconds m_sentAt{0}; // since boot
    Milliseconds m_last{0};
};

} // namespace parterre::http
