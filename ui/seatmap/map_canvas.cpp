// Decides between repainting everything and repainting a few rectangles.
#include "ui/seatmap/map_canvas.h"

#include <QFontInfo>
#include <QPainter>

#include <algorithm>

namespace parterre {
namespace {

constexpr std::size_t mostSeatsByThemselves = 400; // beyond that one full repaint is quicker

}

MapCanvas::MapCanvas(const SeatMapModel& model)
    : m_model(model),
      m_resources(model.geometry()),
      m_colours(mapColoursFor(QPalette())),
      m_viewport(model.geometry().bounds(), model.geometry().seatPitch())
{}

MapCanvas::~MapCanvas() = default;

void MapCanvas::setLook(const QPalette& palette, const QFont& font)
{
    m_colours = mapColoursFor(palette);
    m_textPixels = QFontInfo(font).pixelSize();
    m_resources.sprites.clear();
    m_resources.texts.clear();
    m_resources.texts.setFont(font);
    invalidate();
}

void MapCanvas::setView(const Viewport& viewport, double pixelRatio)
{
    if (viewport == m_viewport && pixelRatio == m_pixelRatio)
        return;
    m_viewport = viewport;
    m_pixelRatio = pixelRatio;
    invalidate();
}

void MapCanvas::invalidate()
{
    m_isStale = true;
    m_stale.clear();
}

QRect MapCanvas::invalidateSeats(const std::vector<SeatIndex>& seats)
{
    const MapScene scene = this->scene();
    const QRect all = QRectF(QPointF(0, 0), m_viewport.size()).toAlignedRect();
    // From afar a seat shows only in its section's count, which is a label to be laid out anew.
    if (scene.detail() == MapDetail::Sections || m_stale.size() + seats.size() > mostSeatsByThemselves)
        invalidate();
    if (m_isStale)
        return all;
    QRect changed;
    for (const SeatIndex seat : seats) {
        const QRect box = seatBox(scene, seat) & m_image.rect();
        if (box.isEmpty())
            continue;
        m_stale.push_back(box);
        changed |= box;
    }
    const double ratio = m_pixelRatio;
    return QRectF(changed.x() / ratio, changed.y() / ratio, changed.width() / ratio, changed.height() / ratio)
        .toAlignedRect();
}

const QImage& MapCanvas::image()
{
    if (m_isStale)
        repaintAll();
    for (const QRect& area : m_stale)
        repaint(area);
    m_stale.clear();
    return m_image;
}

MapScene MapCanvas::scene() const
{
    return {m_model, m_viewport.scaledBy(m_pixelRatio), m_colours, m_pixelRatio, m_textPixels};
}

void MapCanvas::repaintAll()
{
    const MapScene scene = this->scene();
    const QSize size(std::max(1, static_cast<int>(scene.viewport.size().width())),
                     std::max(1, static_cast<int>(scene.viewport.size().height())));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32); // no alpha: copies and blends are quicker
    m_labels = layoutLabels(scene, m_resources);
    m_isStale = false;
    repaint(m_image.rect());
}

void MapCanvas::repaint(const QRect& area)
{
    QPainter painter(&m_image);
    paintMap(painter, scene(), m_labels, m_resources, area);
}

} // namespace parterre
