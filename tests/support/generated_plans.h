// Plans made in code for tests and measurements: a theatre with curved rows, an arena bowl, a plain block.
#pragma once

#include "sync/domain/seat_plan.h"

#include <cstdint>

namespace parterre::test {

// About 600 seats: stalls in three blocks, a circle behind them, six boxes, wheelchair places with companions, a stage.
SeatPlanPtr theatre();

// An oval bowl around a floor: wedge-shaped sections in two tiers and a standing floor. `seats`: rounded up to a row.
SeatPlanPtr arena(std::uint32_t seats);

// Straight rows in sections of 50 by 20, filling a drawing of the given proportions; exactly `seats` seats.
SeatPlanPtr block(std::uint32_t seats, double widthByHeight);

} // namespace parterre::test
