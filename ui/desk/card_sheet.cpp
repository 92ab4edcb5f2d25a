// No key answers by accident: Enter does nothing until a button has the keyboard, and there is no way past an answer.
#include "ui/desk/card_sheet.h"

#include "ui/common/money_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

CardSheet::CardSheet(QWidget* parent) : Sheet(tr("Card payment"), parent)
{
    addText(tr("Take the payment on the card terminal, then say what it shows. The seats are kept meanwhile."));
    body()->addSpacing(tokens::space12);
    addText(tr("Amount"), true);
    m_amount = figuresLabel(tokens::typeTotal, "cardAmount", this);
    body()->addWidget(m_amount);
    addText(tr("Reference, if the terminal asks for one"), true);
    m_reference = figuresLabel(tokens::typeHeadline, "cardReference", this);
    m_reference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(m_reference);
    body()->addStretch(1);
    addText(
        tr("“Do not know” keeps the seats and asks again later: nothing is sold or printed until it is known whether "
           "the card was charged."),
        true);
    addButton(tr("Approved"), "cardApproved", {Qt::Key_A}, Role::PrimaryButton, [this] { answer(Answer::Approved); });
    addButton(tr("Declined"), "cardDeclined", {Qt::Key_D}, [this] { answer(Answer::Declined); });
    addButton(tr("Do not know"), "cardUnknown", {Qt::Key_U}, [this] { answer(Answer::Unknown); });
    setFirstFocus(this);
}

void CardSheet::open(Money amount, const QString& reference)
{
    m_amount->setText(moneyText(amount));
    m_reference->setText(reference);
    setTitle(tr("Card payment of %1").arg(moneyText(amount)));
    m_asking = true;
}

void CardSheet::answer(Answer what)
{
    if (std::exchange(m_asking, false))
        Q_EMIT answered(what);
}

} // namespace parterre
