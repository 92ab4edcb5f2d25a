// The arithmetic of zoom, pan and their limits.
#include "ui/seatmap/viewport.h"

#include "sync/base/require.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr double closestPitchPixels = 64; // larger seats help nobody
constexpr double farthestOfFit = 0.5;
constexpr double fitPadding = 28; // pixels of air around the plan: room for names at its edge

} // namespace

Viewport::Viewport(const QRectF& bounds, double seatPitch)
    : m_bounds(bounds), m_centre(bounds.center()), m_maxScale(closestPitchPixels / seatPitch)
{
    PARTERRE_REQUIRE(bounds.width() > 0 && bounds.height() > 0 && seatPitch > 0);
    fit();
}

double Viewport::fitScale() const
{
    const double padding = 2 * std::min(fitPadding, 0.04 * std::min(m_size.width(), m_size.height()));
    return std::min((m_size.width() - padding) / m_bounds.width(), (m_size.height() - padding) / m_bounds.height());
}

void Viewport::resize(const QSizeF& pixels)
{
    const bool fitted = showsEverything();
    m_size = pixels.expandedTo(QSizeF(1, 1));
    if (fitted)
        fit();
    else
        clampToLimits();
}

QPointF Viewport::toPixels(const QPointF& metres) const
{
    return (metres - m_centre) * m_scale + QPointF(m_size.width() / 2, m_size.height() / 2);
}

QPointF Viewport::toMetres(const QPointF& pixels) const
{
    return (pixels - QPointF(m_size.width() / 2, m_size.height() / 2)) / m_scale + m_centre;
}

QRectF Viewport::toPixels(const QRectF& metres) const
{
    return {toPixels(metres.topLeft()), toPixels(metres.bottomRight())};
}

QRectF Viewport::toMetres(const QRectF& pixels) const
{
    return {toMetres(pixels.topLeft()), toMetres(pixels.bottomRight())};
}

QRectF Viewport::visible() const
{
    return toMetres(QRectF(QPointF(0, 0), m_size));
}

void Viewport::fit()
{
    m_scale = std::min(fitScale(), std::max(m_maxScale, 1e-9));
    m_centre = m_bounds.center();
}

void Viewport::zoomAt(const QPointF& pixel, double factor)
{
    PARTERRE_REQUIRE(factor > 0);
    const QPointF anchor = toMetres(pixel);
    m_scale *= factor;
    clampToLimits();
    panBy(pixel - toPixels(anchor));
}

void Viewport::panBy(const QPointF& pixels)
{
    m_centre -= pixels / m_scale;
    clampToLimits();
}

void Viewport::centreOn(const QPointF& metres)
{
    m_centre = metres;
    clampToLimits();
}

void Viewport::showRect(const QRectF& metres)
{
    const double width = std::max(metres.width(), 1e-6);
    const double height = std::max(metres.height(), 1e-6);
    m_scale = 0.9 * std::min(m_size.width() / width, m_size.height() / height);
    centreOn(metres.center());
}

void Viewport::ensureVisible(const QPointF& metres, double margin)
{
    const double inset = std::min({margin, m_size.width() / 2, m_size.height() / 2});
    const QPointF at = toPixels(metres);
    const QPointF inside(std::clamp(at.x(), inset, m_size.width() - inset),
                         std::clamp(at.y(), inset, m_size.height() - inset));
    if (inside != at)
        panBy(inside - at);
}

Viewport Viewport::scaledBy(double ratio) const
{
    Viewport finer = *this;
    finer.m_size *= ratio;
    finer.m_scale *= ratio;
    finer.m_maxScale *= ratio;
    return finer;
}

void Viewport::clampToLimits()
{
    const double fitted = fitScale();
    // A plan of three seats fits at a size beyond the closest zoom; the closest zoom wins.
    m_scale = std::clamp(m_scale, std::min(fitted * farthestOfFit, m_maxScale), m_maxScale);
    m_centre.setX(std::clamp(m_centre.x(), m_bounds.left(), m_bounds.right()));
    m_centre.setY(std::clamp(m_centre.y(), m_bounds.top(), m_bounds.bottom()));
}

} // namespace parterre
