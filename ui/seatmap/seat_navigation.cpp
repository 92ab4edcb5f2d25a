// Keyboard movement by position on the screen, so that curved rows and blocks beside the stage behave as they look.
#include "ui/seatmap/seat_navigation.h"

#include <cmath>

namespace parterre {
namespace {

QPointF unit(Direction direction)
{
    switch (direction) {
    case Direction::Left:
        return {-1, 0};
    case Direction::Right:
        return {1, 0};
    case Direction::Up:
        return {0, -1};
    case Direction::Down:
        return {0, 1};
    }
    return {0, 0};
}

SeatIndex lastOf(const PlanRow& row)
{
    return SeatIndex{row.first.value + row.count - 1};
}

std::optional<SeatIndex> seatAlongRow(const SeatGeometry& geometry, SeatIndex from, QPointF way)
{
    const PlanRow& row = geometry.plan().rowOf(from);
    const auto leadsThere = [&](SeatIndex to) {
        const QPointF step = geometry.position(to) - geometry.position(from);
        const double along = QPointF::dotProduct(step, way);
        const double across = std::abs(step.x() * way.y() - step.y() * way.x());
        return along > 0 && along >= across;
    };
    const SeatIndex next{from.value + 1};
    if (from < lastOf(row) && leadsThere(next))
        return next;
    const SeatIndex previous{from.value - 1};
    if (from > row.first && leadsThere(previous))
        return previous;
    return std::nullopt;
}

// Straying sideways costs double, so the next row wins over a seat straight ahead two rows on.
std::optional<SeatIndex> seatAcrossRows(const SeatGeometry& geometry, SeatIndex from, QPointF way)
{
    const QPointF origin = geometry.position(from);
    const RowIndex home = geometry.plan().seat(from).row;
    const QRectF bounds = geometry.bounds();
    const double farthest = 3 * (bounds.width() + bounds.height());
    for (double reach = 3 * geometry.seatPitch(); reach < 2 * farthest; reach *= 2) {
        std::optional<SeatIndex> best;
        double bestCost = reach;
        geometry.visitNear(QRectF(origin.x() - reach, origin.y() - reach, 2 * reach, 2 * reach), [&](SeatIndex seat) {
            const QPointF step = geometry.position(seat) - origin;
            const double along = QPointF::dotProduct(step, way);
            const double across = std::abs(step.x() * way.y() - step.y() * way.x());
            if (geometry.plan().seat(seat).row == home || along < geometry.seatPitch() * 0.2 || across > 2 * along)
                return;
            const double cost = along + 2 * across;
            if (cost > bestCost || (best && cost == bestCost && *best < seat))
                return;
            bestCost = cost;
            best = seat;
        });
        if (best)
            return best;
    }
    return std::nullopt;
}

bool comesFirst(QPointF a, QPointF b)
{
    const QPointF step = b - a;
    return std::abs(step.x()) >= std::abs(step.y()) ? step.x() >= 0 : step.y() >= 0;
}

SeatIndex middleOfFirstRow(const SeatPlan& plan, const PlanSection& section)
{
    const PlanRow& row = plan.row(section.first);
    return SeatIndex{row.first.value + row.count / 2};
}

SeatIndex seatInSectionBeyond(const SeatGeometry& geometry, SeatIndex from, std::size_t step)
{
    const SeatPlan& plan = geometry.plan();
    const std::size_t count = plan.sections().size();
    std::size_t section = plan.rowOf(from).section.value;
    for (std::size_t tried = 0; tried < count; ++tried) {
        section = (section + step) % count;
        const PlanSection& candidate = plan.sections()[section];
        if (candidate.count > 0 && plan.row(candidate.first).count > 0)
            return middleOfFirstRow(plan, candidate);
    }
    return from;
}

} // namespace

std::optional<SeatIndex> seatBeside(const SeatGeometry& geometry, SeatIndex from, Direction direction)
{
    if (const auto seat = seatAlongRow(geometry, from, unit(direction)))
        return seat;
    return seatAcrossRows(geometry, from, unit(direction));
}

SeatIndex rowStart(const SeatGeometry& geometry, SeatIndex seat)
{
    const PlanRow& row = geometry.plan().rowOf(seat);
    return comesFirst(geometry.position(row.first), geometry.position(lastOf(row))) ? row.first : lastOf(row);
}

SeatIndex rowEnd(const SeatGeometry& geometry, SeatIndex seat)
{
    const PlanRow& row = geometry.plan().rowOf(seat);
    return comesFirst(geometry.position(row.first), geometry.position(lastOf(row))) ? lastOf(row) : row.first;
}

SeatIndex seatInNextSection(const SeatGeometry& geometry, SeatIndex from)
{
    return seatInSectionBeyond(geometry, from, 1);
}

SeatIndex seatInPreviousSection(const SeatGeometry& geometry, SeatIndex from)
{
    return seatInSectionBeyond(geometry, from, geometry.plan().sections().size() - 1);
}

std::optional<SeatIndex> firstSeatToFocus(const SeatGeometry& geometry)
{
    const QPointF focal(geometry.plan().focal().x, geometry.plan().focal().y);
    std::optional<SeatIndex> best;
    double bestDistance = 0;
    for (std::uint32_t i = 0; i < geometry.positions().size(); ++i) {
        const QPointF step = geometry.positions()[i] - focal;
        const double squared = QPointF::dotProduct(step, step);
        if (best && squared >= bestDistance)
            continue;
        best = SeatIndex{i};
        bestDistance = squared;
    }
    return best;
}

} // namespace parterre
