// ServerThreads: further threads that keep sockets for one server, so that reading, encrypting and compressing use more
// than one core. Routes are answered where the one server lives, but for those that touch nothing.
#pragma once

#include "server/http/server.h"

#include <QThread>

#include <atomic>
#include <vector>

namespace parterre::http {

// Lives on the thread of `home`.
class ServerThreads
{
public:
    // `home` and `clock` outlive this. Without threads every call goes to `home`.
    ServerThreads(Server& home, Limits limits, const Clock& clock, std::size_t threads);
    ~ServerThreads(); // ends the threads; what is under way is cut off

    // As those of Server, for all threads. Between construction and listen() the routes of `home` are added.
    Result<std::uint16_t> listen(const QHostAddress& address, std::uint16_t port);
    void trust(const TrustedProxies& proxies);
    void encryptWith(const std::shared_ptr<TlsIdentity>& identity);
    void stop(Milliseconds within, std::function<void()> stopped);
    Milliseconds delay(); // the longest; measured anew a moment after it is asked
    std::size_t threads() const { return m_lanes.size(); }

private:
    struct Lane
    {
        QThread thread;
        RelayPtr relay; // to the thread
        std::unique_ptr<Server> server;
        std::atomic<std::int64_t> delayMs{0};
    };
    void onEach(const std::function<void(Lane&)>& work); // on its thread, waits

    Server& m_home;
    const Clock& m_clock;
    RelayPtr m_toHome;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::shared_ptr<std::atomic<std::int64_t>> m_homeDelayMs = std::make_shared<std::atomic<std::int64_t>>(0);
    std::size_t m_stopping = 0; // lanes that have not stopped yet
    std::function<void()> m_stopped;
};

} // namespace parterre::http
