// BasketLines: the places of the basket, each under its row, with price type, price and a cross to remove it.
#pragma once

#include "sync/counter/counter_types.h"

#include <QTreeWidget>

namespace parterre {

class BasketLines : public QTreeWidget
{
    Q_OBJECT
public:
    explicit BasketLines(QWidget* parent = nullptr);

    // The line in focus stays in focus when it is still there.
    void setBasket(const Basket& basket, const SeatPlan& plan, const EventTerms& terms);
    int focusLine() const; // index into Basket::lines while the list has the keyboard; else -1
    void takeFocus();      // the keyboard moves here, to the first line at first

Q_SIGNALS:
    void priceTypeChosen(int line, parterre::PriceTypeIndex type);
    void lineRemoved(int line);
    void focusMoved(); // into the list or out of it; focusLine() tells

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QTreeWidgetItem* addGroup(const QString& row);
    QTreeWidgetItem* addLine(QTreeWidgetItem* group, const BasketLine& line, const SeatPlan& plan,
                             const EventTerms& terms);
    void openTypeMenu(QTreeWidgetItem* item);

    std::vector<std::string> m_types;
};

} // namespace parterre
