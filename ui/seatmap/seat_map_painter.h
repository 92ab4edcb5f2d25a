// Paints the seat map into any painter: a screen's backing store, a mini-map, a printout, a test image.
#pragma once

#include "ui/seatmap/map_labels.h"
#include "ui/seatmap/map_scene.h"

class QPainter;

namespace parterre {

// Paints what of the scene lies in `area` (device pixels), ground included. The painter must not be transformed; pass
// scene.viewport.scaledBy(ratio) instead. `labels`: from layoutLabels() for this scene, or empty for none.
void paintMap(QPainter& painter, const MapScene& scene, const std::vector<MapLabel>& labels, MapResources& resources,
              const QRect& area);

// The rectangle a seat's picture may touch, in device pixels.
QRect seatBox(const MapScene& scene, SeatIndex seat);
// The rectangle a section's outline and label may touch.
QRect sectionBox(const MapScene& scene, SectionIndex section);

} // namespace parterre
