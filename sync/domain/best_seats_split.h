// splitGroup(): seats for a group that no single row can take: the fewest runs, near each other.
#pragma once

#include "sync/domain/seat_runs.h"

#include <functional>

namespace parterre {

// Precondition: the runs are in plan order and together have at least `quantity` seats. `distanceOf` says how far a
// seat is from where the group would like to be, in millimetres. With `wheelchair` the first run taken has a wheelchair
// place; empty when there is none. Ascending. The number of runs is minimal (but for `wheelchair`); which of the runs
// is a greedy choice: the nearest that still lets the number be minimal.
std::vector<SeatIndex> splitGroup(const SeatPlan& plan, const std::vector<SeatRun>& runs, std::uint32_t quantity,
                                  bool wheelchair, const std::function<std::uint32_t(std::uint32_t)>& distanceOf);

} // namespace parterre
