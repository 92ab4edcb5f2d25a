// Layers from back to front: ground, stage and other drawings, standing areas, sections or seats, labels.
#include "ui/seatmap/seat_map_painter.h"

#include "ui/seatmap/seat_glyphs.h"

#include <QPainter>

#include <cmath>

namespace parterre {
namespace {

QTransform metresToPixels(const Viewport& viewport)
{
    const QPointF origin = viewport.toPixels(QPointF(0, 0));
    return {viewport.scale(), 0, 0, viewport.scale(), origin.x(), origin.y()};
}

class Frame
{
public:
    Frame(QPainter& painter, const MapScene& scene, MapResources& resources, const QRect& area)
        : m_painter(painter),
          m_scene(scene),
          m_resources(resources),
          m_area(area),
          m_toPixels(metresToPixels(scene.viewport))
    {}

    void paintDecorations();
    void paintStandingAreas();
    void paintSections();
    void paintSeats();
    void paintNumbers();

private:
    const SeatPlan& plan() const { return m_scene.model.plan(); }
    QPen hairline(const QColor& colour) const { return {colour, 1.2 * m_scene.pixelRatio}; }
    template <typename Visit>
    void forEachSeatInArea(Visit&& visit) const;

    QPainter& m_painter;
    const MapScene& m_scene;
    MapResources& m_resources;
    const QRect m_area;
    const QTransform m_toPixels;
};

void Frame::paintDecorations()
{
    for (const Decoration& decoration : plan().decorations()) {
        const QPainterPath path = m_toPixels.map(outlinePath(decoration.outline));
        if (!path.boundingRect().adjusted(-2, -2, 2, 2).intersects(m_area))
            continue;
        // The plan's own fill only says "this is solid": its colour may not suit the scheme nor mean a price.
        m_painter.setBrush(decoration.fill ? QBrush(m_scene.colours.neutral) : QBrush(Qt::NoBrush));
        m_painter.setPen(decoration.fill ? QPen(Qt::NoPen) : hairline(m_scene.colours.neutral));
        m_painter.drawPath(path);
    }
}

void Frame::paintStandingAreas()
{
    for (std::size_t i = 0; i < plan().standing().size(); ++i) {
        const StandingArea& area = plan().standing()[i];
        const QPainterPath path =
            m_toPixels.map(m_scene.model.geometry().standingPath(StandingIndex{static_cast<std::uint16_t>(i)}));
        if (!path.boundingRect().adjusted(-2, -2, 2, 2).intersects(m_area))
            continue;
        const AreaColours& colours = areaColours(m_scene.colours, area.priceArea);
        const bool isDimmed = m_scene.model.isDimmed(area.priceArea);
        m_painter.setBrush(isDimmed ? m_scene.colours.surface : colours.tint);
        m_painter.setPen(hairline(isDimmed ? m_scene.colours.neutral : colours.outline));
        m_painter.drawPath(path);
    }
}

void Frame::paintSections()
{
    m_painter.setPen(Qt::NoPen);
    for (std::uint32_t i = 0; i < plan().sections().size(); ++i) {
        const SectionIndex section{i};
        if (plan().sections()[i].count == 0 || !sectionBox(m_scene, section).intersects(m_area))
            continue;
        const PriceAreaIndex price = m_resources.shapes.mainPriceArea(section);
        const AreaColours& colours = areaColours(m_scene.colours, price);
        const bool isPale = m_scene.model.isDimmed(price) || m_scene.model.freeInSection(section) == 0;
        m_painter.fillPath(m_toPixels.map(m_resources.shapes.outer(section)),
                           isPale ? m_scene.colours.neutral : colours.outline);
        m_painter.fillPath(m_toPixels.map(m_resources.shapes.inner(section)),
                           isPale ? m_scene.colours.surface : colours.tint);
    }
}

template <typename Visit>
void Frame::forEachSeatInArea(Visit&& visit) const
{
    const double reach = m_scene.seatRadius() * seatOverhang + 2;
    const QRectF grown = QRectF(m_area).adjusted(-reach, -reach, reach, reach);
    const std::vector<QPointF>& positions = m_scene.model.geometry().positions();
    const double scale = m_scene.viewport.scale();
    const QPointF origin = m_scene.viewport.toPixels(QPointF(0, 0));
    const double left = grown.left();
    const double right = grown.right();
    const double top = grown.top();
    const double bottom = grown.bottom();
    m_scene.model.geometry().visitNear(m_scene.viewport.toMetres(grown), [&](SeatIndex seat) {
        const QPointF at = positions[seat.value] * scale + origin;
        if (at.x() > left && at.x() < right && at.y() > top && at.y() < bottom)
            visit(seat, at);
    });
}

void Frame::paintSeats()
{
    const std::vector<PlanSeat>& seats = plan().seats();
    const std::vector<SeatView>& views = m_scene.model.views();
    SeatSprites& sprites = m_resources.sprites.forRadius(m_scene.seatRadius(), m_scene.colours);
    forEachSeatInArea([&](SeatIndex seat, const QPointF& at) {
        const PlanSeat& place = seats[seat.value];
        sprites.add(m_painter, lookOf(place, views[seat.value], m_scene.model.isDimmed(place.priceArea)), at);
    });
    sprites.finish(m_painter);
}

void Frame::paintNumbers()
{
    const int pixelSize = static_cast<int>(std::lround(m_scene.seatRadius() * 0.86));
    forEachSeatInArea([&](SeatIndex seat, const QPointF& at) {
        const PlanSeat& place = plan().seat(seat);
        const SeatLook look = lookOf(place, m_scene.model.view(seat), m_scene.model.isDimmed(place.priceArea));
        const SeatGlyph glyph = glyphOf(look);
        if (!hasRoomForNumber(glyph) || look.dimmed || (place.attributes & Wheelchair))
            return;
        const QColor ink = isPale(glyph) ? m_scene.colours.text : m_scene.colours.areas[look.area].ink;
        const QPixmap number = m_resources.texts.picture(QString::fromStdString(place.number), pixelSize, ink, true);
        if (number.width() < 1.9 * m_scene.seatRadius())
            m_painter.drawPixmap(QPoint(static_cast<int>(std::lround(at.x() - number.width() / 2.0)),
                                        static_cast<int>(std::lround(at.y() - number.height() / 2.0))),
                                 number);
    });
}

} // namespace

QRect seatBox(const MapScene& scene, SeatIndex seat)
{
    const double reach = scene.seatRadius() * seatOverhang + 2.5;
    const QPointF at = scene.viewport.toPixels(scene.model.geometry().position(seat));
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect();
}

QRect sectionBox(const MapScene& scene, SectionIndex section)
{
    const double margin = 4 * scene.model.geometry().seatPitch();
    const QRectF bounds = scene.model.geometry().sectionBounds(section);
    return scene.viewport.toPixels(bounds.adjusted(-margin, -margin, margin, margin)).toAlignedRect();
}

void paintMap(QPainter& painter, const MapScene& scene, const std::vector<MapLabel>& labels, MapResources& resources,
              const QRect& area)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.fillRect(area, scene.colours.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    Frame frame(painter, scene, resources, area);
    frame.paintDecorations();
    frame.paintStandingAreas();
    if (scene.detail() == MapDetail::Sections)
        frame.paintSections();
    else
        frame.paintSeats();
    if (scene.detail() == MapDetail::Numbers)
        frame.paintNumbers();
    for (const MapLabel& label : labels)
        if (label.box().intersects(area))
            painter.drawPixmap(label.at, label.picture);
    painter.restore();
}

} // namespace parterre
