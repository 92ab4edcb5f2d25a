// SeatGeometry: where things are. Built once from a plan, then immutable; answers in microseconds through a grid.
#pragma once

#include "sync/domain/seat_plan.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace parterre {

// All lengths in metres of the plan. Safe to share between threads.
class SeatGeometry
{
public:
    explicit SeatGeometry(SeatPlanPtr plan);

    const SeatPlan& plan() const { return *m_plan; }
    const SeatPlanPtr& planPtr() const { return m_plan; }

    const QRectF& bounds() const { return m_bounds; }    // everything drawn, with a margin; never empty
    double seatPitch() const { return m_pitch; }         // median distance to the nearest seat
    double seatRadius() const { return m_pitch * 0.42; } // leaves a gap between neighbours
    QPointF position(SeatIndex seat) const { return m_positions[seat.value]; }
    const std::vector<QPointF>& positions() const { return m_positions; } // by seat index
    const QRectF& sectionBounds(SectionIndex section) const
    {
        return m_sectionBounds[section.value];
    } // centres of seats
    const QPainterPath& standingPath(StandingIndex area) const { return m_standing[area.value]; }

    // The nearest seat whose centre is within `radius`.
    std::optional<SeatIndex> seatAt(const QPointF& at, double radius) const;
    std::optional<StandingIndex> standingAt(const QPointF& at) const;
    // Seats whose centres lie in the rectangle, in plan order.
    std::vector<SeatIndex> seatsIn(const QRectF& rect) const;
    bool anySeatIn(const QRectF& rect) const;

    // Calls visit(SeatIndex) for the seats of all grid cells the rectangle touches: a few more than lie in it, any
    // order.
    template <typename Visit>
    void visitNear(const QRectF& rect, Visit&& visit) const
    {
        const CellRange range = cellsOf(rect);
        for (int y = range.top; y <= range.bottom; ++y)
            for (int x = range.left; x <= range.right; ++x)
                for (std::uint32_t i = m_cellStart[cell(x, y)]; i < m_cellStart[cell(x, y) + 1]; ++i)
                    visit(m_cellSeats[i]);
    }

private:
    struct CellRange
    {
        int left, top, right, bottom; // inclusive; empty when right < left
    };
    std::size_t cell(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(x);
    }
    CellRange cellsOf(const QRectF& rect) const;
    void measureExtent();
    void buildGrid();
    double nearestNeighbourPitch(double fallback) const;

    SeatPlanPtr m_plan;
    std::vector<QPointF> m_positions;
    std::vector<QRectF> m_sectionBounds;
    std::vector<QPainterPath> m_standing;
    QRectF m_bounds;
    QRectF m_seatBounds;
    double m_pitch = 0.5;
    double m_cellSize = 1;
    int m_columns = 1;
    int m_lines = 1;
    std::vector<std::uint32_t> m_cellStart; // offsets into m_cellSeats; one more than cells
    std::vector<SeatIndex> m_cellSeats;
};

// The outline of the plan as a path, in metres.
QPainterPath outlinePath(const Outline& outline);

} // namespace parterre
