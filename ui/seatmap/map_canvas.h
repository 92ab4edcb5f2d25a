// MapCanvas: the finished picture of the map, kept until something changes; then only the changed seats are repainted.
#pragma once

#include "ui/seatmap/map_labels.h"
#include "ui/seatmap/seat_map_painter.h"

#include <QFont>
#include <QImage>
#include <QPalette>

#include <memory>
#include <vector>

namespace parterre {

class MapCanvas
{
public:
    explicit MapCanvas(const SeatMapModel& model);
    ~MapCanvas();

    void setLook(const QPalette& palette, const QFont& font);
    void setView(const Viewport& viewport, double pixelRatio); // `viewport` in logical pixels
    void invalidate();
    // Marks seats whose look changed; returns the logical rectangle of the screen to update.
    QRect invalidateSeats(const std::vector<SeatIndex>& seats);

    // Up to date; device pixels.
    const QImage& image();
    const MapColours& colours() const { return m_colours; }
    MapResources& resources() { return m_resources; }

private:
    MapScene scene() const;
    void repaintAll();
    void repaint(const QRect& area);

    const SeatMapModel& m_model;
    MapResources m_resources;
    MapColours m_colours;
    Viewport m_viewport; // logical pixels
    double m_pixelRatio = 1;
    double m_textPixels = 13;
    QImage m_image;
    std::vector<MapLabel> m_labels;
    std::vector<QRect> m_stale; // device pixels; used while m_isStale is false
    bool m_isStale = true;      // all of it
};

} // namespace parterre
