// checkPlanParts(): everything that must be true of the parts of a plan, except that seat numbers are unique in their
// row (SeatPlan::create sees that while it builds its index).
#pragma once

#include "sync/domain/seat_plan.h"

namespace parterre {

// Malformed or TooLarge; the detail names the offending part. O(parts), allocates for the duplicate search only.
Result<void> checkPlanParts(const SeatPlanParts& parts);

} // namespace parterre
