// SeatSprites: seats drawn once for a size and colour scheme, then copied. The reason 100,000 seats fit in one frame.
#pragma once

#include "ui/seatmap/map_colours.h"
#include "ui/seatmap/seat_style.h"

#include <QPainter>
#include <QPixmap>
#include <QPointF>

#include <list>
#include <vector>

namespace parterre {

// All sprites of one radius in one pixmap, each drawn when first asked for. Seats do not sit on whole pixels, so a
// small seat has a sprite for each quarter of a pixel: rows stay even instead of jittering.
class SeatSprites
{
public:
    // `radius` in device pixels.
    SeatSprites(double radius, const MapColours& colours);

    double radius() const { return m_radius; }

    // Puts one seat into the batch and draws the batch when it is full; `at` in device pixels, painter untransformed.
    void add(QPainter& painter, const SeatLook& look, const QPointF& at);
    // Draws what is left of the batch.
    void finish(QPainter& painter);

private:
    struct Phase
    {
        int pixel; // whole pixel
        int part;  // how many parts of a pixel beyond it
    };
    Phase phaseOf(double coordinate) const;
    // Part of the atlas that is not transparent, and where it lies from the seat's whole pixel.
    struct Sprite
    {
        std::int32_t left, top, width, height;
        std::int32_t offsetX, offsetY;
    };
    const Sprite& spriteFor(const SeatLook& look, int partX, int partY);
    Sprite draw(const SeatLook& look, int partX, int partY);

    double m_radius;
    MapColours m_colours;
    int m_partShift;
    int m_parts; // positions within a pixel, an axis; 2 to the power of m_partShift
    int m_reach; // pixels from the centre to the edge of a sprite
    int m_side;  // pixels of a sprite's side
    QPixmap m_atlas;
    std::vector<Sprite> m_sprites;
    std::vector<std::int32_t> m_spriteOf; // by look and position within the pixel; -1 when not drawn yet
    std::vector<QPainter::PixmapFragment> m_batch;
};

// Keeps the sprites of the radii used lately, so zooming to and fro draws nothing twice.
class SpriteCache
{
public:
    // `radius` in device pixels is rounded to a near bucket. The reference is good until the next call.
    SeatSprites& forRadius(double radius, const MapColours& colours);
    void clear() { m_sheets.clear(); }

private:
    std::list<SeatSprites> m_sheets; // most recently used first
};

} // namespace parterre
