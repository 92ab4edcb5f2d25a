// Viewport: the one place where metres of the plan become pixels of the screen and back. A value; knows no widget.
#pragma once

#include "sync/domain/seat_plan.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace parterre {

class Viewport
{
public:
    // `bounds`: what there is to see, in metres. `seatPitch`: metres between neighbours; sets the closest zoom.
    Viewport(const QRectF& bounds, double seatPitch);

    // Size of the screen area in pixels. Keeps the centre; keeps showing everything when everything was shown.
    void resize(const QSizeF& pixels);
    QSizeF size() const { return m_size; }

    double scale() const { return m_scale; } // pixels a metre
    double fitScale() const;
    double maxScale() const { return m_maxScale; }
    // Everything is in view, so a mini-map would show nothing new.
    bool showsEverything() const { return m_scale <= fitScale() * 1.001; }

    QPointF toPixels(const QPointF& metres) const;
    QPointF toPixels(Point metres) const { return toPixels(QPointF(metres.x, metres.y)); }
    QPointF toMetres(const QPointF& pixels) const;
    QRectF toPixels(const QRectF& metres) const;
    QRectF toMetres(const QRectF& pixels) const;
    QRectF visible() const; // metres

    // All within limits: not smaller than half the fit, not larger than a seat of 64 pixels, never lost off screen.
    void fit();
    void zoomAt(const QPointF& pixel, double factor); // the metre under the pixel stays under it
    void panBy(const QPointF& pixels);                // the content moves by this much
    void centreOn(const QPointF& metres);
    void showRect(const QRectF& metres); // zooms and centres so that it fills the view
    // The smallest pan that brings the point inside the view, `margin` pixels from its edge.
    void ensureVisible(const QPointF& metres, double margin);

    // The same view in finer or coarser pixels, for screens with a device pixel ratio.
    Viewport scaledBy(double ratio) const;

    friend bool operator==(const Viewport&, const Viewport&) = default;

private:
    void clampToLimits();

    QRectF m_bounds;
    QSizeF m_size{1, 1};
    QPointF m_centre; // metres
    double m_scale = 1;
    double m_maxScale;
};

} // namespace parterre
