// ReserveSheet: what this counter may sell with the line down, by price area, and how long it carries.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/sheet.h"

class QTreeWidget;

namespace parterre {

class ReserveSheet : public Sheet
{
    Q_OBJECT
public:
    explicit ReserveSheet(QWidget* parent = nullptr);
    void setReport(const LineReport& report, const std::vector<PriceArea>& areas);

Q_SIGNALS:
    void returnRequested();
    void renewRequested();

private:
    void showAreas(const LineReport& report, const std::vector<PriceArea>& areas);

    QLabel* m_headline;
    QLabel* m_sentence;
    QTreeWidget* m_areas;
    QLabel* m_note;
    QPushButton* m_renew;
    QPushButton* m_return;
};

} // namespace parterre
