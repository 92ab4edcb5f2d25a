// MiniMap: the whole plan in a corner, with a frame around what the view shows. Shown when the view shows a part only.
#pragma once

#include "ui/seatmap/map_canvas.h"

#include <optional>

class QPainter;

namespace parterre {

// All in logical pixels of the widget it is painted on.
class MiniMap
{
public:
    explicit MiniMap(const SeatMapModel& model);

    void setLook(const QPalette& palette);
    void invalidate() { m_picture = QImage(); }

    // Where it lies on a widget of this size; empty when the view shows everything or the widget is too small.
    QRect box(const Viewport& view) const;
    // The metre of the plan under a pixel of the widget; nothing outside the box.
    std::optional<QPointF> metresAt(const Viewport& view, const QPointF& pixel) const;
    void paint(QPainter& painter, const Viewport& view, double pixelRatio, MapResources& resources);

private:
    Viewport viewportFor(const QRect& box) const;

    const SeatMapModel& m_model;
    MapColours m_colours;
    QImage m_picture; // device pixels; drawn anew when null or of another size
};

} // namespace parterre
