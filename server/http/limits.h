// Limits: how much of anything one peer may ask of the server before it is turned away (design 04).
#pragma once

#include "sync/base/instant.h"

#include <cstddef>

namespace parterre::http {

struct Limits
{
    std::size_t headerBytes = 8 * 1024;     // request line and headers together: 431 past it
    std::size_t targetBytes = 2 * 1024;     // 414
    std::size_t headerCount = 100;          // 431
    std::size_t bodyBytes = 1024 * 1024;    // 413; a route may allow more
    Milliseconds headerWithin{5'000};       // from the first byte of a request: 408
    Milliseconds bodyWithin{10'000};        // from the end of the header: 408
    std::size_t bodyBytesPerSecond = 1024;  // slower than this after the first second: 408
    Milliseconds idle{60'000};              // a kept-alive connection without a request is closed
    Milliseconds writeStall{30'000};        // a peer that takes nothing for this long is closed
    std::size_t streamBacklog = 256 * 1024; // unsent bytes of a stream past which it is closed
    std::size_t connections = 20'000;       // 503 past it
    std::size_t connectionsPerAddress = 64; // 429 past it
};

} // namespace parterre::http
