// CashSheet: over the basket while cash is taken: the total, the amount given, the change. Exact cash is one key.
#pragma once

#include "sync/base/money.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace parterre {

class CashSheet : public QFrame
{
    Q_OBJECT
public:
    explicit CashSheet(QWidget* parent = nullptr);

    void open(Money total); // starts with the exact amount given
    void setBusy(bool busy);
    void showRefusal(const QString& sentence);

Q_SIGNALS:
    void paid(qint64 givenMinor);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showChange();
    void pay();
    void giveNote(int index);
    void showNote(int index, qint64 minor);
    QLabel* m_total;
    QLineEdit* m_given;
    QLabel* m_change;
    QLabel* m_problem;
    QPushButton* m_pay;
    QPushButton* m_cancel;
    QList<QPushButton*> m_notes; // the round amounts people hand over
    QList<qint64> m_noteMinors;
    Money m_amount;
};

} // namespace parterre
