// Groups, lines and the menu of price types.
#include "ui/desk/basket_lines.h"

#include "ui/common/key_hint.h"
#include "ui/common/money_text.h"
#include "ui/common/place_text.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QMenu>

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

BasketLines::BasketLines(QWidget* parent) : QTreeWidget(parent)
{
    setColumnCount(ColumnCount);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Basket lines"));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Place, QHeaderView::Stretch);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item, int column) {
        const int line = lineOf(item);
        if (line >= 0 && column == Remove)
            Q_EMIT lineRemoved(line);
        else if (line >= 0 && column == Type)
            openTypeMenu(item);
    });
}

void BasketLines::setBasket(const Basket& basket, const SeatPlan& plan, const EventTerms& terms)
{
    m_types = terms.priceTypes;
    const int focused = lineOf(currentItem());
    clear();
    QTreeWidgetItem* group = nullptr;
    for (std::size_t i = 0; i < basket.lines.size(); ++i) {
        const auto& line = basket.lines[i];
        const QString row = rowText(plan, line.seat, line.standing);
        if (!group || group->text(Place) != row)
            group = addGroup(row);
        auto* item = addLine(group, line, plan, terms);
        item->setData(Place, lineRole, static_cast<int>(i));
        if (static_cast<int>(i) == focused)
            setCurrentItem(item);
    }
    expandAll();
}

QTreeWidgetItem* BasketLines::addGroup(const QString& row)
{
    auto* group = new QTreeWidgetItem(this);
    group->setText(Place, row);
    QFont bold = themeFont(tokens::typeBody);
    bold.setWeight(QFont::DemiBold);
    group->setFont(Place, bold);
    group->setFlags(Qt::ItemIsEnabled); // a heading: nothing to choose
    group->setFirstColumnSpanned(true);
    group->setSizeHint(Place, {0, qRound(tokens::space32 * currentTextScale())});
    return group;
}

QTreeWidgetItem* BasketLines::addLine(QTreeWidgetItem* group, const BasketLine& line, const SeatPlan& plan,
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
    item->setToolTip(Remove, withKey(tr("Remove this place"), Qt::Key_Delete));
    item->setData(Place, Qt::AccessibleTextRole,
                  u"%1, %2, %3, %4"_s.arg(group->text(Place), item->text(Place), item->text(Type), item->text(Price)));
    return item;
}

int BasketLines::focusLine() const
{
    return hasFocus() ? lineOf(currentItem()) : -1;
}

void BasketLines::takeFocus()
{
    if (lineOf(currentItem()) < 0 && topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0)->child(0));
    setFocus();
}

void BasketLines::focusInEvent(QFocusEvent* event)
{
    QTreeWidget::focusInEvent(event);
    Q_EMIT focusMoved();
}

void BasketLines::focusOutEvent(QFocusEvent* event)
{
    QTreeWidget::focusOutEvent(event);
    Q_EMIT focusMoved();
}

void BasketLines::openTypeMenu(QTreeWidgetItem* item)
{
    const int line = lineOf(item);
    QMenu menu(this);
    for (std::size_t i = 0; i < m_types.size(); ++i)
        menu.addAction(QString::fromStdString(m_types[i]), this, [this, line, i] {
            Q_EMIT priceTypeChosen(line, PriceTypeIndex{static_cast<std::uint16_t>(i)});
        });
    menu.exec(viewport()->mapToGlobal(visualItemRect(item).bottomLeft()));
}

} // namespace parterre
