// LineWiring: everything that shows the line: strips, gauge, reserve, how old the map is, the drill and its report.
#pragma once

#include "app/counter/desk_parts.h"

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
    void tellTurn(const LineReport& report);
    void returnReserve();
    void toggleDrill(bool on);

    DeskParts m_parts;
    ReserveSheet* m_reserve; // owned by the sale page
    DrillSheet* m_drill;
    LineState m_shown = LineState::Up;
    bool m_drilled = false; // the line was only said to be down, when it was last
};

} // namespace parterre
