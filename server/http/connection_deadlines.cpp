// When a connection has taken too long. Looked at four times a second for all connections together.
#include "server/http/connection.h"
#include "server/http/server.h"

namespace parterre::http {
namespace {

constexpr qint64 lingerMs = 2'000;
constexpr qint64 halfClosedMs = 2'000; // for an answer whose asker has sent its last byte

} // namespace

void Connection::checkDeadlines(qint64 now)
{
    const Limits& limits = m_server.limits();
    if (!m_out.isEmpty() && now - m_wroteAt > limits.writeStall.count())
        return end();
    if (m_phase == Phase::Answering && m_peerDone && now - m_peerDoneSince > halfClosedMs)
        return end();
    if (m_peerDone && !m_isCounted && now - m_peerDoneSince > limits.writeStall.count())
        return end(); // who counts for nothing any more may not take the answer in drops for ever
    if (m_lingerSince >= 0 && now - m_lingerSince > lingerMs)
        return end();
    if (!m_socket.isGreeted() && now - m_idleSince > limits.headerWithin.count())
        return end(); // a handshake is part of the first header
    if (!mayProcess())
        return;
    if (m_parser.headerDone()) {
        const qint64 taken = now - m_bodySince;
        const auto owed = static_cast<qint64>(limits.bodyBytesPerSecond) * (taken - 1'000) / 1'000;
        if (taken > limits.bodyWithin.count() || static_cast<qint64>(m_parser.bodyReceived()) < owed)
            refuse({408, {ErrorCode::Timeout, "request body"}});
    } else if (m_headerSince >= 0) {
        if (now - m_headerSince > limits.headerWithin.count())
            refuse({408, {ErrorCode::Timeout, "request header"}});
    } else if (m_out.isEmpty() && now - m_idleSince > limits.idle.count()) {
        linger();
    }
}

} // namespace parterre::http
