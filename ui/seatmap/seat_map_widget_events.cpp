// SeatMapWidget's events: each translates what Qt says into one call of the wiring.
#include "ui/seatmap/map_canvas.h"
#include "ui/seatmap/map_keys.h"
#include "ui/seatmap/map_overlay.h"
#include "ui/seatmap/mini_map.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace parterre {
namespace {

constexpr double wheelZoom = 1.0018;  // to the power of the wheel's angle: a notch of 120 is a quarter
constexpr double keyboardMargin = 56; // pixels kept around the focus seat

} // namespace

bool SeatMapWidget::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Gesture || event->type() == QEvent::NativeGesture)
        return pinch(event);
    return QWidget::event(event);
}

bool SeatMapWidget::pinch(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() != Qt::ZoomNativeGesture)
            return false;
        zoomAt(native->position(), 1 + native->value());
        return true;
    }
    const auto* gesture = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture));
    if (!gesture || gesture->scaleFactor() <= 0)
        return false;
    m_pointer.cancel();
    const QPointF centre = mapFromGlobal(gesture->centerPoint());
    m_viewport.panBy(gesture->centerPoint() - gesture->lastCenterPoint());
    zoomAt(centre, gesture->scaleFactor());
    return true;
}

void SeatMapWidget::showToolTip(const QPoint& at, const QPoint& global)
{
    if (const auto seat = seatUnder(at); seat && showsSeats())
        return QToolTip::showText(global, seatToolTip(*m_model, *seat), this);
    if (m_model)
        if (const auto area = m_model->geometry().standingAt(m_viewport.toMetres(QPointF(at))))
            return QToolTip::showText(global, standingToolTip(*m_model, *area), this);
    QToolTip::hideText();
}

void SeatMapWidget::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    if (!m_canvas) {
        painter.fillRect(rect(), palette().base());
        return;
    }
    m_canvas->setView(m_viewport, devicePixelRatioF());
    const QImage& image = m_canvas->image();
    const double ratio = devicePixelRatioF();
    for (const QRect& part : event->region())
        painter.drawImage(QRectF(part), image,
                          QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio));
    m_miniMap->paint(painter, m_viewport, ratio, m_canvas->resources());
    paintProposal(painter, *m_model, m_viewport, m_canvas->colours());
    if (!m_pointer.marquee().isEmpty())
        paintMarquee(painter, m_pointer.marquee(), m_canvas->colours());
    m_focusBox = QRect();
    if (!hasFocus())
        return;
    if (const auto seat = m_model->focusSeat()) {
        m_focusBox = focusRingBox(*m_model, m_viewport, *seat);
        paintFocusRing(painter, m_focusBox, m_canvas->colours());
    }
    paintFocusFrame(painter, rect(), m_canvas->colours());
}

void SeatMapWidget::resizeEvent(QResizeEvent*)
{
    m_viewport.resize(size());
    viewChanged();
}

void SeatMapWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        lookChanged();
    QWidget::changeEvent(event);
}

void SeatMapWidget::mousePressEvent(QMouseEvent* event)
{
    m_pointer.press(event->position(), event->button(), m_isSpaceHeld);
    updateCursor(event->position());
}

void SeatMapWidget::mouseMoveEvent(QMouseEvent* event)
{
    act(m_pointer.move(event->position()));
    updateCursor(event->position());
}

void SeatMapWidget::mouseReleaseEvent(QMouseEvent* event)
{
    act(m_pointer.release(event->position(), event->button(), event->modifiers()));
    updateCursor(event->position());
}

void SeatMapWidget::updateCursor(const QPointF& at)
{
    if (m_pointer.isPanning())
        return setCursor(Qt::ClosedHandCursor);
    if (m_isSpaceHeld)
        return setCursor(Qt::OpenHandCursor);
    const auto seat = seatUnder(at);
    const bool does =
        seat && (!showsSeats() || m_model->view(*seat).sellable || m_model->view(*seat).mark == SeatMark::Selected);
    setCursor(does ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SeatMapWidget::wheelEvent(QWheelEvent* event)
{
    const int angle = event->angleDelta().y();
    if (angle != 0)
        zoomAt(event->position(), std::pow(wheelZoom, angle));
    event->accept();
}

void SeatMapWidget::keyPressEvent(QKeyEvent* event)
{
    if (!m_model)
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat())
            m_spaceTogglesOnRelease = true;
        m_isSpaceHeld = true;
        return;
    }
    const MapKey key = mapKeyFor(event->key(), event->modifiers());
    switch (key) {
    case MapKey::None:
        return QWidget::keyPressEvent(event);
    case MapKey::Toggle:
        return activateFocusSeat();
    case MapKey::List:
        Q_EMIT listRequested();
        return;
    case MapKey::Fit:
        return fit();
    case MapKey::ZoomIn:
        return zoomIn();
    case MapKey::ZoomOut:
        return zoomOut();
    default:
        break;
    }
    const auto from = m_model->focusSeat();
    const auto to = from ? seatForKey(m_model->geometry(), *from, key) : firstSeatToFocus(m_model->geometry());
    if (!to)
        return;
    bringIntoView(m_model->geometry().position(*to));
    viewChanged();
    m_model->setFocusSeat(to);
}

void SeatMapWidget::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QWidget::keyReleaseEvent(event);
    m_isSpaceHeld = false;
    if (std::exchange(m_spaceTogglesOnRelease, false))
        activateFocusSeat();
}

void SeatMapWidget::focusInEvent(QFocusEvent* event)
{
    if (m_model && !m_model->focusSeat())
        m_model->setFocusSeat(firstSeatToFocus(m_model->geometry()));
    update();
    QWidget::focusInEvent(event);
}

void SeatMapWidget::focusOutEvent(QFocusEvent* event)
{
    m_isSpaceHeld = false;
    m_spaceTogglesOnRelease = false;
    update();
    QWidget::focusOutEvent(event);
}

} // namespace parterre
