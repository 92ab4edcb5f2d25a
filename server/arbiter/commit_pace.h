// CommitPace: how fast the disk is, told from what commits took lately. A wait for the disk alone is no queue.
#pragma once

#include "server/arbiter/arbiter_metrics.h"
#include "sync/base/instant.h"

namespace parterre {

// Values in, values out; one thread.
class CommitPace
{
public:
    static constexpr Milliseconds window{1'000};
    // While there is not too much to do: large batches take longer, and that is work, not the disk. `commits`: as the
    // arbiter counts them since its start; `now`: since boot.
    void look(const Histogram& commits, Milliseconds now);
    // What the quickest commit of the last window that had one took at least.
    Milliseconds quickest() const { return m_quickest; }

private:
    Histogram m_before;
    Milliseconds m_since{0};
    Milliseconds m_quickest{0};
};

} // namespace parterre
