// MapColours: every colour of the seat map, derived from the widget's palette so light, dark and high contrast follow
// it.
#pragma once

#include "sync/domain/seat_plan.h"

#include <QColor>

#include <array>

class QPalette;

namespace parterre {

inline constexpr int areaColourCount = 8;

// One price area. `outline` reaches 3:1 on the surface whatever the fill; `ink` reaches 4.5:1 on the fill.
struct AreaColours
{
    QColor fill;
    QColor outline;
    QColor ink;
    QColor tint; // a light wash of the fill on the surface, for sections seen from afar; text reaches 4.5:1 on it
};

struct MapColours
{
    QColor surface;
    QColor text;
    QColor muted;   // 4.5:1 on surface: row names, glyphs of seats nobody can pick
    QColor neutral; // fill of seats nobody can pick and of the stage; decorative
    QColor accent;  // focus and marquee
    std::array<AreaColours, areaColourCount> areas;
};

// Base, Text and Highlight of the palette decide.
MapColours mapColoursFor(const QPalette& palette);

// The hue of a price area: Okabe and Ito, "Color Universal Design" (2008), by index; after eight they repeat. The
// plan's own colours are never used for meaning. On a dark surface the eighth, black, becomes white.
const AreaColours& areaColours(const MapColours& colours, PriceAreaIndex area);

// WCAG 2.2 contrast ratio, 1 to 21.
double mapContrast(const QColor& a, const QColor& b);

} // namespace parterre
