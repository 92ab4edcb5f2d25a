// OrdersSheet: the orders of the open event, this counter's first, each with where it stands between here and the
// centre.
#pragma once

#include "sync/counter/counter_types.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace parterre {

class OrdersSheet : public QFrame
{
    Q_OBJECT
public:
    explicit OrdersSheet(QWidget* parent = nullptr);
    void setOrders(std::vector<OrderSummary> orders, const SeatPlan& plan, const EventTerms& terms);
    void setFilter(const QString& text);

Q_SIGNALS:
    void printRequested(parterre::OrderId order);
    void voidRequested(const parterre::Order& order);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    std::optional<OrderSummary> current() const;
    void showButtons();

    QLineEdit* m_filter;
    QTreeWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_print;
    QPushButton* m_void;
    std::vector<OrderSummary> m_orders;
    std::vector<QString> m_haystacks; // what the filter searches, one an order
    std::vector<QString> m_places;
    std::string m_zone;
    Currency m_currency;
};

} // namespace parterre
