// A listening socket on a port that several of one process share (SO_REUSEPORT, socket(7)): the kernel gives each of
// them a part of the new connections.
#pragma once

#include <QHostAddress>

#include <cstdint>

namespace parterre::http {

inline constexpr int listenBacklog = 4'096; // connections the kernel keeps until they are accepted

// The descriptor, or -1 with errno. Does not notice another process that shares the port as well: ask for the port
// alone first.
int openSharedListener(const QHostAddress& address, std::uint16_t port);

} // namespace parterre::http
