// socket, setsockopt, bind, listen.
#include "server/http/shared_listener.h"

#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parterre::http {
namespace {

socklen_t nameOf(const QHostAddress& address, std::uint16_t port, sockaddr_storage& name)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&name, &v4, sizeof v4);
        return sizeof v4;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    if (address != QHostAddress::Any) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, bytes.c, sizeof bytes.c);
    }
    std::memcpy(&name, &v6, sizeof v6);
    return sizeof v6;
}

bool listenOn(int descriptor, const sockaddr_storage& name, socklen_t size, bool onlyV6)
{
    const int one = 1;
    if (onlyV6) // as QTcpServer has it
        ::setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &one, sizeof one);
    return ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one) == 0 &&
           ::bind(descriptor, reinterpret_cast<const sockaddr*>(&name), size) == 0 &&
           ::listen(descriptor, listenBacklog) == 0;
}

} // namespace

int openSharedListener(const QHostAddress& address, std::uint16_t port)
{
    sockaddr_storage name{};
    const socklen_t size = nameOf(address, port, name);
    const int descriptor = ::socket(name.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || listenOn(descriptor, name, size, address.protocol() == QAbstractSocket::IPv6Protocol))
        return descriptor;
    const int why = errno;
    ::close(descriptor);
    errno = why;
    return -1;
}

} // namespace parterre::http
