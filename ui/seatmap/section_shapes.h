// SectionShapes: the area each section covers, from its rows, for the overview and the mini-map.
#pragma once

#include "ui/seatmap/seat_geometry.h"

#include <QPainterPath>

#include <vector>

namespace parterre {

// A section is the union of its rows drawn as broad bands, which follows curves and odd shapes where a hull would not.
// Paths are in metres and filled by the winding rule.
class SectionShapes
{
public:
    explicit SectionShapes(const SeatGeometry& geometry);

    const QPainterPath& outer(SectionIndex section) const { return m_shapes[section.value].outer; }
    const QPainterPath& inner(SectionIndex section) const { return m_shapes[section.value].inner; } // within the border
    QPointF labelAt(SectionIndex section) const { return m_shapes[section.value].labelAt; }         // on the section
    // What most seats of the section cost: its colour from afar.
    PriceAreaIndex mainPriceArea(SectionIndex section) const { return m_shapes[section.value].mainPriceArea; }

private:
    struct Shape
    {
        QPainterPath outer;
        QPainterPath inner;
        QPointF labelAt;
        PriceAreaIndex mainPriceArea;
    };
    static Shape shapeOf(const SeatGeometry& geometry, const PlanSection& section);
    std::vector<Shape> m_shapes;
};

} // namespace parterre
