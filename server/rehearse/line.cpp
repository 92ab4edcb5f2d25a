// System calls of a client connection.
#include "server/rehearse/line.h"

#include "sync/base/require.h"

#include <array>
#include <cerrno>
#include <utility>

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::rehearsal {
namespace {

// One at a time is being read into; nothing of it is kept.
thread_local std::array<char, 256 * 1024> scratch;

bool isLoopback(const sockaddr_storage& address)
{
    const auto* four = reinterpret_cast<const sockaddr_in*>(&address);
    return address.ss_family == AF_INET && ntohl(four->sin_addr.s_addr) >> 24 == 127;
}

int connectTo(const Target& target, std::uint32_t source)
{
    const int descriptor = ::socket(target.address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const int one = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (source != 0) {
        ::setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
        sockaddr_in from{};
        from.sin_family = AF_INET;
        from.sin_addr.s_addr = htonl(source);
        ::bind(descriptor, reinterpret_cast<const sockaddr*>(&from), sizeof from);
    }
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&target.address), target.addressSize) == 0 ||
        errno == EINPROGRESS)
        return descriptor;
    ::close(descriptor);
    return -1;
}

} // namespace

std::string Target::resolve(const std::string& url, Target& target)
{
    constexpr std::string_view scheme = "http://";
    if (url.starts_with("https://"))
        return "a rehearsal speaks plain http: name the server itself, not the proxy that adds https";
    std::string host = url.starts_with(scheme) ? url.substr(scheme.size()) : url;
    host = host.substr(0, host.find('/'));
    target.host = host;
    std::string port = "80";
    if (const std::size_t colon = host.rfind(':');
        colon != std::string::npos && host.find(']', colon) == std::string::npos) {
        port = host.substr(colon + 1);
        host.resize(colon);
    }
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (host.empty() || ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0 || !found)
        return "there is no address for '" + url + "'; it is written http://HOST:PORT";
    std::copy_n(reinterpret_cast<const char*>(found->ai_addr), found->ai_addrlen,
                reinterpret_cast<char*>(&target.address));
    target.addressSize = found->ai_addrlen;
    ::freeaddrinfo(found);
    target.isLoopback = rehearsal::isLoopback(target.address);
    return {};
}

Line::Line(EventLoop& loop, const Target& target, std::uint32_t source)
    : m_loop(loop), m_target(target), m_source(source), m_descriptor(connectTo(target, target.isLoopback ? source : 0))
{
    if (m_descriptor >= 0)
        m_loop.watch(m_descriptor, this);
}

void Line::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // leaves the epoll set by itself
    m_descriptor = -1;
    m_owner = nullptr;
    m_busy = false;
}

void Line::send(const Ask& ask, std::string_view more, Owner* owner, bool stream)
{
    PARTERRE_REQUIRE(free());
    m_owner = owner;
    m_busy = true;
    m_stream = stream;
    m_parser.reset(ask.keepBody && !stream);
    m_out.clear();
    m_sent = 0;
    m_out.append(ask.method).append(" ").append(ask.path).append(" HTTP/1.1\r\nHost: ").append(m_target.host);
    m_out.append("\r\n").append(ask.headers).append(more);
    if (ask.method[0] != 'G')
        m_out.append("Content-Length: ").append(std::to_string(ask.body.size())).append("\r\n");
    m_out.append("\r\n").append(ask.body);
    if (m_connected)
        write();
}

void Line::ready(std::uint32_t events)
{
    if (m_descriptor < 0)
        return;
    if (events & EPOLLERR)
        return fail(m_connected ? Failure::Closed : Failure::Unreachable);
    if (events & EPOLLOUT) {
        m_connected = true;
        write();
    }
    if (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP))
        read((events & (EPOLLRDHUP | EPOLLHUP)) != 0);
}

void Line::write()
{
    while (m_descriptor >= 0 && m_sent < m_out.size()) {
        const ssize_t sent = ::send(m_descriptor, m_out.data() + m_sent, m_out.size() - m_sent, MSG_NOSIGNAL);
        if (sent < 0)
            return; // no room yet, or broken: the poller tells either way, and an answer may be there already
        m_sent += static_cast<std::size_t>(sent);
    }
}

// `ended`: the peer has sent its last byte, which is told only once: read up to it.
void Line::read(bool ended)
{
    while (m_descriptor >= 0) {
        const ssize_t got = ::recv(m_descriptor, scratch.data(), scratch.size(), 0);
        if (got > 0)
            take({scratch.data(), static_cast<std::size_t>(got)});
        else if (got == 0)
            return peerEnded();
        else if (errno == EAGAIN || errno == EINTR)
            return;
        else
            return fail(Failure::Closed);
        if (!ended && static_cast<std::size_t>(got) < scratch.size())
            return; // all there was; more, or the end, is told anew
    }
}

void Line::take(std::string_view data)
{
    if (!m_busy && !m_stream) {
        // Nothing was asked: a server that turns a connection away answers before it is. The answer is for the request
        // that would have come.
        return close();
    }
    const bool hadHead = m_parser.headDone();
    switch (m_parser.feed(data)) {
    case ReplyParser::Progress::NeedMore:
        if (m_stream && m_busy && !hadHead && m_parser.headDone())
            done();
        return;
    case ReplyParser::Progress::Done:
        return done();
    case ReplyParser::Progress::Broken:
        return fail(Failure::NotUnderstood);
    }
}

void Line::peerEnded()
{
    if (m_busy && m_parser.end() == ReplyParser::Progress::Done)
        return done();
    fail(Failure::Closed);
}

void Line::done()
{
    Owner* owner = std::exchange(m_owner, nullptr);
    m_busy = false;
    m_used = true;
    const Reply reply = m_parser.reply();
    if (!m_parser.keepsAlive() && !(m_stream && reply.good()))
        close();
    if (owner)
        owner->replied(reply);
}

void Line::fail(Failure failure)
{
    Owner* owner = std::exchange(m_owner, nullptr);
    const bool fresh = !m_used || !m_parser.empty();
    close();
    if (owner)
        owner->failed(failure, fresh);
}

} // namespace parterre::rehearsal
