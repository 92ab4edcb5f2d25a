// HttpRig: an HTTP server on loopback whose clock stands still, and HttpPeer: a client that says exactly what it is
// told.
#pragma once

#include "server/http/server.h"
#include "tests/support/virtual_time.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::testing {

// Runs the event loop until the condition holds; false when it does not within ten seconds.
template <typename Condition>
bool runUntil(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(10'000))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return true;
}

struct HttpAnswer
{
    int status = 0;
    QByteArray head; // status line and headers
    QByteArray body;
    bool isComplete = false;
};

// Takes the first answer off `in`. Without a length the body lasts until the connection ends.
inline HttpAnswer takeAnswer(QByteArray& in, bool hasBody = true)
{
    HttpAnswer answer;
    const qsizetype end = in.indexOf("\r\n\r\n");
    if (end < 0)
        return answer;
    answer.head = in.left(end + 2);
    answer.status = answer.head.mid(9, 3).toInt();
    qsizetype length = 0;
    const qsizetype announced = answer.head.indexOf("\r\nContent-Length: ");
    if (announced >= 0)
        length = answer.head.mid(announced + 18, answer.head.indexOf('\r', announced + 18) - announced - 18).toInt();
    if (!hasBody)
        length = 0;
    if (in.size() < end + 4 + length)
        return answer;
    answer.body = in.mid(end + 4, length);
    answer.isComplete = true;
    in.remove(0, end + 4 + length);
    return answer;
}

class HttpPeer
{
public:
    explicit HttpPeer(std::uint16_t port)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        runUntil([this] { return isClosed() || socket.state() == QAbstractSocket::ConnectedState; });
    }
    void send(const QByteArray& bytes)
    {
        socket.write(bytes);
        socket.flush();
    }
    // The next answer; status 0 when the connection ends or time runs out before it.
    HttpAnswer answer(bool hasBody = true)
    {
        HttpAnswer next;
        runUntil([&] {
            in += socket.readAll();
            next = takeAnswer(in, hasBody);
            return next.isComplete || (isClosed() && socket.bytesAvailable() == 0);
        });
        return next.isComplete ? next : HttpAnswer{};
    }
    // Waits until the server has closed; false when it does not.
    bool waitClosed()
    {
        const bool closed = runUntil([this] { return isClosed(); });
        in += socket.readAll();
        return closed;
    }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
    QByteArray in; // received and not yet taken
};

// A bare socket that does nothing by itself: it does not read, and does not close when the server does.
class StubbornPeer
{
public:
    explicit StubbornPeer(std::uint16_t port, int receiveBuffer = 0)
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        if (receiveBuffer > 0)
            ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        pollfd connected{m_descriptor, POLLOUT, 0};
        ::poll(&connected, 1, 5'000);
    }
    ~StubbornPeer() { close(); }
    StubbornPeer(const StubbornPeer&) = delete;
    StubbornPeer& operator=(const StubbornPeer&) = delete;

    qint64 send(const QByteArray& bytes)
    {
        return ::send(m_descriptor, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    }
    QByteArray receive()
    {
        QByteArray bytes(256 * 1024, '\0');
        bytes.resize(
            std::max<qint64>(0, ::recv(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), 0)));
        return bytes;
    }
    void sendNoMore() { ::shutdown(m_descriptor, SHUT_WR); }
    // Leaves with a reset instead of a farewell.
    void vanish()
    {
        const linger atOnce{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        close();
    }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = -1;
    }

private:
    int m_descriptor;
};

struct HttpRig
{
    explicit HttpRig(http::Limits limits = {}) : server(limits, time)
    {
        const auto bound = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        PARTERRE_REQUIRE(bound.ok());
        port = *bound;
    }
    // The wall clock and the time since boot go on; the server looks at its deadlines a quarter of a second later.
    void pass(Milliseconds span) { time.runFor(span); }

    VirtualTime time{Instant{1'795'635'000'000}}; // Wed, 25 Nov 2026 19:30:00 GMT
    http::Server server;
    std::uint16_t port = 0;
};

} // namespace parterre::testing
