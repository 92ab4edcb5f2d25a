// Builds the grid (counting sort of seats by cell) and answers from it.
#include "ui/seatmap/seat_geometry.h"

#include "sync/base/require.h"

#include <algorithm>
#include <cmath>

namespace parterre {
namespace {

constexpr double defaultPitch = 0.5;       // metres; a chair
constexpr std::size_t pitchSamples = 2000; // enough for a median

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double medianOr(std::vector<double> values, double fallback)
{
    if (values.empty())
        return fallback;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double alongRowPitch(const SeatPlan& plan, const std::vector<QPointF>& positions)
{
    std::vector<double> gaps;
    gaps.reserve(positions.size());
    for (std::size_t i = 1; i < positions.size(); ++i) {
        if (plan.seats()[i].row != plan.seats()[i - 1].row)
            continue;
        const double gap = distance(positions[i], positions[i - 1]);
        if (gap > 0)
            gaps.push_back(gap);
    }
    return medianOr(std::move(gaps), defaultPitch);
}

void include(QRectF& rect, const QPointF& at)
{
    rect.setCoords(std::min(rect.left(), at.x()), std::min(rect.top(), at.y()), std::max(rect.right(), at.x()),
                   std::max(rect.bottom(), at.y()));
}

} // namespace

QPainterPath outlinePath(const Outline& outline)
{
    QPainterPath path;
    const std::vector<Point>& points = outline.points;
    if (outline.kind == Outline::Kind::Ellipse) {
        if (points.size() == 2)
            path.addEllipse(QPointF(points[0].x, points[0].y), points[1].x, points[1].y);
        return path;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF at(points[i].x, points[i].y);
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    path.closeSubpath();
    return path;
}

SeatGeometry::SeatGeometry(SeatPlanPtr plan) : m_plan(std::move(plan))
{
    PARTERRE_REQUIRE(m_plan != nullptr);
    m_positions.reserve(m_plan->seatCount());
    for (const PlanSeat& seat : m_plan->seats())
        m_positions.emplace_back(seat.at.x, seat.at.y);
    for (const StandingArea& area : m_plan->standing())
        m_standing.push_back(outlinePath(area.outline));
    m_pitch = alongRowPitch(*m_plan, m_positions);
    measureExtent();
    buildGrid();
    m_pitch = nearestNeighbourPitch(m_pitch);
    const double margin = m_pitch * 1.5;
    m_bounds.adjust(-margin, -margin, margin, margin);
}

void SeatGeometry::measureExtent()
{
    m_sectionBounds.resize(m_plan->sections().size());
    std::vector<bool> begun(m_sectionBounds.size());
    for (std::size_t i = 0; i < m_positions.size(); ++i) {
        const std::uint32_t section = m_plan->row(m_plan->seats()[i].row).section.value;
        if (!begun[section])
            m_sectionBounds[section] = QRectF(m_positions[i], QSizeF(0, 0));
        begun[section] = true;
        include(m_sectionBounds[section], m_positions[i]);
        if (i == 0)
            m_seatBounds = QRectF(m_positions[i], QSizeF(0, 0));
        include(m_seatBounds, m_positions[i]);
    }
    // Only what is drawn counts: the extent the plan states is often the editor's canvas, mostly empty.
    QRectF drawn = m_seatBounds;
    bool any = !m_positions.empty();
    const auto add = [&](const QRectF& rect) {
        drawn = any ? QRectF(QPointF(std::min(drawn.left(), rect.left()), std::min(drawn.top(), rect.top())),
                             QPointF(std::max(drawn.right(), rect.right()), std::max(drawn.bottom(), rect.bottom())))
                    : rect;
        any = true;
    };
    for (const QPainterPath& path : m_standing)
        add(path.boundingRect());
    for (const Decoration& decoration : m_plan->decorations())
        add(outlinePath(decoration.outline).boundingRect());
    m_bounds = drawn;
}

void SeatGeometry::buildGrid()
{
    // Two pitches a cell holds about four seats; a sparse plan gets larger cells, so memory stays in step with seats.
    const double seats = static_cast<double>(m_positions.size()) + 1;
    const double sparse = std::max({std::sqrt(m_seatBounds.width() * m_seatBounds.height() / seats),
                                    m_seatBounds.width() / seats, m_seatBounds.height() / seats});
    m_cellSize = std::max(2 * m_pitch, sparse);
    m_columns = static_cast<int>(m_seatBounds.width() / m_cellSize) + 1;
    m_lines = static_cast<int>(m_seatBounds.height() / m_cellSize) + 1;
    const auto cellOf = [&](const QPointF& at) {
        return cell(static_cast<int>((at.x() - m_seatBounds.left()) / m_cellSize),
                    static_cast<int>((at.y() - m_seatBounds.top()) / m_cellSize));
    };
    m_cellStart.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_lines) + 1, 0);
    for (const QPointF& at : m_positions)
        ++m_cellStart[cellOf(at) + 1];
    for (std::size_t i = 1; i < m_cellStart.size(); ++i)
        m_cellStart[i] += m_cellStart[i - 1];
    std::vector<std::uint32_t> next(m_cellStart.begin(), m_cellStart.end() - 1);
    m_cellSeats.resize(m_positions.size());
    for (std::uint32_t i = 0; i < m_positions.size(); ++i)
        m_cellSeats[next[cellOf(m_positions[i])]++] = SeatIndex{i};
}

double SeatGeometry::nearestNeighbourPitch(double fallback) const
{
    std::vector<double> nearest;
    const std::size_t step = std::max<std::size_t>(1, m_positions.size() / pitchSamples);
    for (std::size_t i = 0; i < m_positions.size(); i += step) {
        const QPointF at = m_positions[i];
        double best = 2 * fallback;
        visitNear(QRectF(at.x() - best, at.y() - best, 2 * best, 2 * best), [&](SeatIndex other) {
            const double gap = distance(at, m_positions[other.value]);
            // Seats drawn on top of each other are a fault of the plan, not its pitch.
            if (other.value != i && gap > fallback * 0.05)
                best = std::min(best, gap);
        });
        if (best < 2 * fallback)
            nearest.push_back(best);
    }
    return medianOr(std::move(nearest), fallback);
}

SeatGeometry::CellRange SeatGeometry::cellsOf(const QRectF& rect) const
{
    const QRectF r = rect.normalized();
    const auto clampCell = [](double value, int count) {
        return static_cast<int>(std::clamp(std::floor(value), -1.0, static_cast<double>(count)));
    };
    CellRange range{};
    range.left = std::max(0, clampCell((r.left() - m_seatBounds.left()) / m_cellSize, m_columns));
    range.top = std::max(0, clampCell((r.top() - m_seatBounds.top()) / m_cellSize, m_lines));
    range.right = std::min(m_columns - 1, clampCell((r.right() - m_seatBounds.left()) / m_cellSize, m_columns));
    range.bottom = std::min(m_lines - 1, clampCell((r.bottom() - m_seatBounds.top()) / m_cellSize, m_lines));
    return range;
}

std::optional<SeatIndex> SeatGeometry::seatAt(const QPointF& at, double radius) const
{
    std::optional<SeatIndex> found;
    double best = radius;
    visitNear(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), [&](SeatIndex seat) {
        const double gap = distance(at, position(seat));
        if (gap > best || (found && gap == best && *found < seat))
            return;
        best = gap;
        found = seat;
    });
    return found;
}

std::optional<StandingIndex> SeatGeometry::standingAt(const QPointF& at) const
{
    for (std::size_t i = 0; i < m_standing.size(); ++i)
        if (m_standing[i].contains(at))
            return StandingIndex{static_cast<std::uint16_t>(i)};
    return std::nullopt;
}

std::vector<SeatIndex> SeatGeometry::seatsIn(const QRectF& rect) const
{
    const QRectF inside = rect.normalized();
    std::vector<SeatIndex> found;
    visitNear(inside, [&](SeatIndex seat) {
        const QPointF at = position(seat);
        if (at.x() >= inside.left() && at.x() <= inside.right() && at.y() >= inside.top() && at.y() <= inside.bottom())
            found.push_back(seat);
    });
    std::sort(found.begin(), found.end());
    return found;
}

bool SeatGeometry::anySeatIn(const QRectF& rect) const
{
    const QRectF inside = rect.normalized();
    bool any = false;
    visitNear(inside, [&](SeatIndex seat) { any = any || inside.contains(position(seat)); });
    return any;
}

} // namespace parterre
