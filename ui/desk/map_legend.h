// MapLegend: one line below the map that says what its marks mean, drawn as the map draws them.
#pragma once

#include "sync/domain/seat_plan.h"

#include <QFrame>

class QLabel;

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
    // With the line down the map means something else: what is sold provisionally, and how old the rest is ("as of 12
    // min ago"; empty while nothing is stale).
    void setLine(bool provisional, const QString& asOf);

private:
    void fill();
    QString ageText() const;
    QLabel* addMark(const SeatLook& look, const QString& words);
    FlowLayout* m_marks;
    bool m_hasWheelchairs = false;
    bool m_provisional = false;
    QString m_asOf;
    QLabel* m_age = nullptr; // of m_marks; null while nothing is stale
};

} // namespace parterre
