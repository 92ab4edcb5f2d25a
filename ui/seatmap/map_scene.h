// MapScene: what one frame shows, and MapResources: what frames share. Everything in device pixels.
#pragma once

#include "ui/seatmap/map_colours.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/seat_sprites.h"
#include "ui/seatmap/section_shapes.h"
#include "ui/seatmap/text_sprites.h"
#include "ui/seatmap/viewport.h"

namespace parterre {

// How much there is room for.
enum class MapDetail {
    Sections, // seats would be dots: outlines with names and free counts
    Seats,
    Numbers, // seats with their numbers
};

// Diameters in logical pixels.
inline constexpr double smallestSeatPixels = 3;
inline constexpr double numberedSeatPixels = 18;

struct MapScene
{
    const SeatMapModel& model;
    Viewport viewport; // device pixels
    const MapColours& colours;
    double pixelRatio = 1;  // device pixels a logical pixel
    double textPixels = 13; // size of body text in logical pixels

    double seatRadius() const { return model.geometry().seatRadius() * viewport.scale(); }
    MapDetail detail() const
    {
        const double diameter = 2 * seatRadius() / pixelRatio;
        if (diameter < smallestSeatPixels)
            return MapDetail::Sections;
        return diameter < numberedSeatPixels ? MapDetail::Seats : MapDetail::Numbers;
    }
    int text(double share) const { return static_cast<int>(textPixels * share * pixelRatio + 0.5); } // pixel size
};

// One for each model; cleared when colours or font change.
struct MapResources
{
    explicit MapResources(const SeatGeometry& geometry) : shapes(geometry) {}

    SectionShapes shapes;
    SpriteCache sprites;
    TextSprites texts;
};

} // namespace parterre
