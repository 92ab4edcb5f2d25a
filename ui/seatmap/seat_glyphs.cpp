// One small function a glyph; proportions are of the radius, line widths never thinner than is seen.
#include "ui/seatmap/seat_glyphs.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace parterre {
namespace {

constexpr double smallestDetail = 6; // radius in pixels from which attribute marks and rings are legible
constexpr double smallestBadge = 8;
constexpr double dimmedOpacity = 0.18;
constexpr double staleOpacity = 0.5; // of seats nobody can pick: still read, but they step back

struct Seat
{
    QPainter& p;
    QPointF c;
    double r;
    const SeatLook& look;
    const MapColours& map;
    const AreaColours& area;

    double stroke(double share) const { return std::max(share * r, 0.9); }
    bool isSquare() const { return (look.attributes & Wheelchair) != 0; }
    // A wheelchair place is a rounded square, told from a chair at every zoom.
    void body(double radius) const
    {
        const QRectF box(c.x() - radius, c.y() - radius, 2 * radius, 2 * radius);
        if (isSquare())
            p.drawRoundedRect(box, radius * 0.3, radius * 0.3);
        else
            p.drawEllipse(box);
    }
    void outlined(const QBrush& fill, const QColor& line, double width) const
    {
        p.setBrush(fill);
        p.setPen(QPen(line, width));
        body(r - width / 2);
    }
};

void drawDisc(const Seat& s)
{
    s.outlined(s.area.fill, s.area.outline, s.stroke(0.1));
}

void drawBullseye(const Seat& s)
{
    drawDisc(s);
    if (s.r < smallestDetail) {
        s.p.setPen(Qt::NoPen);
        s.p.setBrush(s.area.ink);
        s.p.drawEllipse(s.c, std::max(s.r * 0.42, 0.8), std::max(s.r * 0.42, 0.8));
        return;
    }
    s.p.setBrush(Qt::NoBrush);
    s.p.setPen(QPen(s.area.ink, s.stroke(0.14)));
    s.body(s.r * 0.74);
}

// Diagonals across the seat, cut off at its edge.
void drawDiagonals(const Seat& s, const QColor& colour, double width, double spacing)
{
    QPainterPath inside;
    inside.addEllipse(s.c, s.r * 0.94, s.r * 0.94);
    s.p.save();
    s.p.setClipPath(inside, Qt::IntersectClip);
    s.p.setPen(QPen(colour, width));
    for (double offset = -2 * s.r; offset <= 2 * s.r; offset += spacing)
        s.p.drawLine(s.c + QPointF(offset - s.r, s.r), s.c + QPointF(offset + s.r, -s.r));
    s.p.restore();
}

// A ring of a whole number of dashes, so that it closes.
void drawBrokenRing(const Seat& s, const QColor& colour, double width, int most)
{
    QPen pen(colour, width, Qt::CustomDashLine, Qt::FlatCap);
    const double radius = s.r - width / 2;
    const double around = 2 * M_PI * radius / width; // dash lengths are in pen widths
    const int dashes = std::clamp(static_cast<int>(std::lround(around / 4)), 4, most);
    pen.setDashPattern({around / dashes * 0.62, around / dashes * 0.38});
    s.p.setBrush(Qt::NoBrush);
    s.p.setPen(pen);
    s.body(radius);
}

void drawStripes(const Seat& s)
{
    s.p.setPen(Qt::NoPen);
    s.p.setBrush(s.area.tint);
    s.body(s.r * 0.96);
    if (s.r >= 3)
        drawDiagonals(s, s.area.fill, s.stroke(0.12), std::max(0.62 * s.r, 3.0));
    drawBrokenRing(s, s.area.outline, std::max(0.2 * s.r, 1.2), 8);
}

void drawHollow(const Seat& s)
{
    s.outlined(s.map.surface, s.area.outline, std::max(0.16 * s.r, 1.1));
}

void drawTick(const Seat& s)
{
    s.p.setPen(Qt::NoPen);
    s.p.setBrush(s.map.text);
    s.body(s.r * (s.r < smallestDetail ? 0.62 : 0.76));
    if (s.r < 4)
        return;
    s.p.setPen(QPen(s.map.surface, s.stroke(0.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tick[] = {s.c + QPointF(-0.36, 0.02) * s.r, s.c + QPointF(-0.1, 0.28) * s.r,
                            s.c + QPointF(0.38, -0.28) * s.r};
    s.p.drawPolyline(tick, 3);
}

void drawRingTick(const Seat& s)
{
    s.p.setBrush(s.map.surface);
    s.p.setPen(QPen(s.map.text, s.stroke(0.16)));
    s.body(s.r * 1.0);
    drawTick(s);
}

void drawDashTick(const Seat& s)
{
    s.p.setBrush(s.map.surface);
    s.p.setPen(Qt::NoPen);
    s.body(s.r * 1.0);
    drawBrokenRing(s, s.map.text, std::max(0.2 * s.r, 1.2), 8);
    drawTick(s);
}

void drawHalfDisc(const Seat& s)
{
    s.outlined(s.map.surface, s.map.muted, s.stroke(0.1));
    s.p.save();
    s.p.setClipRect(QRectF(s.c.x() - s.r - 1, s.c.y() - s.r - 1, s.r + 1, 2 * s.r + 2), Qt::IntersectClip);
    s.p.setPen(Qt::NoPen);
    s.p.setBrush(s.map.muted);
    s.body(s.r - 0.3);
    s.p.restore();
}

void drawQuestion(const Seat& s)
{
    s.outlined(s.map.surface, s.map.muted, s.stroke(0.1));
    s.p.setPen(QPen(s.map.muted, s.stroke(0.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    s.p.setBrush(Qt::NoBrush);
    QPainterPath hook;
    hook.arcMoveTo(QRectF(s.c.x() - 0.3 * s.r, s.c.y() - 0.6 * s.r, 0.6 * s.r, 0.56 * s.r), 180);
    hook.arcTo(QRectF(s.c.x() - 0.3 * s.r, s.c.y() - 0.6 * s.r, 0.6 * s.r, 0.56 * s.r), 180, -235);
    hook.lineTo(s.c + QPointF(0, 0.2) * s.r);
    s.p.drawPath(hook);
    s.p.drawPoint(s.c + QPointF(0, 0.55) * s.r);
}

void drawCross(const Seat& s)
{
    s.p.setPen(Qt::NoPen);
    s.p.setBrush(s.map.neutral);
    s.body(s.r);
    s.p.setPen(QPen(s.map.muted, s.stroke(0.16), Qt::SolidLine, Qt::RoundCap));
    const double arm = 0.42 * s.r;
    s.p.drawLine(s.c + QPointF(-arm, -arm), s.c + QPointF(arm, arm));
    s.p.drawLine(s.c + QPointF(-arm, arm), s.c + QPointF(arm, -arm));
}

void drawHatch(const Seat& s)
{
    drawDiagonals(s, s.map.muted, s.stroke(0.13), std::max(0.46 * s.r, 2.2));
    s.outlined(Qt::NoBrush, s.map.muted, s.stroke(0.1));
}

void drawDotted(const Seat& s)
{
    const double width = std::max(0.22 * s.r, 1.2);
    QPen pen(s.area.outline, width, Qt::CustomDashLine, Qt::RoundCap);
    const double radius = s.r - width / 2;
    // A whole number of dots, so the ring closes; dash lengths are in pen widths.
    const int dots = std::clamp(static_cast<int>(std::lround(2 * M_PI * radius / (2.4 * width))), 5, 10);
    pen.setDashPattern({0.01, 2 * M_PI * radius / width / dots - 0.01});
    s.p.setBrush(Qt::NoBrush);
    s.p.setPen(pen);
    s.p.drawEllipse(s.c, radius, radius);
}

// Drawn for the project: head, back and seat, wheel.
void drawWheelchair(const Seat& s, const QColor& ink)
{
    const double u = s.r * 0.62;
    s.p.setPen(QPen(ink, std::max(0.17 * u, 1.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    s.p.setBrush(Qt::NoBrush);
    const QRectF wheel(s.c.x() - 0.72 * u, s.c.y() - 0.22 * u, 1.16 * u, 1.16 * u);
    s.p.drawArc(wheel, 110 * 16, 235 * 16);
    const QPointF back[] = {s.c + QPointF(-0.16, -0.5) * u, s.c + QPointF(-0.12, 0.22) * u,
                            s.c + QPointF(0.46, 0.22) * u, s.c + QPointF(0.72, 0.84) * u};
    s.p.drawPolyline(back, 4);
    s.p.setPen(Qt::NoPen);
    s.p.setBrush(ink);
    s.p.drawEllipse(s.c + QPointF(-0.18, -0.86) * u, 0.2 * u, 0.2 * u);
}

// A badge at the lower right: bar for restricted view (something in the way), plus for a companion seat.
void drawBadge(const Seat& s, const QPointF& corner, bool isCompanion)
{
    const QPointF at = s.c + corner * s.r;
    const double size = std::max(0.3 * s.r, 2.6);
    s.p.setPen(QPen(s.map.surface, s.stroke(0.1)));
    s.p.setBrush(s.map.text);
    s.p.drawEllipse(at, size, size);
    s.p.setPen(QPen(s.map.surface, std::max(0.32 * size, 1.0)));
    s.p.drawLine(at - QPointF(0.55 * size, 0), at + QPointF(0.55 * size, 0));
    if (isCompanion)
        s.p.drawLine(at - QPointF(0, 0.55 * size), at + QPointF(0, 0.55 * size));
}

void drawGlyph(const Seat& s)
{
    switch (glyphOf(s.look)) {
    case SeatGlyph::Disc:
        return drawDisc(s);
    case SeatGlyph::Bullseye:
        return drawBullseye(s);
    case SeatGlyph::Stripes:
        return drawStripes(s);
    case SeatGlyph::Hollow:
        return drawHollow(s);
    case SeatGlyph::RingTick:
        return drawRingTick(s);
    case SeatGlyph::DashTick:
        return drawDashTick(s);
    case SeatGlyph::HalfDisc:
        return drawHalfDisc(s);
    case SeatGlyph::Question:
        return drawQuestion(s);
    case SeatGlyph::Cross:
        return drawCross(s);
    case SeatGlyph::Hatch:
        return drawHatch(s);
    case SeatGlyph::Dotted:
        return drawDotted(s);
    }
}

} // namespace

void drawSeat(QPainter& painter, const QPointF& centre, double radius, const SeatLook& look, const MapColours& colours)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.dimmed)
        painter.setOpacity(painter.opacity() * dimmedOpacity);
    else if (look.stale && !isOffered(look))
        painter.setOpacity(painter.opacity() * staleOpacity);
    const Seat seat{painter, centre, radius, look, colours, colours.areas[look.area]};
    drawGlyph(seat);
    // Remarks matter on seats that can be picked; on the others the state's glyph has the room.
    const SeatGlyph glyph = glyphOf(look);
    if (hasRoomForNumber(glyph)) {
        if ((look.attributes & Wheelchair) && radius >= smallestDetail)
            drawWheelchair(seat, isPale(glyph) ? colours.text : seat.area.ink);
        if ((look.attributes & RestrictedView) && radius >= smallestBadge)
            drawBadge(seat, {0.72, 0.72}, false);
        if ((look.attributes & Companion) && radius >= smallestBadge)
            drawBadge(seat, {0.72, -0.72}, true);
    }
    painter.restore();
}

} // namespace parterre
