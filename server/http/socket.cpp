// System calls of a connection: recv, sendmsg, setsockopt, shutdown and epoll (Linux).
#include "server/http/socket.h"

#include "sync/base/require.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace parterre::http {
namespace {

constexpr std::size_t mostPieces = 16;
constexpr int readyAtOnce = 256;

qint64 outcome(ssize_t moved)
{
    if (moved >= 0)
        return moved;
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Socket::later : Socket::broken;
}

} // namespace

void Socket::encrypt(const TlsIdentity& identity)
{
    m_tls = std::make_unique<TlsSession>(identity, m_descriptor);
}

qint64 Socket::read(char* out, std::size_t size)
{
    if (m_descriptor < 0)
        return broken;
    return m_tls ? m_tls->read(out, size) : outcome(::recv(m_descriptor, out, size, 0));
}

qint64 Socket::write(std::span<const std::string_view> pieces)
{
    if (m_descriptor < 0)
        return broken;
    if (m_tls)
        return writeEncrypted(pieces);
    if (pieces.size() == 1)
        return outcome(::send(m_descriptor, pieces[0].data(), pieces[0].size(), MSG_NOSIGNAL));
    std::array<iovec, mostPieces> vector;
    const std::size_t count = std::min(pieces.size(), mostPieces);
    for (std::size_t i = 0; i < count; ++i)
        vector[i] = {const_cast<char*>(pieces[i].data()), pieces[i].size()};
    msghdr message{};
    message.msg_iov = vector.data();
    message.msg_iovlen = count;
    return outcome(::sendmsg(m_descriptor, &message, MSG_NOSIGNAL));
}

qint64 Socket::writeEncrypted(std::span<const std::string_view> pieces)
{
    qint64 all = 0;
    for (const std::string_view piece : pieces) {
        if (piece.empty())
            continue;
        const qint64 taken = m_tls->write(piece.data(), piece.size());
        if (taken <= 0)
            return all > 0 ? all : taken;
        all += taken;
        if (taken < static_cast<qint64>(piece.size()))
            break;
    }
    return all;
}

void Socket::acknowledge()
{
    const int one = 1;
    if (m_descriptor >= 0)
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_QUICKACK, &one, sizeof one);
}

void Socket::watch(Polled* polled, bool reading, bool writing)
{
    if (m_tls) { // a handshake may need the other direction first
        const bool waitsForData = m_tls->writeWaitsForData();
        writing = (writing && !waitsForData) || m_tls->readWaitsForRoom();
        reading = reading || waitsForData;
    }
    const std::uint32_t wanted = (reading ? EPOLLIN : 0U) | (writing ? EPOLLOUT : 0U);
    if (m_descriptor < 0 || (m_added && wanted == m_watched))
        return;
    epoll_event event{};
    event.events = wanted;
    event.data.ptr = polled;
    const int done = ::epoll_ctl(m_poller.m_epoll, m_added ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, m_descriptor, &event);
    PARTERRE_REQUIRE(done == 0);
    m_added = true;
    m_watched = wanted;
}

void Socket::shutdownWriting()
{
    if (m_descriptor < 0)
        return;
    if (m_tls)
        m_tls->sayGoodbye();
    ::shutdown(m_descriptor, SHUT_WR);
}

void Socket::close()
{
    m_tls.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor); // leaves the epoll set by itself
    m_descriptor = -1;
}

Poller::Poller(QObject* parent) : QObject(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    PARTERRE_REQUIRE(m_epoll >= 0);
    m_notifier = new QSocketNotifier(m_epoll, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Poller::tellReady);
}

Poller::~Poller()
{
    delete m_notifier;
    ::close(m_epoll);
}

void Poller::tellReady()
{
    std::array<epoll_event, readyAtOnce> events;
    const int count = ::epoll_wait(m_epoll, events.data(), readyAtOnce, 0);
    for (int i = 0; i < count; ++i)
        static_cast<Polled*>(events[static_cast<std::size_t>(i)].data.ptr)
            ->ready(events[static_cast<std::size_t>(i)].events);
}

} // namespace parterre::http
