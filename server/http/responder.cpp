// The handles look through a weak pointer at the connection, which empties it when the peer is gone.
#include "server/http/responder.h"

#include "server/http/duty.h"

namespace parterre::http {

void Responder::send(const Response& response) const
{
    if (m_duty->answered)
        return;
    m_duty->answered = true;
    if (Connection* open = m_duty->peer())
        open->answer(response, m_duty->headOnly);
}

Stream Responder::stream(const Response& head) const
{
    if (m_duty->answered)
        return Stream({});
    m_duty->answered = true;
    Connection* open = m_duty->peer();
    if (!open || !open->openStream(head, m_duty->headOnly))
        return Stream({});
    return Stream(m_duty->connection);
}

bool Responder::isPeerThere() const
{
    return m_duty->peer() != nullptr;
}

void Stream::write(const QByteArray& chunk)
{
    if (const auto alive = m_connection.lock(); alive && *alive)
        (*alive)->writeStream(chunk);
}

bool Stream::isOpen() const
{
    const auto alive = m_connection.lock();
    return alive && *alive && (*alive)->isStreaming();
}

qint64 Stream::backlog() const
{
    const auto alive = m_connection.lock();
    return alive && *alive ? (*alive)->backlog() : 0;
}

void Stream::close()
{
    if (const auto alive = m_connection.lock(); alive && *alive)
        (*alive)->closeStream();
}

} // namespace parterre::http
