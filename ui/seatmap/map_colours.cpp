// Derives the map's colours and enforces their contrasts by mixing towards the text colour until they hold.
#include "ui/seatmap/map_colours.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace parterre {
namespace {

constexpr QRgb okabeIto[areaColourCount] = {0xFFE69F00, 0xFF56B4E9, 0xFF009E73, 0xFFF0E442,
                                            0xFF0072B2, 0xFFD55E00, 0xFFCC79A7, 0xFF000000};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

QColor mix(const QColor& a, const QColor& b, double shareOfB)
{
    const auto channel = [&](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * shareOfB)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

// The colour nearest to `colour` on the way to `towards` that reaches the ratio on `ground`.
QColor reaching(double ratio, const QColor& colour, const QColor& towards, const QColor& ground)
{
    for (double share = 0; share < 1; share += 0.04) {
        const QColor candidate = mix(colour, towards, share);
        if (mapContrast(candidate, ground) >= ratio)
            return candidate;
    }
    return towards;
}

AreaColours areaColoursOn(const MapColours& map, QColor fill, bool isDark)
{
    if (isDark && fill == QColor(0, 0, 0))
        fill = QColor(0xF2, 0xF2, 0xF2);
    const QColor black(0x10, 0x12, 0x16);
    const QColor ink = mapContrast(fill, Qt::white) > mapContrast(fill, black) ? QColor(Qt::white) : black;
    QColor tint = mix(map.surface, fill, isDark ? 0.34 : 0.30);
    for (double share = 0.3; mapContrast(tint, map.text) < 7 && share > 0.02; share -= 0.02)
        tint = mix(map.surface, fill, share);
    return {fill, reaching(3.0, mix(fill, map.text, 0.18), map.text, map.surface), ink, tint};
}

} // namespace

double mapContrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

MapColours mapColoursFor(const QPalette& palette)
{
    MapColours map;
    map.surface = palette.color(QPalette::Base);
    map.text = palette.color(QPalette::Text);
    const bool isDark = luminance(map.surface) < luminance(map.text);
    map.neutral = mix(map.surface, map.text, isDark ? 0.2 : 0.13);
    map.muted = reaching(4.5, mix(map.surface, map.text, 0.5), map.text, map.surface);
    map.muted = reaching(3.2, map.muted, map.text, map.neutral); // the cross of a sold seat lies on neutral
    map.accent = reaching(3.0, palette.color(QPalette::Highlight), map.text, map.surface);
    for (std::size_t i = 0; i < map.areas.size(); ++i)
        map.areas[i] = areaColoursOn(map, QColor::fromRgb(okabeIto[i]), isDark);
    return map;
}

const AreaColours& areaColours(const MapColours& colours, PriceAreaIndex area)
{
    return colours.areas[area.value % areaColourCount];
}

} // namespace parterre
