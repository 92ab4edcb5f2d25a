// How large an offline reserve is, which places it takes, and how long it lasts.
#pragma once

#include "sync/domain/commands.h"
#include "sync/domain/event_state.h"

namespace parterre {

// How many places of each price area a counter that sold this many in the last hour should have in reserve for an
// outage of that length: ceil(1.5 × rate × outage), at least 4 where it sold at all.
std::vector<AreaWish> reserveWishes(const std::vector<AreaWish>& soldLastHour, Milliseconds outage);

// Free places to add for one counter: per price area what it wishes; without a wish for any area about a tenth of what
// is free (at least 2, at most 40 seats; units of a standing area likewise). `current` (may be null) counts towards it.
// In contiguous blocks, within the limits of the design: ≤ 2,000 places in one allotment, ≤ 60 % of the house over all
// counters, and at least 30 % of each area stays central. Wheelchair and companion places stay central. Empty when
// nothing can be spared.
Places allotmentPlaces(const EventState& state, const std::vector<AreaWish>& wishes, const Allotment* current);

// Default life of a grant: min(24 h, start of the show + 1 h), at least 0.
Milliseconds allotmentDuration(const EventTerms& terms, Instant now);

// From when on a supervisor may write it off: its counter has stopped selling by then, whatever its clock does within
// 1/500.
Instant writeOffFrom(const Allotment& allotment);

// The end of a grant in which its counter sells no more, so that no clock has to be exact: max(60 s, duration / 200).
// A grant that is no longer than this is of no use to anybody.
Milliseconds allotmentMargin(Milliseconds duration);

} // namespace parterre
