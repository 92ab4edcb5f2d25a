// LineWiring: everything that shows the line: strips, gauge, reserve, how old the map is, the drill and its report.
#pragma once

#include "app/counter/desk_parts.h"

#include <set>

namespace parterre {

class DrillSheet;
class ReserveSheet;

class LineWiring : public QObject
{
    Q_OBJECT
public:
    explicit LineWiring(const DeskParts& parts);
    void show(); // at each change and each second

private:
    void tellTurn(const LineReport& report, LineState before);
    void remember(const LineReport& report, bool turned);
    void tellDrained();
    void returnReserve();
    void toggleDrill(bool on);

    DeskParts m_parts;
    ReserveSheet* m_reserve; // owned by the sale page
    DrillSheet* m_drill;
    LineState m_shown = LineState::Up;
    bool m_drilled = false; // the line was only said to be down, when it was last
    bool m_drains = false;  // the line is back, and what came of the sales is not told yet
    std::uint32_t m_unsent = 0;
    std::set<OrderId> m_waiting; // sold since the line went, or not sent when it went
};

} // namespace parterre
