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

constexpr double proposalRing = 7; // radius; where seats are too small to be ringed one by one

QPointF middleOf(const SeatMapModel& model, const Viewport& viewport, const std::vector<SeatIndex>& seats)
{
    QPointF sum;
    for (const SeatIndex seat : seats)
        sum += viewport.toPixels(model.geometry().position(seat));
    return sum / static_cast<double>(seats.size());
}

// From the old seats to the new ones, with a head, beginning and ending beside them.
void paintArrow(QPainter& painter, const QPointF& from, const QPointF& to, double gap, const MapColours& colours)
{
    const QLineF whole(from, to);
    if (whole.length() < 3 * gap)
        return;
    const QLineF line(whole.pointAt(gap / whole.length()), whole.pointAt(1 - gap / whole.length()));
    const QPointF along = (line.p2() - line.p1()) / line.length();
    const QPointF across(-along.y(), along.x());
    const QPolygonF head{line.p2(), line.p2() - 13 * along + 7 * across, line.p2() - 13 * along - 7 * across};
    for (const auto& [colour, width] : {std::pair(colours.surface, 7.0), std::pair(colours.accent, 3.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(colour);
        painter.drawLine(line.p1(), line.p2() - 10 * along);
        painter.drawPolygon(head);
    }
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

void paintProposal(QPainter& painter, const SeatMapModel& model, const Viewport& viewport, const MapColours& colours)
{
    const SeatProposal& proposal = model.proposal();
    if (proposal.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double radius = std::max(model.geometry().seatRadius() * viewport.scale() + 2.5, proposalRing);
    const auto ring = [&](const std::vector<SeatIndex>& seats, const QPen& pen, double size) {
        for (const SeatIndex seat : seats) {
            const QPointF at = viewport.toPixels(model.geometry().position(seat));
            painter.setPen(QPen(colours.surface, pen.widthF() + 3));
            painter.drawEllipse(at, size, size);
            painter.setPen(pen);
            painter.drawEllipse(at, size, size);
        }
    };
    ring(proposal.from, QPen(colours.text, 2, Qt::DotLine), radius);
    ring(proposal.to, QPen(colours.accent, 3.5), radius);
    if (!proposal.from.empty() && !proposal.to.empty())
        paintArrow(painter, middleOf(model, viewport, proposal.from), middleOf(model, viewport, proposal.to),
                   2.4 * radius, colours);
    painter.restore();
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
    return toolTip(title, {price.isEmpty() ? area : area + u" · "_s + price, model.stateText(seat),
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
