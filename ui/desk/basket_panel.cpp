// Lines under their row, a menu for the price type of a line, and a countdown that keeps its width.
#include "ui/desk/basket_panel.h"

#include "ui/common/money_text.h"
#include "ui/common/theme.h"
#include "ui/desk/place_text.h"
#include "ui/desk/when_text.h"

#include <QEvent>
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

constexpr int lineRole = Qt::UserRole; // index into Basket::lines; groups have none

int lineOf(const QTreeWidgetItem* item)
{
    const QVariant line = item ? item->data(Place, lineRole) : QVariant();
    return line.isValid() ? line.toInt() : -1;
}

} // namespace

BasketPanel::BasketPanel(QWidget* parent)
    : QFrame(parent),
      m_heading(new QLabel(tr("Basket"), this)),
      m_state(new QLabel(this)),
      m_lines(new QTreeWidget(this)),
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

    m_lines->setColumnCount(ColumnCount);
    m_lines->setHeaderHidden(true);
    m_lines->setRootIsDecorated(false);
    m_lines->setItemsExpandable(false);
    m_lines->setIndentation(0);
    m_lines->setFocusPolicy(Qt::TabFocus);
    m_lines->setObjectName(u"basketLines"_s);
    m_lines->installEventFilter(this);
    m_lines->setAccessibleName(tr("Basket lines"));
    m_lines->header()->setStretchLastSection(false);
    m_lines->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_lines->header()->setSectionResizeMode(Place, QHeaderView::Stretch);
    connect(m_lines, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item, int column) {
        const int line = lineOf(item);
        if (line >= 0 && column == Remove)
            Q_EMIT lineRemoved(line);
        else if (line >= 0 && column == Type)
            openTypeMenu(item);
    });
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
    const int focused = lineOf(m_lines->currentItem());
    m_lines->clear();
    QTreeWidgetItem* group = nullptr;
    for (std::size_t i = 0; i < basket.lines.size(); ++i) {
        const auto& line = basket.lines[i];
        const QString row = rowText(plan, line.seat, line.standing);
        if (!group || group->text(Place) != row)
            group = addGroup(row);
        auto* item = addLine(group, line, plan, terms);
        item->setData(Place, lineRole, static_cast<int>(i));
        if (static_cast<int>(i) == focused)
            m_lines->setCurrentItem(item);
    }
    m_lines->expandAll();
    m_heading->setText(m_isEmpty ? tr("Basket")
                                 : tr("Basket · %n places", nullptr, static_cast<int>(basket.lines.size())));
}

QTreeWidgetItem* BasketPanel::addGroup(const QString& row)
{
    auto* group = new QTreeWidgetItem(m_lines);
    group->setText(Place, row);
    QFont bold = themeFont(tokens::typeBody);
    bold.setWeight(QFont::DemiBold);
    group->setFont(Place, bold);
    group->setFlags(Qt::ItemIsEnabled); // a heading: nothing to choose
    group->setFirstColumnSpanned(true);
    group->setSizeHint(Place, {0, qRound(tokens::space32 * currentTextScale())});
    return group;
}

QTreeWidgetItem* BasketPanel::addLine(QTreeWidgetItem* group, const BasketLine& line, const SeatPlan& plan,
                                      const EventTerms& terms)
{
    auto* item = new QTreeWidgetItem(group);
    item->setText(Place, line.seat ? tr("Seat %1").arg(QString::fromStdString(plan.seat(*line.seat).number))
                                   : tr("One place"));
    item->setText(Type, QString::fromStdString(terms.priceTypes[line.priceType.value]) +
                            (m_types.size() > 1 ? u" ▾"_s : QString()));
    item->setText(Price, moneyText(line.price));
    item->setSizeHint(Place, {0, qRound(tokens::space32 * currentTextScale())});
    item->setTextAlignment(Price, Qt::AlignRight | Qt::AlignVCenter);
    item->setText(Remove, u"✕"_s);
    item->setToolTip(Type, tr("Another price type   T"));
    item->setToolTip(Remove, tr("Remove this place   Del"));
    item->setData(Place, Qt::AccessibleTextRole,
                  u"%1, %2, %3, %4"_s.arg(group->text(Place), item->text(Place), item->text(Type), item->text(Price)));
    return item;
}

int BasketPanel::focusLine() const
{
    return m_lines->hasFocus() ? lineOf(m_lines->currentItem()) : -1;
}

void BasketPanel::focusLines()
{
    m_lines->setFocus();
    if (lineOf(m_lines->currentItem()) < 0 && m_lines->topLevelItemCount() > 0)
        m_lines->setCurrentItem(m_lines->topLevelItem(0)->child(0));
}

bool BasketPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_lines && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        // After the event: only then does the list know.
        QMetaObject::invokeMethod(this, &BasketPanel::linesFocused, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
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
    m_totalCaption->setVisible(!m_isEmpty);
    m_total->setVisible(!m_isEmpty);
    m_hint->setVisible(m_isEmpty);
    for (auto* button : {m_cash, m_card, m_reserve})
        button->setEnabled(!m_isEmpty && !m_busy);
    m_moreTime->setEnabled(!m_isEmpty && !m_busy && m_expiresAt.has_value());
    m_empty->setEnabled(!m_isEmpty);
}

void BasketPanel::openTypeMenu(QTreeWidgetItem* item)
{
    const int line = lineOf(item);
    QMenu menu(this);
    for (std::size_t i = 0; i < m_types.size(); ++i)
        menu.addAction(QString::fromStdString(m_types[i]), this, [this, line, i] {
            Q_EMIT priceTypeChosen(line, PriceTypeIndex{static_cast<std::uint16_t>(i)});
        });
    menu.exec(m_lines->viewport()->mapToGlobal(m_lines->visualItemRect(item).bottomLeft()));
}

} // namespace parterre
