// Where the keyboard goes from a seat: along the row, to the next row, to row ends, to other sections.
#pragma once

#include "ui/seatmap/seat_geometry.h"

#include <optional>

namespace parterre {

enum class Direction { Left, Right, Up, Down };

// The seat an arrow key means: the neighbour in the row when the row runs that way at this seat, else the nearest seat
// of another row that way. Past the end of a row it crosses the aisle. Nothing when there is no seat that way.
std::optional<SeatIndex> seatBeside(const SeatGeometry& geometry, SeatIndex from, Direction direction);

// The end of the seat's row that lies to the left (or, for a row running down the screen, at the top), and the other.
SeatIndex rowStart(const SeatGeometry& geometry, SeatIndex seat);
SeatIndex rowEnd(const SeatGeometry& geometry, SeatIndex seat);

// The middle seat of the first row of the next (or previous) section that has seats; wraps around.
SeatIndex seatInNextSection(const SeatGeometry& geometry, SeatIndex from);
SeatIndex seatInPreviousSection(const SeatGeometry& geometry, SeatIndex from);

// Where focus begins: the seat nearest to the focal point. Nothing when the plan has no seats.
std::optional<SeatIndex> firstSeatToFocus(const SeatGeometry& geometry);

} // namespace parterre
