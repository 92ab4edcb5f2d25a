// MapLegend: one line below the map that says what its marks mean, drawn as the map draws them.
#pragma once

#include "sync/domain/seat_plan.h"

#include <QFrame>

namespace parterre {

class FlowLayout;
struct SeatLook;

class MapLegend : public QFrame
{
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);

    // Marks that cannot occur in this plan are left out.
    void setPlan(const SeatPlan& plan);

private:
    void addMark(const SeatLook& look, const QString& words);
    FlowLayout* m_marks;
};

} // namespace parterre
