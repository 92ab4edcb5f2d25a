// BasketPanel: what the customer is about to buy: a line a place, the total, the time left, the pay buttons with their
// keys.
#pragma once

#include "sync/counter/counter_types.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace parterre {

class BasketLines;

class BasketPanel : public QFrame
{
    Q_OBJECT
public:
    explicit BasketPanel(QWidget* parent = nullptr);

    // `terms` and `plan` outlive the showing of `basket`.
    void setBasket(const Basket& basket, const SeatPlan& plan, const EventTerms& terms);
    void setNow(Instant now); // moves the countdown

    int focusLine() const; // index into Basket::lines while the list has the keyboard; else -1
    void focusLines();

Q_SIGNALS:
    void cashRequested();
    void cardRequested();
    void reserveRequested();
    void emptyRequested();
    void moreTimeRequested();
    void priceTypeChosen(int line, parterre::PriceTypeIndex type);
    void lineRemoved(int line);
    void linesFocused(); // or no longer: focusLine()

private:
    QGridLayout* payButtons();
    void showState();
    QPushButton* addButton(const QString& text, const QString& name, void (BasketPanel::*signal)());

    QLabel* m_heading;
    QLabel* m_state;
    BasketLines* m_lines;
    QLabel* m_hint;
    QLabel* m_totalCaption;
    QLabel* m_total;
    QPushButton* m_cash;
    QPushButton* m_card;
    QPushButton* m_reserve;
    QPushButton* m_moreTime;
    QPushButton* m_empty;
    std::optional<Instant> m_expiresAt;
    Instant m_now;
    bool m_local = false;
    bool m_provisional = false;
    bool m_busy = false;
    bool m_isEmpty = true;
};

} // namespace parterre
