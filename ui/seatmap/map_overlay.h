// What lies over the finished map and changes with every move: focus ring, marquee, hover text.
#pragma once

#include "ui/seatmap/map_colours.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/viewport.h"

class QPainter;

namespace parterre {

// Logical pixels. A ring in two colours, so it shows on any ground, and never smaller than can be found.
QRect focusRingBox(const SeatMapModel& model, const Viewport& viewport, SeatIndex seat);
void paintFocusRing(QPainter& painter, const QRect& box, const MapColours& colours);
// The edge of the whole widget while it has the keyboard.
void paintFocusFrame(QPainter& painter, const QRect& widget, const MapColours& colours);
// The old seats of a party in broken rings, the proposed ones in bold rings, an arrow from these to those.
void paintProposal(QPainter& painter, const SeatMapModel& model, const Viewport& viewport, const MapColours& colours);
void paintMarquee(QPainter& painter, const QRectF& rect, const MapColours& colours);

// Rich text: place in bold, price, state and remarks below.
QString seatToolTip(const SeatMapModel& model, SeatIndex seat);
QString standingToolTip(const SeatMapModel& model, StandingIndex area);

} // namespace parterre
