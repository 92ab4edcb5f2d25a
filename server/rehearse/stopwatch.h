// Stopwatch: microseconds since it was made. The port Clock counts milliseconds; an answer takes less than one.
#pragma once

#include "server/rehearse/ask.h"

namespace parterre::rehearsal {

class Stopwatch
{
public:
    Stopwatch();
    Microseconds passed() const;

private:
    std::chrono::steady_clock::time_point m_start;
};

} // namespace parterre::rehearsal
