// Responder: the right and duty to answer one request, now or later. Safe when the peer has left.
#pragma once

#include "server/http/response.h"

#include <functional>
#include <memory>

namespace parterre::http {

class Connection;

// An open answer without an end, such as server-sent events. Copyable handle; server's thread only.
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
    explicit Stream(std::weak_ptr<Connection*> connection) : m_connection(std::move(connection)) {}
    std::weak_ptr<Connection*> m_connection;
};

// Copyable handle; the last copy to go without an answer sends 500. Server's thread only.
class Responder
{
public:
    // The first answer counts; a second is ignored. An answer to a peer that left is dropped. Never runs a handler.
    void send(const Response& response) const;
    // Sends the header and keeps the answer open. Empty handle (not open) when the peer has left.
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
