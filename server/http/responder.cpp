// The handles look through a weak pointer at the connection, which empties it when the peer is gone; from another
// thread they look at its gauge, and act through the relay.
#include "server/http/responder.h"

#include "server/http/duty.h"

namespace parterre::http {

void Responder::send(const Response& response) const
{
    if (!m_duty->answered)
        m_duty->answer(response);
}

Stream Responder::stream(const Response& head) const
{
    Stream stream;
    if (m_duty->answered)
        return stream;
    m_duty->answered = true;
    if (m_duty->way) {
        m_duty->way->post([to = m_duty->connection, gauge = m_duty->gauge, head, only = m_duty->headOnly] {
            Connection* open = peerBehind(to);
            if (!open || !open->openStream(head, only))
                gauge->isStreaming = false;
        });
        stream.m_way = m_duty->way;
        stream.m_gauge = m_duty->gauge;
    } else {
        Connection* open = peerBehind(m_duty->connection);
        if (!open || !open->openStream(head, m_duty->headOnly))
            return stream;
    }
    stream.m_connection = m_duty->connection;
    return stream;
}

bool Responder::isPeerThere() const
{
    return m_duty->way ? m_duty->gauge->isThere.load() : peerBehind(m_duty->connection) != nullptr;
}

void Stream::write(const QByteArray& chunk)
{
    if (!m_way) {
        if (Connection* open = peerBehind(m_connection))
            open->writeStream(chunk);
        return;
    }
    m_gauge->onTheWay += chunk.size();
    m_way->post([to = m_connection, gauge = m_gauge, chunk] {
        gauge->onTheWay -= chunk.size();
        if (Connection* open = peerBehind(to))
            open->writeStream(chunk);
    });
}

bool Stream::isOpen() const
{
    if (m_way)
        return m_gauge->isStreaming && m_gauge->isThere;
    Connection* open = peerBehind(m_connection);
    return open && open->isStreaming();
}

qint64 Stream::backlog() const
{
    if (m_way)
        return m_gauge->onTheWay + m_gauge->unsent;
    Connection* open = peerBehind(m_connection);
    return open ? open->backlog() : 0;
}

void Stream::close()
{
    const auto act = [to = m_connection] {
        if (Connection* open = peerBehind(to))
            open->closeStream();
    };
    m_way ? m_way->post(act) : act();
}

} // namespace parterre::http
