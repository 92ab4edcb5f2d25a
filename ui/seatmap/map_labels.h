// Where the words of the map go: names of rows and sections, free counts, texts of stage and standing areas.
#pragma once

#include "ui/seatmap/map_scene.h"

#include <QPixmap>
#include <QPointF>

#include <vector>

namespace parterre {

struct MapLabel
{
    QPoint at; // top left, device pixels
    QPixmap picture;

    QRect box() const { return {at, picture.size()}; }
};

// The labels of a frame, none on top of another; those out of view are left out.
std::vector<MapLabel> layoutLabels(const MapScene& scene, MapResources& resources);

} // namespace parterre
