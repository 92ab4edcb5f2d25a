// Draws one seat: the glyph of its look, at any size, into any painter.
#pragma once

#include "ui/seatmap/map_colours.h"
#include "ui/seatmap/seat_style.h"

#include <QPointF>

class QPainter;

namespace parterre {

// `radius` and `centre` in the painter's units; paints at most seatOverhang × radius + 1 from the centre.
// Marks of wheelchair, companion and restricted view show on free seats, from a radius of 6 and 8 on.
inline constexpr double seatOverhang = 1.12;
void drawSeat(QPainter& painter, const QPointF& centre, double radius, const SeatLook& look, const MapColours& colours);

} // namespace parterre
