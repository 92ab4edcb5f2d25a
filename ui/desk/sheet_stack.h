// SheetStack: the right side of the desk: the basket, and the sheets that lie over it for a while.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/desk/ask_sheet.h"
#include "ui/desk/shortcut_bar.h"

#include <QStackedWidget>

namespace parterre {

class BasketPanel;
class CashSheet;
class OrdersSheet;
class Sheet;
class SoldSheet;

class SheetStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit SheetStack(QWidget* parent = nullptr);

    BasketPanel& basket() { return *m_basket; }
    CashSheet& cash() { return *m_cash; }
    SoldSheet& sold() { return *m_sold; }
    OrdersSheet& orders() { return *m_orders; }

    bool showsBasket() const;
    void showBasket(); // or the sheet that must be answered first
    void showCash(Money total);
    void showSold(const SaleDone& sale, Currency currency);
    void showOrders(const QString& filter);
    void ask(AskSheet::Question question); // goes back to where it was asked

    // Sheets of other parts of the desk. Takes them over; each goes back to the basket when it is closed.
    void addSheet(Sheet* sheet);
    void showSheet(Sheet* sheet);
    bool shows(const Sheet* sheet) const;

Q_SIGNALS:
    void basketShown();
    void sheetShown(parterre::ShortcutBar::Context context);
    void ownSheetShown(); // one that was added
    void keysChanged(const parterre::KeyHints& keys);

private:
    void show(QWidget* sheet, ShortcutBar::Context context);

    BasketPanel* m_basket;
    CashSheet* m_cash;
    SoldSheet* m_sold;
    OrdersSheet* m_orders;
    AskSheet* m_ask;
    QWidget* m_askedFrom = nullptr;
    std::vector<Sheet*> m_added;
};

} // namespace parterre
