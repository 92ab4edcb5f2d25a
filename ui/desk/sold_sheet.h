// SoldSheet: over the basket after a sale: SOLD, the change large, the order's code; one key to the next customer.
#pragma once

#include "sync/counter/counter_types.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace parterre {

class SoldSheet : public QFrame
{
    Q_OBJECT
public:
    explicit SoldSheet(QWidget* parent = nullptr);
    void open(const SaleDone& sale, Currency currency);
    void showPrinted(const QString& where); // what became of the paper

Q_SIGNALS:
    void nextRequested();
    void printRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_headline;
    QLabel* m_what;
    QLabel* m_changeCaption;
    QLabel* m_change;
    QLabel* m_printed;
    QPushButton* m_next;
};

} // namespace parterre
