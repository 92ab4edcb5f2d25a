// The one place of a rehearsal that reads a clock.
#include "server/rehearse/stopwatch.h"

namespace parterre::rehearsal {

Stopwatch::Stopwatch() : m_start(std::chrono::steady_clock::now()) {}

Microseconds Stopwatch::passed() const
{
    return std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - m_start);
}

} // namespace parterre::rehearsal
