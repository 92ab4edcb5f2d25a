// Lines by row, a menu for the price type of a line, and a countdown that keeps its width.
#include "ui/desk/basket_panel.h"

#include "ui/common/money_text.h"
#include "ui/common/theme.h"
#include "ui/desk/when_text.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

enum Column { Place, Type, Price, Remove, ColumnCount };

QString placeText(const BasketLine& line, const SeatPlan& plan)
{
    if (line.standing)
        return QString::fromStdString(plan.standing()[line.standing->value].name);
    return BasketPanel::tr("%1 · row %2 · seat %3")
        .arg(QString::fromStdString(plan.sectionOf(*line.seat).name),
             QString::fromStdString(plan.rowOf(*line.seat).name), QString::fromStdString(plan.seat(*line.seat).number));
}

} // namespace

BasketPanel::BasketPanel(QWidget* parent)
    : QFrame(parent),
      m_heading(new QLabel(tr("Basket"), this)),
      m_state(new QLabel(this)),
      m_lines(new QTreeWidget(this)),
      m_hint(new QLabel(this)),
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

    m_lines->setColumnCount(ColumnCount);
    m_lines->setHeaderHidden(true);
    m_lines->setRootIsDecorated(false);
    m_lines->setUniformRowHeights(true);
    m_lines->setFocusPolicy(Qt::TabFocus);
    m_lines->setAccessibleName(tr("Basket lines"));
    m_lines->header()->setStretchLastSection(false);
    m_lines->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_lines->header()->setSectionResizeMode(Place, QHeaderView::Stretch);
    connect(m_lines, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item, int column) {
        if (column == Remove)
            Q_EMIT lineRemoved(m_lines->indexOfTopLevelItem(item));
        else if (column == Type)
            openTypeMenu(item);
    });
    layout->addWidget(m_lines, 1);

    m_hint->setText(tr("Pick seats on the map, or press 1 to 9 for that many best seats together."));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    setRole(m_hint, Role::Muted);
    layout->addWidget(m_hint, 1);

    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setRole(m_total, Role::Total);
    m_total->setFont(figuresFont(tokens::typeTotal));
    m_total->setObjectName(u"basketTotal"_s);
    layout->addWidget(m_total);

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
    layout->addLayout(buttons);
    showState();
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
    m_types = terms.priceTypes;
    m_expiresAt = basket.expiresAt;
    m_local = basket.local;
    m_busy = basket.busy;
    m_isEmpty = basket.empty();
    showLines(basket, plan, terms);
    m_total->setText(moneyText(m_isEmpty ? Money{0, terms.currency} : basket.total));
    showState();
}

void BasketPanel::showLines(const Basket& basket, const SeatPlan& plan, const EventTerms& terms)
{
    m_lines->clear();
    for (const auto& line : basket.lines) {
        auto* item = new QTreeWidgetItem(m_lines);
        item->setText(Place, placeText(line, plan));
        item->setText(Type, QString::fromStdString(terms.priceTypes[line.priceType.value]) +
                                (m_types.size() > 1 ? u" ▾"_s : QString()));
        item->setText(Price, moneyText(line.price));
        item->setSizeHint(Place, {0, tokens::space32 + tokens::space4});
        item->setTextAlignment(Price, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(Remove, u"✕"_s);
        item->setToolTip(Remove, tr("Remove this place"));
        item->setData(Place, Qt::AccessibleTextRole,
                      u"%1, %2, %3"_s.arg(item->text(Place), item->text(Type), item->text(Price)));
    }
    m_heading->setText(m_isEmpty ? tr("Basket")
                                 : tr("Basket · %n places", nullptr, static_cast<int>(basket.lines.size())));
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
    else if (m_local)
        m_state->setText(tr("held here, no deadline"));
    else if (m_expiresAt)
        m_state->setText(tr("held for %1").arg(countdownText(*m_expiresAt - m_now)));
    const bool soon = !m_isEmpty && m_expiresAt && (*m_expiresAt - m_now) < Milliseconds(60'000);
    m_state->setStyleSheet(u"color:%1"_s.arg((soon ? c.danger : c.textMuted).name()));
    m_lines->setVisible(!m_isEmpty);
    m_hint->setVisible(m_isEmpty);
    for (auto* button : {m_cash, m_card, m_reserve})
        button->setEnabled(!m_isEmpty && !m_busy);
    m_moreTime->setEnabled(!m_isEmpty && !m_busy && m_expiresAt.has_value());
    m_empty->setEnabled(!m_isEmpty);
}

void BasketPanel::openTypeMenu(QTreeWidgetItem* item)
{
    const int line = m_lines->indexOfTopLevelItem(item);
    QMenu menu(this);
    for (std::size_t i = 0; i < m_types.size(); ++i)
        menu.addAction(QString::fromStdString(m_types[i]), this, [this, line, i] {
            Q_EMIT priceTypeChosen(line, PriceTypeIndex{static_cast<std::uint16_t>(i)});
        });
    menu.exec(m_lines->viewport()->mapToGlobal(m_lines->visualItemRect(item).bottomLeft()));
}

} // namespace parterre
