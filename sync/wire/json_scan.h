// A look at JSON text before it is parsed, so that hostile nesting or huge numbers of values never reach the parser.
#pragma once

#include "sync/base/result.h"
#include "sync/wire/bytes.h"

#include <cstddef>

namespace parterre {

struct JsonLimits
{
    std::size_t depth = 32;       // arrays and objects inside each other
    std::size_t values = 200'000; // elements and members together; a parsed value takes about 50 bytes
};

// "line 3, column 17" of a byte position; columns count bytes.
std::string jsonPosition(const Bytes& text, std::size_t offset);

// Malformed or TooLarge, naming the position, when a limit is passed. Says nothing about syntax.
Result<void> scanJson(const Bytes& text, const JsonLimits& limits);

} // namespace parterre
