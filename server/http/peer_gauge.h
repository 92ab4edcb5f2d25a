// PeerGauge: what a handler on another thread may know of a connection at any time.
#pragma once

#include <QtGlobal>

#include <atomic>

namespace parterre::http {

struct PeerGauge
{
    std::atomic<bool> isThere{true};     // the connection
    std::atomic<bool> isStreaming{true}; // a stream that was asked for is open or about to be
    std::atomic<qint64> onTheWay{0};     // bytes of a stream between the threads
    std::atomic<qint64> unsent{0};       // bytes the peer has not taken yet
};

} // namespace parterre::http
