// Reads the amount as typed in the clerk's locale and shows the change large.
#include "ui/desk/cash_sheet.h"

#include "sync/base/currency_text.h"
#include "ui/common/money_text.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

// What a person would hand over for an amount: the next multiples of a note above it.
QList<qint64> likelyNotes(Money amount)
{
    qint64 unit = 1;
    for (int i = 0; i < minorDigits(amount.currency); ++i)
        unit *= 10;
    QList<qint64> notes;
    for (const qint64 step : {5, 10, 20, 50, 100, 200}) {
        const qint64 note = (amount.minor + step * unit - 1) / (step * unit) * step * unit;
        if (note > amount.minor && !notes.contains(note))
            notes << note;
    }
    return notes.mid(0, 3);
}

} // namespace

CashSheet::CashSheet(QWidget* parent)
    : QFrame(parent),
      m_total(new QLabel(this)),
      m_given(new QLineEdit(this)),
      m_change(new QLabel(this)),
      m_problem(new QLabel(this)),
      m_pay(new QPushButton(tr("Sell   Enter"), this)),
      m_cancel(new QPushButton(tr("Back   Esc"), this))
{
    auto* sheet = new QVBoxLayout(this);
    sheet->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space16);
    sheet->setSpacing(tokens::space8);
    // Large text on a small screen scrolls; the buttons stay.
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(scroll);
    scroll->setWidget(body);
    sheet->addWidget(scroll, 1);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(tokens::space8);
    auto* title = new QLabel(tr("Cash"), this);
    setRole(title, Role::Title);
    layout->addWidget(title);
    m_total->setFont(figuresFont(tokens::typeHeadline));
    layout->addWidget(m_total);
    auto* caption = new QLabel(tr("Amount given"), this);
    setRole(caption, Role::Muted);
    caption->setBuddy(m_given);
    layout->addSpacing(tokens::space12);
    layout->addWidget(caption);
    m_given->setFont(figuresFont(tokens::typeHeadline));
    m_given->setAlignment(Qt::AlignRight);
    m_given->setMinimumHeight(QFontMetrics(m_given->font()).height() + tokens::space12); // never squeezed
    m_given->setMaxLength(16);
    m_given->setObjectName(u"cashGiven"_s);
    m_given->setAccessibleName(tr("Amount given"));
    layout->addWidget(m_given);
    auto* notes = new QHBoxLayout;
    for (int i = 0; i < 3; ++i) {
        auto* note = new QPushButton(this);
        note->setFocusPolicy(Qt::NoFocus);
        note->setMinimumHeight(std::max(tokens::touchTarget, 2 * note->fontMetrics().height() + tokens::space12));
        note->setObjectName(u"note%1"_s.arg(i + 1));
        connect(note, &QPushButton::clicked, this, [this, i] { giveNote(i); });
        m_notes << note;
        notes->addWidget(note);
    }
    layout->addLayout(notes);
    auto* changeCaption = new QLabel(tr("Change"), this);
    setRole(changeCaption, Role::Muted);
    layout->addSpacing(tokens::space12);
    layout->addWidget(changeCaption);
    QFont large = figuresFont(tokens::typeTotal);
    large.setWeight(QFont::DemiBold);
    m_change->setFont(large);
    m_change->setAlignment(Qt::AlignRight);
    m_change->setObjectName(u"cashChange"_s);
    layout->addWidget(m_change);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    setRole(m_pay, Role::PrimaryButton);
    m_pay->setMinimumHeight(tokens::touchTarget);
    m_pay->setObjectName(u"payButton"_s);
    sheet->addWidget(m_pay);
    sheet->addWidget(m_cancel);
    connect(m_given, &QLineEdit::textChanged, this, &CashSheet::showChange);
    connect(m_given, &QLineEdit::returnPressed, this, &CashSheet::pay);
    connect(m_pay, &QPushButton::clicked, this, &CashSheet::pay);
    connect(m_cancel, &QPushButton::clicked, this, &CashSheet::cancelled);
}

void CashSheet::open(Money total)
{
    m_amount = total;
    m_total->setText(tr("To pay: %1").arg(moneyText(total)));
    m_problem->clear();
    const auto notes = m_noteMinors = likelyNotes(total);
    for (int i = 0; i < m_notes.size(); ++i) {
        m_notes[i]->setVisible(i < notes.size());
        if (i < notes.size())
            showNote(i, notes[i]);
    }
    setBusy(false);
    m_given->setText(moneyText(total));
    m_given->selectAll();
    m_given->setFocus();
    showChange();
}

void CashSheet::showNote(int index, qint64 minor)
{
    m_notes[index]->setText(u"%1\nF%2"_s.arg(moneyText({minor, m_amount.currency})).arg(index + 2));
}

void CashSheet::giveNote(int index)
{
    if (index >= m_noteMinors.size() || !m_given->isEnabled())
        return;
    m_given->setText(moneyText({m_noteMinors[index], m_amount.currency}));
    m_given->setFocus();
}

void CashSheet::setBusy(bool busy)
{
    m_given->setEnabled(!busy);
    m_pay->setEnabled(!busy);
    m_cancel->setEnabled(!busy);
    m_pay->setText(busy ? tr("Selling …") : tr("Sell   Enter"));
    if (!busy && isVisible())
        m_given->setFocus();
}

void CashSheet::showRefusal(const QString& sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    m_problem->setStyleSheet(u"color:%1"_s.arg(currentColours().danger.name()));
}

void CashSheet::showChange()
{
    const auto given = moneyFromText(m_given->text(), m_amount.currency);
    const bool enough = given && given->minor >= m_amount.minor;
    m_change->setText(enough ? moneyText(*given - m_amount) : u"–"_s);
    if (given && !enough)
        showRefusal(tr("%1 more is needed.").arg(moneyText(m_amount - *given)));
    else if (!given)
        showRefusal(tr("That is not an amount. Type for example %1.").arg(moneyText(m_amount)));
    else
        m_problem->clear();
    m_pay->setEnabled(enough && m_given->isEnabled());
}

void CashSheet::pay()
{
    const auto given = moneyFromText(m_given->text(), m_amount.currency);
    if (!given || given->minor < m_amount.minor || !m_given->isEnabled())
        return;
    Q_EMIT paid(given->minor);
}

void CashSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_cancel->isEnabled()) {
        Q_EMIT cancelled();
        return;
    }
    if (const int note = event->key() - Qt::Key_F2; note >= 0 && note < m_notes.size())
        return giveNote(note);
    QFrame::keyPressEvent(event);
}

} // namespace parterre
