// Paints the plan small, once, and the frame of the view over it.
#include "ui/seatmap/mini_map.h"

#include <QPainter>

#include <algorithm>

namespace parterre {
namespace {

constexpr double longestSide = 176; // logical pixels
constexpr int cornerGap = 12;
constexpr int smallestWidget = 420;

} // namespace

MiniMap::MiniMap(const SeatMapModel& model) : m_model(model), m_colours(mapColoursFor(QPalette())) {}

void MiniMap::setLook(const QPalette& palette)
{
    m_colours = mapColoursFor(palette);
    invalidate();
}

QRect MiniMap::box(const Viewport& view) const
{
    const QRectF bounds = m_model.geometry().bounds();
    if (view.showsEverything() || std::min(view.size().width(), view.size().height()) < smallestWidget / 2.0 ||
        view.size().width() < smallestWidget)
        return {};
    const double scale = longestSide / std::max(bounds.width(), bounds.height());
    const QSize size(std::max(48, qRound(bounds.width() * scale)), std::max(48, qRound(bounds.height() * scale)));
    return {qRound(view.size().width()) - size.width() - cornerGap,
            qRound(view.size().height()) - size.height() - cornerGap, size.width(), size.height()};
}

Viewport MiniMap::viewportFor(const QRect& box) const
{
    Viewport small(m_model.geometry().bounds(), m_model.geometry().seatPitch());
    small.resize(box.size());
    return small;
}

std::optional<QPointF> MiniMap::metresAt(const Viewport& view, const QPointF& pixel) const
{
    const QRect place = box(view);
    if (!place.contains(pixel.toPoint()))
        return std::nullopt;
    return viewportFor(place).toMetres(pixel - place.topLeft());
}

void MiniMap::paint(QPainter& painter, const Viewport& view, double pixelRatio, MapResources& resources)
{
    const QRect place = box(view);
    if (place.isEmpty())
        return;
    const Viewport small = viewportFor(place);
    const QSize size = place.size() * pixelRatio;
    if (m_picture.size() != size) {
        m_picture = QImage(size, QImage::Format_RGB32);
        QPainter inside(&m_picture);
        paintMap(inside, MapScene{m_model, small.scaledBy(pixelRatio), m_colours, pixelRatio}, {}, resources,
                 m_picture.rect());
    }
    painter.save();
    painter.drawImage(QRectF(place), m_picture);
    painter.setPen(QPen(m_colours.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5));
    const QRectF shown = small.toPixels(view.visible()).translated(place.topLeft());
    painter.setClipRect(place);
    QColor wash = m_colours.accent;
    wash.setAlphaF(0.14F);
    painter.setBrush(wash);
    painter.setPen(QPen(m_colours.accent, 2));
    painter.drawRect(shown & QRectF(place).adjusted(1, 1, -1, -1));
    painter.restore();
}

} // namespace parterre
