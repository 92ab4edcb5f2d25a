// Accepting and counting.
#include "server/http/server.h"

#include "server/http/connection.h"
#include "server/http/shared_listener.h"

#include <QTcpServer>

#include <chrono>
#include <cstdio>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::http {
namespace {

constexpr int tickMs = 250;
constexpr int probeMs = 25;
constexpr std::size_t mostTurnedAway = 512; // at a time are told why; past it they are only closed

QHostAddress peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&storage), &size) != 0)
        return {};
    return plainAddress(QHostAddress(reinterpret_cast<const sockaddr*>(&storage)));
}

// RFC 9110, 5.6.7: "Date: Tue, 24 Nov 2026 19:30:00 GMT".
QByteArray dateLine(std::int64_t epochSecond)
{
    using namespace std::chrono;
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds at{seconds(epochSecond)};
    const sys_days day = floor<std::chrono::days>(at);
    const year_month_day date(day);
    const hh_mm_ss time(at - day);
    char line[64];
    const int length = std::snprintf(line, sizeof line, "Date: %s, %02u %s %04d %02d:%02d:%02d GMT\r\n",
                                     days[weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                                     static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                     static_cast<int>(time.seconds().count()));
    return QByteArray(line, length);
}

} // namespace

// Hands the bare descriptor on; QTcpServer knows addresses and the ways to fail at listening.
class Listener : public QTcpServer
{
public:
    explicit Listener(Server& server) : m_server(server) {}

protected:
    void incomingConnection(qintptr descriptor) override { m_server.accept(static_cast<int>(descriptor)); }

private:
    Server& m_server;
};

Server::Server(Limits limits, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_limits(limits),
      m_clock(clock),
      m_probe(m_poller, clock),
      m_listener(std::make_unique<Listener>(*this))
{
    m_listener->setListenBacklogSize(listenBacklog);
    connect(&m_timer, &QTimer::timeout, this, &Server::tick);
    m_timer.start(tickMs);
    connect(&m_probeTimer, &QTimer::timeout, this, [this] { m_probe.send(); });
    m_probeTimer.start(probeMs);
}

Server::~Server()
{
    *m_alive = false;
    for (Connection* connection : std::exchange(m_connections, {}))
        delete connection;
    m_gone.clear();
}

void Server::workFor(Server& home, RelayPtr toHome)
{
    m_home = &home;
    m_toHome = std::move(toHome);
    m_relay = relayTo(this);
    m_occupancy = home.m_occupancy;
}

void Server::ask(const Router::Route& route, Request& request, Responder responder)
{
    if (!m_home)
        return run(route, request, std::move(responder));
    if (route.options.anyThread)
        return route.handler(request, std::move(responder));
    m_toHome->post(
        [home = m_home, alive = m_home->m_alive, &route, asked = std::move(request), responder = std::move(responder)] {
            if (*alive)
                home->run(route, asked, responder);
        });
}

void Server::run(const Router::Route& route, const Request& request, Responder responder)
{
    if (m_gate)
        if (const std::optional<Response> instead = m_gate(request))
            return responder.send(*instead);
    route.handler(request, std::move(responder));
}

Result<std::uint16_t> Server::listen(const QHostAddress& address, std::uint16_t port, Port kind)
{
    const auto failed = [&](const QString& why) {
        return Error{ErrorCode::Unavailable,
                     QStringLiteral("%1:%2: %3").arg(address.toString()).arg(port).arg(why).toStdString()};
    };
    if (kind == Port::Own) {
        if (!m_listener->listen(address, port))
            return failed(m_listener->errorString());
        return m_listener->serverPort();
    }
    const int descriptor = openSharedListener(address, port);
    if (descriptor < 0 || !m_listener->setSocketDescriptor(descriptor))
        return failed(QString::fromLocal8Bit(std::strerror(errno)));
    return m_listener->serverPort();
}

void Server::accept(int descriptor)
{
    ++m_counts.accepted;
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    const int one = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    const QHostAddress peer = peerOf(descriptor);
    // A proxy of ours speaks for many.
    const std::size_t perCustomer = m_proxies.trusts(peer) ? 0 : m_limits.connectionsPerAddress;
    switch (m_occupancy->enter(peer, m_limits.connections, perCustomer)) {
    case Occupancy::Entry::Full:
        return turnAway(descriptor, peer, ErrorCode::Overloaded, "connections");
    case Occupancy::Entry::TooManyOfOne:
        return turnAway(descriptor, peer, ErrorCode::RateLimited, "connections of one address");
    case Occupancy::Entry::Taken:
        break;
    }
    auto* connection = new Connection(*this, m_poller, descriptor, peer, m_identity.get());
    m_connections.insert(connection);
    connection->begin();
}

void Server::turnAway(int descriptor, const QHostAddress& peer, ErrorCode code, const char* why)
{
    ++m_counts.refused;
    if (m_turnedAway >= mostTurnedAway) {
        ::close(descriptor);
        return;
    }
    ++m_turnedAway;
    auto* connection = new Connection(*this, m_poller, descriptor, peer, m_identity.get());
    m_connections.insert(connection);
    connection->turnAway(errorResponse({code, why}));
}

void Server::forget(Connection* connection)
{
    if (m_connections.erase(connection) == 0)
        return;
    m_gone.emplace_back(connection);
    buryLater();
    if (connection->wasTurnedAway()) {
        --m_turnedAway;
        return;
    }
    m_occupancy->leave();
    if (connection->isCounted())
        uncount(connection->peer());
}

void Server::uncount(const QHostAddress& peer)
{
    m_occupancy->uncount(peer);
}

void Server::buryLater()
{
    if (!std::exchange(m_buryScheduled, true))
        QMetaObject::invokeMethod(this, &Server::bury, Qt::QueuedConnection);
}

void Server::bury()
{
    m_buryScheduled = false;
    m_gone.clear();
    if (m_stopped && m_connections.empty())
        std::exchange(m_stopped, nullptr)();
}

const QByteArray& Server::dateHeader()
{
    const std::int64_t second = m_clock.now().ms / 1000;
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = dateLine(second);
    }
    return m_date;
}

void Server::tick()
{
    if (m_listener->isListening())
        m_listener->resumeAccepting(); // after an accept that failed, as for want of descriptors
    const qint64 at = now();
    const std::vector<Connection*> open(m_connections.begin(), m_connections.end());
    for (Connection* connection : open)
        if (m_connections.contains(connection))
            m_stopBy >= 0 && at > m_stopBy ? connection->abort() : connection->checkDeadlines(at);
}

void Server::stop(Milliseconds within, std::function<void()> stopped)
{
    m_listener->close();
    m_stopBy = now() + within.count();
    m_stopped = std::move(stopped);
    const std::vector<Connection*> open(m_connections.begin(), m_connections.end());
    for (Connection* connection : open)
        connection->finish();
    buryLater();
}

} // namespace parterre::http
