// The simple rule of this release for how large an offline reserve is and which places it takes.
#pragma once

#include "sync/domain/event_state.h"

namespace parterre {

// Free places for one counter: per price area about a tenth of what is free (at least 2, at most 40 seats; units of a
// standing area likewise), in contiguous blocks, never more than limits of the design: ≤ 2,000 seats, ≤ 60 % of the
// house over all counters, and at least 30 % of the free seats of each area stay central. `wish` > 0 replaces the
// tenth. Wheelchair and companion places stay central. Empty when nothing can be spared.
Places allotmentPlaces(const EventState& state, std::uint32_t wish);

// Default life of a grant: min(24 h, start of the show + 1 h), at least 0.
Milliseconds allotmentDuration(const EventTerms& terms, Instant now);

// The end of a grant in which its counter sells no more, so that no clock has to be exact: max(60 s, duration / 200).
// A grant that is no longer than this is of no use to anybody.
Milliseconds allotmentMargin(Milliseconds duration);

} // namespace parterre
