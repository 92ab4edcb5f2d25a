// Turns rows into bands as broad as the rows are apart.
#include "ui/seatmap/section_shapes.h"

#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace parterre {
namespace {

constexpr double aisleInPitches = 8; // a wider gap in a row is not bridged
constexpr double borderInPitches = 0.35;

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToLine(QPointF p, QPointF a, QPointF b)
{
    const QPointF line = b - a;
    const double length = std::hypot(line.x(), line.y());
    return length > 0 ? std::abs(line.x() * (p.y() - a.y()) - line.y() * (p.x() - a.x())) / length : distance(p, a);
}

// Keeps the points a drawing of this tolerance needs (Ramer, Douglas and Peucker): straight rows become one line.
void simplify(const QPointF* points, std::size_t first, std::size_t last, double tolerance, QPolygonF& out)
{
    std::size_t farthest = first;
    double most = tolerance;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double off = distanceToLine(points[i], points[first], points[last]);
        if (off > most) {
            most = off;
            farthest = i;
        }
    }
    if (farthest == first) {
        out << points[last];
        return;
    }
    simplify(points, first, farthest, tolerance, out);
    simplify(points, farthest, last, tolerance, out);
}

void addRun(const QPointF* points, std::size_t first, std::size_t last, double pitch, QPainterPath& path)
{
    QPolygonF line{points[first]};
    if (first == last)
        line << points[first] + QPointF(0.01 * pitch, 0); // a line of no length has no band
    else
        simplify(points, first, last, 0.2 * pitch, line);
    path.addPolygon(line);
}

// The middle of the nearest distances between a row and the one after it.
double rowDistance(const SeatGeometry& geometry, const PlanSection& section)
{
    const SeatPlan& plan = geometry.plan();
    std::vector<double> gaps;
    for (std::uint32_t r = 0; r + 1 < section.count; ++r) {
        const PlanRow& row = plan.rows()[section.first.value + r];
        const PlanRow& next = plan.rows()[section.first.value + r + 1];
        const QPointF middle = geometry.positions()[row.first.value + row.count / 2];
        double nearest = 4 * geometry.seatPitch();
        for (std::uint32_t i = 0; i < next.count; ++i)
            nearest = std::min(nearest, distance(middle, geometry.positions()[next.first.value + i]));
        gaps.push_back(nearest);
    }
    if (gaps.empty())
        return geometry.seatPitch();
    std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
    return std::max(gaps[gaps.size() / 2], geometry.seatPitch());
}

QPainterPath band(const QPainterPath& rows, double width)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::SquareCap);
    stroker.setJoinStyle(Qt::MiterJoin);
    stroker.setCurveThreshold(width);
    QPainterPath path = stroker.createStroke(rows);
    path.setFillRule(Qt::WindingFill);
    return path;
}

PriceAreaIndex mostFrequentArea(const SeatPlan& plan, SeatIndex first, std::uint32_t count)
{
    std::vector<std::uint32_t> seats(plan.priceAreas().size());
    for (std::uint32_t i = 0; i < count; ++i)
        ++seats[plan.seats()[first.value + i].priceArea.value];
    const auto most = std::max_element(seats.begin(), seats.end());
    return PriceAreaIndex{static_cast<std::uint16_t>(most - seats.begin())};
}

} // namespace

SectionShapes::SectionShapes(const SeatGeometry& geometry)
{
    for (const PlanSection& section : geometry.plan().sections())
        m_shapes.push_back(shapeOf(geometry, section));
}

SectionShapes::Shape SectionShapes::shapeOf(const SeatGeometry& geometry, const PlanSection& section)
{
    Shape shape;
    if (section.count == 0)
        return shape;
    const SeatPlan& plan = geometry.plan();
    const double pitch = geometry.seatPitch();
    const QPointF* points = geometry.positions().data();
    QPainterPath rows;
    std::uint32_t seats = 0;
    for (std::uint32_t r = 0; r < section.count; ++r) {
        const PlanRow& row = plan.rows()[section.first.value + r];
        seats += row.count;
        std::size_t begun = row.first.value;
        for (std::size_t i = begun; i < row.first.value + row.count; ++i) {
            const bool isLast = i + 1 == row.first.value + row.count;
            if (!isLast && distance(points[i], points[i + 1]) < aisleInPitches * pitch)
                continue;
            addRun(points, begun, i, pitch, rows);
            begun = i + 1;
        }
    }
    const double width = 1.2 * rowDistance(geometry, section);
    shape.outer = band(rows, width + 2 * borderInPitches * pitch);
    shape.inner = band(rows, width);
    const PlanRow& middle = plan.rows()[section.first.value + section.count / 2];
    shape.labelAt = points[middle.first.value + middle.count / 2];
    shape.mainPriceArea = mostFrequentArea(plan, plan.rows()[section.first.value].first, seats);
    return shape;
}

} // namespace parterre
