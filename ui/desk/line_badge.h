// LineBadge: the state of the line and the offline reserve, always visible in the top bar. Words and sign, not colour
// alone.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/brief.h"

#include <QFrame>

namespace parterre {

class ReserveGauge;

class LineBadge : public QFrame
{
    Q_OBJECT
public:
    explicit LineBadge(QWidget* parent = nullptr);

    // `areas` are the price areas' names, for the breakdown in the tooltip.
    void setReport(const LineReport& report, const std::vector<PriceArea>& areas);
    // Before set-up there is no line; without an event there is no reserve.
    void setShown(bool line, bool reserve);
    QString text() const; // what it says, in one sentence

Q_SIGNALS:
    void reserveRequested(); // the gauge was pressed

private:
    BriefLabel* m_state;
    ReserveGauge* m_reserve;
};

} // namespace parterre
