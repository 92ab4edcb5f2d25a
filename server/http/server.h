// Server: listens, owns the connections, counts them against the limits, looks at their deadlines four times a second.
#pragma once

#include "server/http/limits.h"
#include "server/http/loop_probe.h"
#include "server/http/occupancy.h"
#include "server/http/router.h"
#include "server/http/trusted_proxies.h"
#include "sync/base/ports.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <unordered_set>

namespace parterre::http {

class Connection;
class Listener;

// Lives on one thread with an event loop; handlers run there, or on the thread of the server it works for.
class Server : public QObject
{
    Q_OBJECT
public:
    // `clock` outlives the server: its wall time goes into the Date header, its time since boot measures every
    // deadline.
    Server(Limits limits, const Clock& clock, QObject* parent = nullptr);
    ~Server() override;

    // From now on this server only keeps sockets: `home`, on another thread, has the routes, the gate and the handlers.
    // Connections are counted together. Before listen(); `home` outlives this, its routes do not change any more.
    void workFor(Server& home, RelayPtr toHome);

    Router& router() { return m_router; }
    const Router& router() const { return m_router; }
    const Limits& limits() const { return m_limits; }

    // Asked before every handler: an answer instead of it, such as "too much to do", or nothing.
    using Gate = std::function<std::optional<Response>(const Request&)>;
    void setGate(Gate gate) { m_gate = std::move(gate); }
    // From now on new connections are encrypted with it; null: not. Those there are stay as they are.
    void encryptWith(std::shared_ptr<TlsIdentity> identity) { m_identity = std::move(identity); }
    void trust(TrustedProxies proxies) { m_proxies = std::move(proxies); }
    // How long a request waits just now until it is read.
    Milliseconds delay() const { return m_probe.delay(); }

    // The port in use (`port` 0 chooses one). Unavailable with the address when it cannot be had. A shared port is one
    // that several servers of this process listen on; the kernel gives each a part of the connections.
    enum class Port { Own, Shared };
    Result<std::uint16_t> listen(const QHostAddress& address, std::uint16_t port, Port kind = Port::Own);

    // Takes no more connections and requests, lets answers under way finish, then calls `stopped` from the event loop;
    // what is not done after `within` is cut off.
    void stop(Milliseconds within, std::function<void()> stopped);

    struct Counts
    {
        std::uint64_t accepted = 0;
        std::uint64_t answered = 0;
        std::uint64_t refused = 0; // by a limit or a broken request
    };
    const Counts& counts() const { return m_counts; }
    std::size_t open() const { return m_connections.size(); }

    // For connections.
    qint64 now() const { return m_clock.sinceBoot().count(); } // milliseconds
    const QByteArray& dateHeader();
    std::span<char> scratch() { return m_scratch; } // to read into; whoever reads next overwrites it
    void uncount(const QHostAddress& peer);         // one less against the limit of its address
    void countAnswered() { ++m_counts.answered; }
    void countRefused() { ++m_counts.refused; }
    void forget(Connection* connection); // deletes it later
    const TrustedProxies& proxies() const { return m_proxies; }
    const Router& routes() const { return m_home ? m_home->m_router : m_router; }
    bool answersElsewhere() const { return m_home != nullptr; }
    const RelayPtr& relay() const { return m_relay; } // to this server's thread
    // Lets the handler of the route answer, here or at home.
    void ask(const Router::Route& route, Request& request, Responder responder);

private:
    friend class Listener;
    void accept(int descriptor);
    void turnAway(int descriptor, const QHostAddress& peer, ErrorCode code, const char* why);
    void tick();
    void buryLater();
    void bury();

    const Limits m_limits;
    const Clock& m_clock;
    void run(const Router::Route& route, const Request& request, Responder responder);

    Router m_router;
    Gate m_gate;
    Server* m_home = nullptr;
    RelayPtr m_toHome;
    RelayPtr m_relay;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // what was posted here looks at it first
    std::shared_ptr<Occupancy> m_occupancy = std::make_shared<Occupancy>();
    TrustedProxies m_proxies;
    std::shared_ptr<TlsIdentity> m_identity;
    Poller m_poller;
    LoopProbe m_probe;
    std::unique_ptr<Listener> m_listener;
    QTimer m_timer;
    QTimer m_probeTimer;
    std::unordered_set<Connection*> m_connections; // owned
    std::vector<std::unique_ptr<Connection>> m_gone;
    bool m_buryScheduled = false;
    std::size_t m_turnedAway = 0; // of m_connections
    QByteArray m_date;
    std::int64_t m_dateSecond = -1; // of m_date
    Counts m_counts;
    qint64 m_stopBy = -1;
    std::function<void()> m_stopped;
    std::array<char, 64 * 1024> m_scratch;
};

} // namespace parterre::http
