// The lowest bucket that has grown, by its lower bound.
#include "server/arbiter/commit_pace.h"

#include <utility>

namespace parterre {

void CommitPace::look(const Histogram& commits, Milliseconds now)
{
    if (now - m_since < window)
        return;
    m_since = now;
    const Histogram before = std::exchange(m_before, commits);
    for (std::size_t bucket = 0; bucket < commits.counts.size(); ++bucket) {
        if (commits.counts[bucket] == before.counts[bucket])
            continue;
        m_quickest = Milliseconds(bucket == 0 ? 0 : static_cast<std::int64_t>(Histogram::bounds[bucket - 1]));
        return;
    }
}

} // namespace parterre
