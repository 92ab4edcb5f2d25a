// Which sheet follows which.
#include "ui/desk/sheet_stack.h"

#include "ui/common/sheet.h"
#include "ui/common/theme.h"
#include "ui/desk/basket_panel.h"
#include "ui/desk/cash_sheet.h"
#include "ui/desk/orders_sheet.h"
#include "ui/desk/sold_sheet.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr int sheetWidth = 400; // at 100 % text

}

SheetStack::SheetStack(QWidget* parent)
    : QStackedWidget(parent),
      m_basket(new BasketPanel),
      m_cash(new CashSheet),
      m_sold(new SoldSheet),
      m_orders(new OrdersSheet),
      m_ask(new AskSheet)
{
    // Larger text needs a wider sheet, but the map keeps the larger half.
    setFixedWidth(qRound(sheetWidth * (1 + (currentTextScale() - 1) * 0.4)));
    setRole(this, Role::SidePanel);
    for (QWidget* sheet : std::initializer_list<QWidget*>{m_basket, m_cash, m_sold, m_orders, m_ask})
        addWidget(sheet);
    connect(m_cash, &CashSheet::cancelled, this, &SheetStack::showBasket);
    connect(m_orders, &OrdersSheet::closed, this, &SheetStack::showBasket);
    connect(m_ask, &AskSheet::closed, this, [this] {
        if (m_askedFrom == m_orders)
            show(m_orders, ShortcutBar::Context::Orders);
        else if (auto* sheet = qobject_cast<Sheet*>(m_askedFrom))
            showSheet(sheet);
        else
            showBasket();
    });
}

bool SheetStack::showsBasket() const
{
    return currentWidget() == m_basket;
}

void SheetStack::show(QWidget* sheet, ShortcutBar::Context context)
{
    setCurrentWidget(sheet);
    Q_EMIT sheetShown(context);
}

void SheetStack::showBasket()
{
    const auto waiting = std::find_if(m_added.begin(), m_added.end(), [](Sheet* s) { return s->mustBeAnswered(); });
    if (waiting != m_added.end())
        return showSheet(*waiting);
    setCurrentWidget(m_basket);
    Q_EMIT basketShown();
}

void SheetStack::showCash(Money total)
{
    show(m_cash, ShortcutBar::Context::Cash);
    m_cash->open(total);
}

void SheetStack::showSold(const SaleDone& sale, Currency currency)
{
    show(m_sold, ShortcutBar::Context::Sold);
    m_sold->open(sale, currency);
}

void SheetStack::showOrders(const QString& filter)
{
    m_orders->setFilter(filter);
    show(m_orders, ShortcutBar::Context::Orders);
}

void SheetStack::ask(AskSheet::Question question)
{
    m_askedFrom = currentWidget();
    show(m_ask, ShortcutBar::Context::Ask);
    m_ask->open(std::move(question));
}

void SheetStack::addSheet(Sheet* sheet)
{
    addWidget(sheet);
    m_added.push_back(sheet);
    connect(sheet, &Sheet::closed, this, &SheetStack::showBasket);
    connect(sheet, &Sheet::keysChanged, this, [this, sheet] {
        if (shows(sheet))
            Q_EMIT keysChanged(sheet->keys());
    });
}

void SheetStack::showSheet(Sheet* sheet)
{
    setCurrentWidget(sheet);
    Q_EMIT ownSheetShown();
    Q_EMIT keysChanged(sheet->keys());
}

bool SheetStack::shows(const Sheet* sheet) const
{
    return currentWidget() == sheet;
}

} // namespace parterre
