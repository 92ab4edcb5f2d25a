// DrillSheet: what a drill has shown: sold, refused, and how long the reserve would have lasted.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/common/sheet.h"

class QGridLayout;

namespace parterre {

class DrillSheet : public Sheet
{
    Q_OBJECT
public:
    explicit DrillSheet(QWidget* parent = nullptr);
    void open(const DrillReport& report);

private:
    void addFigure(const QString& caption, const QString& figure);
    QLabel* m_verdict;
    QLabel* m_advice;
    QGridLayout* m_figures;
};

} // namespace parterre
