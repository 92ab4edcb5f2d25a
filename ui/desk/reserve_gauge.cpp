// The cell: three bars when good, one when low, none and a "!" when empty; so it is read without its colour.
#include "ui/desk/reserve_gauge.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace parterre {
namespace {

constexpr int cellWidth = 24; // logical pixels at 100 % text
constexpr int cellHeight = 12;

void drawCell(QPainter& painter, const QRectF& box, Level level, const QColor& colour)
{
    const double unit = box.height() / cellHeight;
    const QRectF shell = box.adjusted(unit, unit, -3 * unit, -unit);
    painter.setPen(QPen(colour, 1.5 * unit));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(shell, 2 * unit, 2 * unit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRect(QRectF(shell.right() + unit, box.center().y() - 2 * unit, 2 * unit, 4 * unit));
    const int bars = level == Level::Good ? 3 : level == Level::Caution ? 1 : 0;
    const double step = (shell.width() - 3 * unit) / 3;
    for (int i = 0; i < bars; ++i)
        painter.drawRect(QRectF(shell.left() + 2.2 * unit + i * step, shell.top() + 2.2 * unit, step - 1.4 * unit,
                                shell.height() - 4.4 * unit));
    if (bars == 0) {
        painter.drawRect(QRectF(shell.center().x() - unit, shell.top() + 1.8 * unit, 2 * unit, 3.6 * unit));
        painter.drawRect(QRectF(shell.center().x() - unit, shell.bottom() - 3.2 * unit, 2 * unit, 1.8 * unit));
    }
}

} // namespace

ReserveGauge::ReserveGauge(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("reserveGauge"));
    setFont(themeFont(tokens::typeCaption));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void ReserveGauge::setReserve(Level level, const QString& sentence, const QString& brief)
{
    if (m_level == level && text() == sentence && m_brief == brief)
        return;
    m_level = level;
    m_brief = brief;
    setText(sentence);
    setAccessibleName(sentence);
    updateGeometry();
    update();
}

QSize ReserveGauge::sizeFor(const QString& words) const
{
    const double scale = currentTextScale();
    return {qRound(cellWidth * scale) + tokens::space4 + fontMetrics().horizontalAdvance(words) + 2 * tokens::space4,
            std::max(fontMetrics().height(), qRound(cellHeight * scale)) + 4};
}

QSize ReserveGauge::sizeHint() const
{
    return sizeFor(text());
}

QSize ReserveGauge::minimumSizeHint() const
{
    return sizeFor(m_brief);
}

bool ReserveGauge::showsWhole() const
{
    return width() >= sizeHint().width();
}

void ReserveGauge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = coloursOf(m_level).ground;
    const double scale = currentTextScale();
    const QString words = showsWhole() ? text() : m_brief;
    // At the right, where the state of the line ends too.
    const int left = std::max(tokens::space4, width() - sizeFor(words).width() + tokens::space4);
    const QRectF cell(left, (height() - cellHeight * scale) / 2, cellWidth * scale, cellHeight * scale);
    drawCell(painter, cell, m_level, colour);
    const QRect where(qRound(cell.right()) + tokens::space4, 0, width() - qRound(cell.right()) - tokens::space4,
                      height());
    painter.setPen(colour);
    QFont shown = font();
    shown.setUnderline(underMouse());
    painter.setFont(shown);
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, words);
    if (hasFocus()) {
        painter.setPen(QPen(currentColours().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

} // namespace parterre
