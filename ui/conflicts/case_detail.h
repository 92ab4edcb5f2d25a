// CaseDetail: one case, read from top to bottom: both claims, the rule, the money, the proposal, what to do.
#pragma once

#include "sync/counter/counter_types.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace parterre {

class CaseDetail : public QFrame
{
    Q_OBJECT
public:
    explicit CaseDetail(QWidget* parent = nullptr);
    // `offer`: the one that is shown of Case::offers.
    void show(const CaseReport& report, std::size_t offer, const SeatPlan& plan, const EventTerms& terms, Instant now);

private:
    QLabel* addPart(QVBoxLayout* layout, const QString& caption, const char* name);
    static void say(QLabel* part, const QString& words); // an empty part is not shown
    QLabel* m_next;
    QLabel* m_offer;
    QLabel* m_seated;
    QLabel* m_ours;
    QLabel* m_theirs;
    QLabel* m_rule;
    QLabel* m_customer;
    QLabel* m_money;
};

} // namespace parterre
