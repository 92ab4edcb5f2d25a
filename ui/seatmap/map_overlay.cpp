// Paints the overlay and words the tool tips.
#include "ui/seatmap/map_overlay.h"

#include <QPainter>

#include <algorithm>

namespace parterre {
namespace {

constexpr double smallestRing = 9; // radius; found at any zoom

using namespace Qt::StringLiterals;

QString toolTip(const QString& title, const QStringList& lines)
{
    QString text = u"<b>"_s + title.toHtmlEscaped() + u"</b>"_s;
    for (const QString& line : lines)
        if (!line.isEmpty())
            text += u"<br>"_s + line.toHtmlEscaped();
    return text;
}

} // namespace

QRect focusRingBox(const SeatMapModel& model, const Viewport& viewport, SeatIndex seat)
{
    const double radius = std::max(model.geometry().seatRadius() * viewport.scale() + 3, smallestRing);
    const QPointF at = viewport.toPixels(model.geometry().position(seat));
    return QRectF(at.x() - radius - 3, at.y() - radius - 3, 2 * radius + 6, 2 * radius + 6).toAlignedRect();
}

void paintFocusRing(QPainter& painter, const QRect& box, const MapColours& colours)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF ring = QRectF(box).adjusted(3, 3, -3, -3);
    painter.setPen(QPen(colours.surface, 5));
    painter.drawRoundedRect(ring, 5, 5);
    painter.setPen(QPen(colours.accent, 2.5));
    painter.drawRoundedRect(ring, 5, 5);
    painter.restore();
}

void paintFocusFrame(QPainter& painter, const QRect& widget, const MapColours& colours)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.accent, 2));
    painter.drawRect(QRectF(widget).adjusted(1, 1, -1, -1));
}

void paintMarquee(QPainter& painter, const QRectF& rect, const MapColours& colours)
{
    QColor wash = colours.accent;
    wash.setAlphaF(0.12F);
    painter.setBrush(wash);
    painter.setPen(QPen(colours.accent, 1.5, Qt::DashLine));
    painter.drawRect(rect);
}

QString seatToolTip(const SeatMapModel& model, SeatIndex seat)
{
    const SeatPlan& plan = model.plan();
    const PlanSeat& place = plan.seat(seat);
    const QString title = SeatMapModel::tr("%1 · row %2 · seat %3")
                              .arg(QString::fromStdString(plan.sectionOf(seat).name),
                                   QString::fromStdString(plan.rowOf(seat).name), QString::fromStdString(place.number));
    const QString area = QString::fromStdString(plan.priceAreas()[place.priceArea.value].name);
    const QString price = model.priceText(place.priceArea);
    return toolTip(title, {price.isEmpty() ? area : area + u" · "_s + price, SeatMapModel::stateText(model.view(seat)),
                           SeatMapModel::attributesText(place.attributes)});
}

QString standingToolTip(const SeatMapModel& model, StandingIndex area)
{
    const StandingArea& place = model.plan().standing()[area.value];
    return toolTip(QString::fromStdString(place.name),
                   {QString::fromStdString(model.plan().priceAreas()[place.priceArea.value].name) + u" "_s +
                        model.priceText(place.priceArea),
                    SeatMapModel::tr("%1 of %2 free").arg(model.standingFree(area)).arg(place.capacity)});
}

} // namespace parterre
