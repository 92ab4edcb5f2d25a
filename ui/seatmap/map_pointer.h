// MapPointer: what a press, a drag and a release on the map mean. Knows positions and buttons only.
#pragma once

#include <QPointF>
#include <QRectF>
#include <Qt>

namespace parterre {

class MapPointer
{
public:
    enum class Act {
        None,
        Pan,     // by `delta`
        Stretch, // the marquee is `rect` just now
        Click,   // at `at`
        Marquee, // finished: `rect`; `add` when Shift is held
    };
    struct Meaning
    {
        Act act = Act::None;
        QPointF at;
        QPointF delta;
        QRectF rect;
        bool add = false;
    };

    // Pixels a press may wander and still be a click.
    explicit MapPointer(double dragDistance) : m_dragDistance(dragDistance) {}

    // Middle button, or left with the space bar held, pans; left alone clicks or draws a marquee.
    void press(const QPointF& at, Qt::MouseButton button, bool isSpaceHeld);
    Meaning move(const QPointF& at);
    Meaning release(const QPointF& at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void cancel() { m_state = State::Idle; }

    bool isPanning() const { return m_state == State::Panning; }
    QRectF marquee() const { return m_state == State::Stretching ? QRectF(m_from, m_at).normalized() : QRectF(); }

private:
    enum class State { Idle, Pressed, Stretching, Panning };
    State m_state = State::Idle;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_from;
    QPointF m_at;
    double m_dragDistance;
};

} // namespace parterre
