// LoadShedder: when there is more to do than can be done in time, who is sent away first. The order is published: a new
// visitor before somebody who looks at the map, then who wants to hold seats; a payment is never sent away.
#pragma once

#include "sync/base/instant.h"

#include <array>
#include <cstdint>

namespace parterre {

enum class Worth : std::uint8_t { Payment, Hold, Map, Visit };

// Values in, values out; one thread. The measure is how long work waits before it is begun: the delay is what fans
// feel, and it grows before anything else does. What counts is the middle one of the last moments: a single stall is no
// overload, a queue that stands is. The least of them, as in CoDel (RFC 8289), does not see it here: fans whose answers
// one commit brings come back together, so that long rounds and short ones take turns.
class LoadShedder
{
public:
    static constexpr std::size_t moments = 8;
    // Told every 25 ms: the longest wait just now of a request for its thread and of a command for the writer.
    void note(Milliseconds delay);

    // Shall a request of that worth be served? Near a limit some are and some are not, evenly.
    bool admits(Worth worth);

    Milliseconds delay() const { return m_delay; } // the middle one of the last moments
    bool isCalm() const;                           // everybody is served
    // Sent away so far.
    std::uint64_t shed(Worth worth) const { return m_shed[static_cast<std::size_t>(worth)]; }

private:
    std::array<Milliseconds, moments> m_last{};
    std::size_t m_next = 0; // the oldest of them
    Milliseconds m_delay{0};
    std::array<std::uint32_t, 4> m_owed{}; // thousandths of a refusal carried over, by worth
    std::array<std::uint64_t, 4> m_shed{};
};

} // namespace parterre
