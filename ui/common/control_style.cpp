// Ticks, dots and rings. An empty box is an edge, a chosen one is filled and has its sign: read without colour too.
#include "ui/common/control_style.h"

#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QPainter>
#include <QRadioButton>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace parterre {
namespace {

constexpr int indicatorSize = 18; // logical pixels at 100 % text
constexpr double edgeWidth = 1.5;
constexpr double ringWidth = 2;

struct Ink
{
    QColor edge;
    QColor ground;
    QColor sign;
};

Ink inkOf(QStyle::State state)
{
    const auto& c = currentColours();
    const bool chosen = state & (QStyle::State_On | QStyle::State_NoChange);
    if (!(state & QStyle::State_Enabled))
        return {c.border, c.sunken, c.textMuted};
    if (chosen)
        return {c.accent, c.accent, c.accentText};
    const bool meant = state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    return {meant ? c.accent : c.controlEdge, c.surface, c.accentText};
}

QRectF squareIn(const QRect& rect)
{
    const double side = std::min(rect.width(), rect.height()) - edgeWidth;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(rect).center());
    return box;
}

void drawCheck(QPainter& painter, const QStyleOption& option)
{
    const Ink ink = inkOf(option.state);
    const QRectF box = squareIn(option.rect);
    painter.setPen(QPen(ink.edge, edgeWidth));
    painter.setBrush(ink.ground);
    painter.drawRoundedRect(box, 3, 3);
    if (!(option.state & (QStyle::State_On | QStyle::State_NoChange)))
        return;
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter.setPen(QPen(ink.sign, box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_On)
        painter.drawPolyline(QPolygonF{at(0.22, 0.54), at(0.42, 0.74), at(0.78, 0.28)});
    else
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
}

void drawRadio(QPainter& painter, const QStyleOption& option)
{
    const Ink ink = inkOf(option.state);
    const QRectF box = squareIn(option.rect);
    painter.setPen(QPen(ink.edge, edgeWidth));
    painter.setBrush(ink.ground);
    painter.drawEllipse(box);
    if (!(option.state & QStyle::State_On))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.sign);
    painter.drawEllipse(box.center(), box.width() / 5, box.width() / 5);
}

// A ring around the words, never a coat over them. Buttons, fields and lists have theirs from the style sheet; in a
// list the row that is chosen shows itself.
void drawFocus(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const bool boxed = qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QRadioButton*>(widget);
    const bool row = qobject_cast<const QAbstractItemView*>(widget) && !(option.state & QStyle::State_Selected);
    if (!boxed && !row)
        return;
    painter.setPen(QPen(currentColours().accent, ringWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3);
}

} // namespace

ControlStyle::ControlStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton && element != PE_FrameFocusRect)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (element == PE_IndicatorCheckBox)
        drawCheck(*painter, *option);
    else if (element == PE_IndicatorRadioButton)
        drawRadio(*painter, *option);
    else
        drawFocus(*painter, *option, widget);
    painter->restore();
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return qRound(indicatorSize * currentTextScale());
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace parterre
