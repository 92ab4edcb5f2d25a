// Accepting and counting.
#include "server/http/server.h"

#include "server/http/connection.h"

#include <QTcpSocket>

#include <chrono>
#include <cstdio>

namespace parterre::http {
namespace {

constexpr int tickMs = 250;
constexpr int backlog = 4'096;

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

Server::Server(Limits limits, const Clock& clock, QObject* parent) : QObject(parent), m_limits(limits), m_clock(clock)
{
    m_listener.setListenBacklogSize(backlog);
    m_listener.setMaxPendingConnections(backlog);
    connect(&m_listener, &QTcpServer::newConnection, this, &Server::acceptAll);
    connect(&m_timer, &QTimer::timeout, this, &Server::tick);
    m_timer.start(tickMs);
}

Server::~Server()
{
    for (Connection* connection : std::exchange(m_connections, {})) {
        connection->disconnect(this);
        delete connection;
    }
}

Result<std::uint16_t> Server::listen(const QHostAddress& address, std::uint16_t port)
{
    if (!m_listener.listen(address, port))
        return Error{
            ErrorCode::Unavailable,
            QStringLiteral("%1:%2: %3").arg(address.toString()).arg(port).arg(m_listener.errorString()).toStdString()};
    return m_listener.serverPort();
}

void Server::acceptAll()
{
    while (QTcpSocket* socket = m_listener.nextPendingConnection()) {
        ++m_counts.accepted;
        if (m_connections.size() >= m_limits.connections) {
            turnAway(socket, ErrorCode::Overloaded, "connections");
            continue;
        }
        int& ofAddress = m_perAddress[socket->peerAddress()];
        if (ofAddress >= static_cast<int>(m_limits.connectionsPerAddress)) {
            turnAway(socket, ErrorCode::RateLimited, "connections of one address");
            continue;
        }
        ++ofAddress;
        auto* connection = new Connection(*this, socket);
        m_connections.insert(connection);
        connect(connection, &Connection::gone, this, [this, connection] { forget(connection); });
        connection->begin();
    }
}

void Server::turnAway(QTcpSocket* socket, ErrorCode code, const char* why)
{
    ++m_counts.refused;
    const Response response = errorResponse({code, why});
    socket->write("HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status).data() +
                  "\r\nContent-Type: application/json\r\nConnection: close\r\n" + response.headers +
                  "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body);
    socket->flush();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->disconnectFromHost();
    if (socket->state() == QAbstractSocket::UnconnectedState)
        socket->deleteLater();
}

void Server::forget(Connection* connection)
{
    if (m_connections.erase(connection) == 0)
        return;
    const auto found = m_perAddress.find(connection->peer());
    if (found != m_perAddress.end() && --found.value() <= 0)
        m_perAddress.erase(found);
    connection->deleteLater();
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
    const qint64 at = now();
    const std::vector<Connection*> open(m_connections.begin(), m_connections.end());
    for (Connection* connection : open)
        if (m_connections.contains(connection))
            m_stopBy >= 0 && at > m_stopBy ? connection->abort() : connection->checkDeadlines(at);
}

void Server::stop(Milliseconds within, std::function<void()> stopped)
{
    m_listener.close();
    m_stopBy = now() + within.count();
    m_stopped = std::move(stopped);
    const std::vector<Connection*> open(m_connections.begin(), m_connections.end());
    for (Connection* connection : open)
        connection->finish();
    if (m_connections.empty() && m_stopped)
        std::exchange(m_stopped, nullptr)();
}

} // namespace parterre::http
