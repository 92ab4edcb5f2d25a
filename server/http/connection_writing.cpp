// The way out of a connection: answers, streams, and what the kernel takes of them.
#include "server/http/connection.h"
#include "server/http/server.h"

#include <charconv>

namespace parterre::http {

void Connection::writeHead(const Response& response, qint64 length)
{
    char number[24];
    const auto append = [&](qint64 value) {
        m_out.append(
            {number, static_cast<std::size_t>(std::to_chars(number, number + sizeof number, value).ptr - number)});
    };
    m_out.append("HTTP/1.1 ");
    append(response.status);
    m_out.append(" ");
    m_out.append(reasonPhrase(response.status));
    m_out.append("\r\n");
    m_out.appendShared(m_server.dateHeader());
    if (!response.contentType.isEmpty()) {
        m_out.append("Content-Type: ");
        m_out.appendShared(response.contentType);
        m_out.append("\r\n");
    }
    m_out.appendShared(response.headers);
    if (length >= 0) {
        m_out.append("Content-Length: ");
        append(length);
        m_out.append("\r\n");
    }
    if (!m_keepAlive)
        m_out.append("Connection: close\r\n");
    else if (m_http10)
        m_out.append("Connection: keep-alive\r\n");
    m_out.append("\r\n");
}

void Connection::answer(const Response& response, bool headOnly)
{
    if (m_phase != Phase::Answering)
        return;
    m_keepAlive = m_keepAlive && !response.close && !m_finishing;
    const qint64 now = m_server.now();
    if (m_out.isEmpty())
        m_wroteAt = now;
    const bool hasBody = response.status != 204 && response.status != 304;
    writeHead(response, hasBody ? response.body.size() : -1);
    if (hasBody && !headOnly)
        m_out.appendShared(response.body);
    m_phase = Phase::Reading;
    m_idleSince = now;
    m_server.countAnswered();
    if (m_processing)
        return; // the loop goes on when the handler returns
    if (m_in.empty())
        return processInput();
    flush();
    // No handler runs inside somebody's send(): the next request waits for the event loop.
    QMetaObject::invokeMethod(
        &m_server,
        [self = std::weak_ptr(m_self)] {
            if (const auto alive = self.lock(); alive && *alive)
                (*alive)->processInput();
        },
        Qt::QueuedConnection);
}

bool Connection::openStream(const Response& head, bool headOnly)
{
    if (m_phase != Phase::Answering)
        return false;
    m_keepAlive = false;
    if (m_out.isEmpty())
        m_wroteAt = m_server.now();
    writeHead(head, -1);
    m_server.countAnswered();
    m_phase = Phase::Streaming;
    if (!m_processing)
        m_in.clear();
    flush();
    if (headOnly || m_finishing)
        linger();
    else if (m_peerDone)
        end();
    return isStreaming();
}

void Connection::writeStream(const QByteArray& chunk)
{
    if (m_phase != Phase::Streaming)
        return;
    if (m_out.size() + static_cast<std::size_t>(chunk.size()) > m_server.limits().streamBacklog)
        return end(); // the reader resumes by its last position; what it missed is not lost
    if (m_out.isEmpty())
        m_wroteAt = m_server.now();
    m_out.appendShared(chunk);
    flush();
    watch();
}

void Connection::closeStream()
{
    if (m_phase == Phase::Streaming)
        linger();
}

// Gives the kernel what it takes. May end the connection.
void Connection::flush()
{
    while (!m_out.isEmpty() && m_phase != Phase::Gone) {
        const qint64 taken = m_out.sendTo(m_socket);
        if (taken == Socket::broken)
            return end();
        if (taken <= 0)
            break;
        m_wroteAt = m_server.now();
    }
    tellGauge();
    if (m_phase == Phase::Lingering && m_out.isEmpty() && m_lingerSince < 0) {
        m_lingerSince = m_server.now();
        m_socket.shutdownWriting();
        if (m_peerDone)
            return end();
    }
    if (!m_processing)
        watch();
}

} // namespace parterre::http
