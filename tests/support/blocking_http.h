// HttpConnection and BlockingHttp: a client for tests of real processes. It says exactly what it is told, blocks with a
// deadline, and works on any thread without an event loop.
#pragma once

#include "sync/wire/bytes.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <optional>
#include <sys/socket.h>
#include <vector>

namespace parterre::testing {

struct HttpReply
{
    int status = 0;  // 0: no complete answer
    QByteArray head; // status line and headers, each line with its end
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString text(const char* name) const { return json().value(QLatin1String(name)).toString(); }
    // The stable name of an error; empty when the answer is none.
    QByteArray code() const
    {
        return json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString().toLatin1();
    }
    // The first header of that name, in any case; empty when there is none.
    QByteArray header(const QByteArray& name) const
    {
        const qsizetype at = head.toLower().indexOf("\r\n" + name.toLower() + ": ");
        if (at < 0)
            return {};
        const qsizetype start = at + name.size() + 4;
        return head.mid(start, head.indexOf('\r', start) - start);
    }
};

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

inline QByteArray requestBytes(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                               const HttpHeaders& headers = {})
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: test\r\n";
    for (const auto& [name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method != "GET")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

// One connection. Lives on one thread.
class HttpConnection
{
public:
    // `from`: the address to come from, so that limits per address can be met one at a time.
    explicit HttpConnection(std::uint16_t port, const QString& from = {})
    {
        if (!from.isEmpty())
            m_socket.bind(QHostAddress(from));
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.waitForConnected(5'000);
    }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    bool send(const QByteArray& bytes, int withinMs = 10'000)
    {
        m_socket.write(bytes);
        const QDeadlineTimer deadline(withinMs);
        while (isOpen() && m_socket.bytesToWrite() > 0 && !deadline.hasExpired())
            m_socket.waitForBytesWritten(static_cast<int>(deadline.remainingTime()));
        return m_socket.bytesToWrite() == 0;
    }
    // Says that nothing more will come, and goes on listening.
    void sendNoMore() { ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR); }
    void leave() { m_socket.abort(); }

    HttpReply reply(bool hasBody = true, int withinMs = 15'000)
    {
        const QDeadlineTimer deadline(withinMs);
        for (;;) {
            m_in += m_socket.readAll();
            if (auto whole = takeReply(hasBody))
                return *whole;
            if (deadline.hasExpired() || (!isOpen() && m_socket.bytesAvailable() == 0))
                return {};
            m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        }
    }
    // Everything received until `mark` is in it or time runs out; takes it through the mark.
    QByteArray readThrough(const QByteArray& mark, int withinMs = 10'000)
    {
        const QDeadlineTimer deadline(withinMs);
        for (;;) {
            m_in += m_socket.readAll();
            const qsizetype at = m_in.indexOf(mark);
            if (at >= 0) {
                const QByteArray taken = m_in.left(at + mark.size());
                m_in.remove(0, taken.size());
                return taken;
            }
            if (deadline.hasExpired() || (!isOpen() && m_socket.bytesAvailable() == 0))
                return {};
            m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        }
    }
    bool waitClosed(int withinMs = 10'000)
    {
        const QDeadlineTimer deadline(withinMs);
        while (isOpen() && !deadline.hasExpired()) {
            m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
            m_in += m_socket.readAll();
        }
        return !isOpen();
    }

private:
    std::optional<HttpReply> takeReply(bool hasBody)
    {
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0)
            return std::nullopt;
        HttpReply reply;
        reply.head = m_in.left(end + 2);
        reply.status = reply.head.mid(9, 3).toInt();
        const qsizetype length = hasBody ? reply.header("Content-Length").toLongLong() : 0;
        if (m_in.size() < end + 4 + length)
            return std::nullopt;
        reply.body = m_in.mid(end + 4, length);
        m_in.remove(0, end + 4 + length);
        return reply;
    }

    QTcpSocket m_socket;
    QByteArray m_in;
};

// One connection a call. Safe to copy to other threads.
class BlockingHttp
{
public:
    explicit BlockingHttp(std::uint16_t port = 0, QString from = {}) : m_port(port), m_from(std::move(from)) {}

    HttpReply raw(const QByteArray& bytes, bool hasBody = true) const
    {
        HttpConnection connection(m_port, m_from);
        connection.send(bytes);
        return connection.reply(hasBody);
    }
    HttpReply call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                   HttpHeaders headers = {}) const
    {
        headers.emplace_back("Connection", "close");
        return raw(requestBytes(method, path, body, headers), method != "HEAD");
    }
    HttpReply get(const QByteArray& path, HttpHeaders headers = {}) const
    {
        return call("GET", path, {}, std::move(headers));
    }
    HttpReply post(const QByteArray& path, const QByteArray& body, HttpHeaders headers = {}) const
    {
        return call("POST", path, body, std::move(headers));
    }
    std::uint16_t port() const { return m_port; }

private:
    std::uint16_t m_port;
    QString m_from;
};

inline HttpHeaders bearer(const QByteArray& token)
{
    return {{"Authorization", "Bearer " + token}};
}

} // namespace parterre::testing
