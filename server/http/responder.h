// Responder: the right and duty to answer one request, now or later. Safe when the peer has left. The connection may
// live on another thread than the handler: then an answer is carried there.
#pragma once

#include "server/http/response.h"
#include "server/relay/relay.h"

#include <functional>
#include <memory>

namespace parterre::http {

class Connection;
struct PeerGauge;

// An open answer without an end, such as server-sent events. Copyable handle; thread of its handler only.
class Stream
{
public:
    // Sends when the peer takes it. A peer that lets more than Limits::streamBacklog pile up is closed.
    void write(const QByteArray& chunk);
    bool isOpen() const;
    qint64 backlog() const; // bytes not yet taken by the peer
    void close();

private:
    friend class Responder;
    Stream() = default; // not open
    std::weak_ptr<Connection*> m_connection;
    RelayPtr m_way; // to the connection's thread when that is another
    std::shared_ptr<PeerGauge> m_gauge;
};

// Copyable handle; the last copy to go without an answer sends 500. Thread of its handler only.
class Responder
{
public:
    // The first answer counts; a second is ignored. An answer to a peer that left is dropped. Never runs a handler.
    void send(const Response& response) const;
    // Sends the header and keeps the answer open. The handle is not open when the peer has left.
    Stream stream(const Response& head) const;
    // False once the connection is known to be gone. A peer that merely sends no more may still read.
    bool isPeerThere() const;

private:
    friend class Connection;
    struct Duty;
    explicit Responder(std::shared_ptr<Duty> duty) : m_duty(std::move(duty)) {}
    std::shared_ptr<Duty> m_duty;
};

} // namespace parterre::http
