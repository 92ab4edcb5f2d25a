// LineStrips: under the top bar, what a clerk must know all the time it lasts: a drill, sales on their way to the
// centre, an outbox that fills, an event that is stopped.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/level.h"

#include <QFrame>

class QLabel;

namespace parterre {

class DrainBar;
class DrillBanner;

// What is said about an outbox this full, and about a halt; empty: nothing.
QString outboxText(std::uint32_t percent);
QString haltText(Halt halt);

class LineStrips : public QFrame
{
    Q_OBJECT
public:
    explicit LineStrips(QWidget* parent = nullptr);
    // `hasEvent`: halts and progress are those of an open event.
    void setReport(const LineReport& report, bool hasEvent);

Q_SIGNALS:
    void drillEndRequested();

private:
    class Strip;
    DrillBanner* m_drill;
    DrainBar* m_drain;
    Strip* m_outbox;
    Strip* m_halt;
};

} // namespace parterre
