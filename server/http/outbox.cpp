// Small pieces are gathered in one buffer, which is kept for the next answer; large ones are handed to the kernel as
// they are.
#include "server/http/outbox.h"

#include <array>

namespace parterre::http {
namespace {

constexpr qsizetype worthSharing = 4 * 1024;
constexpr qsizetype worthKeeping = 4 * 1024;
constexpr qsizetype firstRoom = 512;

} // namespace

void Outbox::append(std::string_view text)
{
    if (m_pieces.empty() || !m_pieces.back().own) {
        m_pieces.push_back({});
        m_pieces.back().bytes.reserve(std::max<qsizetype>(firstRoom, static_cast<qsizetype>(text.size())));
    }
    m_pieces.back().bytes.append(text.data(), static_cast<qsizetype>(text.size()));
    m_bytes += text.size();
}

void Outbox::appendShared(const QByteArray& bytes)
{
    if (bytes.size() < worthSharing)
        return append(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    m_pieces.push_back({bytes, false});
    m_bytes += static_cast<std::size_t>(bytes.size());
}

qint64 Outbox::sendTo(Socket& socket)
{
    std::array<std::string_view, 16> views;
    std::size_t count = 0;
    for (const Piece& piece : m_pieces) {
        if (count == views.size())
            break;
        views[count++] = {piece.bytes.constData(), static_cast<std::size_t>(piece.bytes.size())};
    }
    if (count == 0)
        return 0;
    views[0].remove_prefix(m_sent);
    const qint64 taken = socket.write({views.data(), count});
    if (taken > 0)
        drop(static_cast<std::size_t>(taken));
    return taken;
}

void Outbox::drop(std::size_t bytes)
{
    m_bytes -= bytes;
    m_sent += bytes;
    while (m_pieces.size() > 1 && m_sent >= static_cast<std::size_t>(m_pieces.front().bytes.size())) {
        m_sent -= static_cast<std::size_t>(m_pieces.front().bytes.size());
        m_pieces.pop_front();
    }
    if (m_bytes > 0)
        return;
    m_sent = 0;
    if (m_pieces.front().own && m_pieces.front().bytes.capacity() <= worthKeeping)
        m_pieces.front().bytes.resize(0);
    else
        m_pieces.clear();
}

} // namespace parterre::http
