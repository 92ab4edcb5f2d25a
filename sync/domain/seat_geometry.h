// Distances between places of a plan in whole millimetres: exact integer arithmetic, so every machine agrees (I22).
#pragma once

#include "sync/domain/seat_plan.h"

namespace parterre {

// Rounded down; at most 2.9e8 within a plan. Precondition: both points within SeatPlan::maxExtentMetres.
std::uint32_t distanceMm(Point a, Point b);

// For each seat: does it sit beside the seat before it in plan order? False for the first of a row and after an aisle:
// a gap of more than 1.8 times the row's median distance from seat to seat.
std::vector<bool> besidePrevious(const SeatPlanParts& parts);

} // namespace parterre
