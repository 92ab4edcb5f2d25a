// A small state machine: idle, pressed, stretching a marquee, panning.
#include "ui/seatmap/map_pointer.h"

namespace parterre {

void MapPointer::press(const QPointF& at, Qt::MouseButton button, bool isSpaceHeld)
{
    if (m_state != State::Idle)
        return; // a second button during a drag means nothing
    m_from = at;
    m_at = at;
    m_button = button;
    if (button == Qt::MiddleButton || (button == Qt::LeftButton && isSpaceHeld))
        m_state = State::Panning;
    else if (button == Qt::LeftButton)
        m_state = State::Pressed;
}

MapPointer::Meaning MapPointer::move(const QPointF& at)
{
    const QPointF delta = at - m_at;
    if (m_state == State::Pressed && (at - m_from).manhattanLength() >= m_dragDistance)
        m_state = State::Stretching;
    if (m_state != State::Idle && m_state != State::Pressed)
        m_at = at;
    switch (m_state) {
    case State::Panning:
        return {.act = Act::Pan, .at = at, .delta = delta};
    case State::Stretching:
        return {.act = Act::Stretch, .at = at, .rect = marquee()};
    case State::Idle:
    case State::Pressed:
        break;
    }
    return {.at = at};
}

MapPointer::Meaning MapPointer::release(const QPointF& at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    if (m_state == State::Idle || button != m_button)
        return {.at = at};
    move(at);
    const QRectF rect = marquee();
    const State ended = m_state;
    m_state = State::Idle;
    const bool add = modifiers.testFlag(Qt::ShiftModifier);
    if (ended == State::Pressed)
        return {.act = Act::Click, .at = m_from, .add = add};
    if (ended == State::Stretching)
        return {.act = Act::Marquee, .at = at, .rect = rect, .add = add};
    return {.at = at};
}

} // namespace parterre
