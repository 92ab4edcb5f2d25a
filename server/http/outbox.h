// Outbox: bytes on their way to one peer, in order. Large bodies are shared, not copied.
#pragma once

#include "server/http/socket.h"

#include <deque>

namespace parterre::http {

class Outbox
{
public:
    bool isEmpty() const { return m_bytes == 0; }
    std::size_t size() const { return m_bytes; }

    void append(std::string_view text);         // copied
    void appendShared(const QByteArray& bytes); // copied only when small

    // Gives the kernel what it takes; bytes given, or Socket::later or Socket::broken when that is none.
    qint64 sendTo(Socket& socket);

private:
    void drop(std::size_t bytes);

    struct Piece
    {
        QByteArray bytes;
        bool own = true; // may be appended to
    };
    std::deque<Piece> m_pieces;
    std::size_t m_sent = 0; // of the first piece
    std::size_t m_bytes = 0;
};

} // namespace parterre::http
