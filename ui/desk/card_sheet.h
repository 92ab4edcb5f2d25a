// CardSheet: a payment on a terminal that stands alone: the amount and the reference to type in, and what it said.
#pragma once

#include "sync/base/money.h"
#include "ui/common/sheet.h"

namespace parterre {

class CardSheet : public Sheet
{
    Q_OBJECT
public:
    enum class Answer { Approved, Declined, Unknown };
    explicit CardSheet(QWidget* parent = nullptr);
    void open(Money amount, const QString& reference);
    bool mustBeAnswered() const override { return m_asking; }

Q_SIGNALS:
    void answered(parterre::CardSheet::Answer answer); // once an opening

private:
    void answer(Answer what);
    QLabel* m_amount;
    QLabel* m_reference;
    bool m_asking = false;
};

} // namespace parterre
