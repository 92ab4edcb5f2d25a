// CaseList: the cases, those that need somebody first; two lines each.
#pragma once

#include "sync/counter/counter_types.h"

#include <QTreeWidget>

namespace parterre {

class CaseList : public QTreeWidget
{
    Q_OBJECT
public:
    explicit CaseList(QWidget* parent = nullptr);

    // The current case stays current when it is still there.
    void setCases(const std::vector<CaseReport>& cases, const SeatPlan& plan);
    std::optional<CaseId> currentCase() const;
    void setCurrentCase(CaseId id);
    // As many cases as there are, up to two: the room is the detail's, which is read; what is left over makes it
    // taller.
    QSize sizeHint() const override;

Q_SIGNALS:
    void caseChosen(); // another one is current, or none
};

// How many of them somebody still has to do something about, or wait for.
int openCases(const std::vector<CaseReport>& cases);

} // namespace parterre
