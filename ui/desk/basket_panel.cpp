// The panel around the lines: heading, countdown, total and the buttons with their keys.
#include "ui/desk/basket_panel.h"

#include "ui/common/money_text.h"
#include "ui/common/theme.h"
#include "ui/common/when_text.h"
#include "ui/desk/basket_lines.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

BasketPanel::BasketPanel(QWidget* parent)
    : QFrame(parent),
      m_heading(new QLabel(tr("Basket"), this)),
      m_state(new QLabel(this)),
      m_lines(new BasketLines(this)),
      m_hint(new QLabel(this)),
      m_totalCaption(new QLabel(tr("Total"), this)),
      m_total(new QLabel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space16);
    layout->setSpacing(tokens::space8);
    auto* head = new QHBoxLayout;
    setRole(m_heading, Role::Title);
    m_state->setFont(figuresFont(tokens::typeBody));
    m_state->setObjectName(u"basketState"_s);
    head->addWidget(m_heading);
    head->addStretch(1);
    head->addWidget(m_state);
    layout->addLayout(head);

    m_lines->setObjectName(u"basketLines"_s);
    connect(m_lines, &BasketLines::priceTypeChosen, this, &BasketPanel::priceTypeChosen);
    connect(m_lines, &BasketLines::lineRemoved, this, &BasketPanel::lineRemoved);
    connect(m_lines, &BasketLines::focusMoved, this, &BasketPanel::linesFocused);
    layout->addWidget(m_lines, 1);

    m_hint->setText(tr("Pick seats on the map, or press 1 to 9 for that many best seats together."));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    setRole(m_hint, Role::Muted);
    layout->addWidget(m_hint, 1);

    auto* sum = new QHBoxLayout;
    m_totalCaption->setFont(themeFont(tokens::typeEmphasis));
    setRole(m_totalCaption, Role::Muted);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setRole(m_total, Role::Total);
    m_total->setFont(figuresFont(tokens::typeTotal));
    m_total->setObjectName(u"basketTotal"_s);
    sum->addWidget(m_totalCaption, 0, Qt::AlignBottom);
    sum->addWidget(m_total, 1);
    layout->addLayout(sum);

    layout->addLayout(payButtons());
    showState();
}

QGridLayout* BasketPanel::payButtons()
{
    auto* buttons = new QGridLayout;
    buttons->setSpacing(tokens::space8);
    m_cash = addButton(tr("Cash   C"), u"cashButton"_s, &BasketPanel::cashRequested);
    setRole(m_cash, Role::PrimaryButton);
    m_cash->setMinimumHeight(tokens::touchTarget);
    m_card = addButton(tr("Card   K"), u"cardButton"_s, &BasketPanel::cardRequested);
    m_card->setMinimumHeight(tokens::touchTarget);
    m_reserve = addButton(tr("Reserve   R"), u"reserveButton"_s, &BasketPanel::reserveRequested);
    m_moreTime = addButton(tr("More time   X"), u"moreTimeButton"_s, &BasketPanel::moreTimeRequested);
    m_empty = addButton(tr("Empty basket   Esc"), u"emptyButton"_s, &BasketPanel::emptyRequested);
    setRole(m_empty, Role::QuietButton);
    buttons->addWidget(m_cash, 0, 0);
    buttons->addWidget(m_card, 0, 1);
    buttons->addWidget(m_reserve, 1, 0);
    buttons->addWidget(m_moreTime, 1, 1);
    buttons->addWidget(m_empty, 2, 0, 1, 2);
    return buttons;
}

QPushButton* BasketPanel::addButton(const QString& text, const QString& name, void (BasketPanel::*signal)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

void BasketPanel::setBasket(const Basket& basket, const SeatPlan& plan, const EventTerms& terms)
{
    m_expiresAt = basket.expiresAt;
    m_local = basket.local;
    m_provisional = basket.provisional;
    m_busy = basket.busy;
    m_isEmpty = basket.empty();
    m_lines->setBasket(basket, plan, terms);
    m_heading->setText(m_isEmpty ? tr("Basket")
                                 : tr("Basket · %n places", nullptr, static_cast<int>(basket.lines.size())));
    m_total->setText(moneyText(m_isEmpty ? Money{0, terms.currency} : basket.total));
    showState();
}

int BasketPanel::focusLine() const
{
    return m_lines->focusLine();
}

void BasketPanel::focusLines()
{
    m_lines->takeFocus();
}

void BasketPanel::setNow(Instant now)
{
    m_now = now;
    showState();
}

void BasketPanel::showState()
{
    const auto& c = currentColours();
    if (m_isEmpty)
        m_state->clear();
    else if (m_busy)
        m_state->setText(tr("asking the centre …"));
    else if (m_provisional)
        m_state->setText(tr("only provisionally"));
    else if (m_local)
        m_state->setText(tr("held here, no deadline"));
    else if (m_expiresAt)
        m_state->setText(tr("held for %1").arg(countdownText(*m_expiresAt - m_now)));
    const bool soon = !m_isEmpty && m_expiresAt && (*m_expiresAt - m_now) < Milliseconds(60'000);
    const bool provisional = !m_isEmpty && m_provisional;
    m_state->setStyleSheet(u"color:%1"_s.arg((soon ? c.danger : provisional ? c.caution : c.textMuted).name()));
    m_lines->setVisible(!m_isEmpty);
    m_totalCaption->setVisible(!m_isEmpty);
    m_total->setVisible(!m_isEmpty);
    m_hint->setVisible(m_isEmpty);
    for (auto* button : {m_cash, m_card, m_reserve})
        button->setEnabled(!m_isEmpty && !m_busy);
    m_moreTime->setEnabled(!m_isEmpty && !m_busy && m_expiresAt.has_value());
    m_empty->setEnabled(!m_isEmpty);
}

} // namespace parterre
