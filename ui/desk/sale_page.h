// SalePage: the desk itself: chips above the map, the map in the middle, the basket with its sheets at the right.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/desk/ask_sheet.h"
#include "ui/desk/shortcut_bar.h"

#include <QFrame>

#include <memory>

class QStackedWidget;

namespace parterre {

class BasketPanel;
class CashSheet;
class ChipBar;
class OrdersSheet;
class SeatListView;
class SeatMapModel;
class SeatMapWidget;
class SoldSheet;

class SalePage : public QFrame
{
    Q_OBJECT
public:
    explicit SalePage(QWidget* parent = nullptr);
    ~SalePage() override;

    // Shows another event. `plan` and `terms` are copied or shared.
    void setEvent(SeatPlanPtr plan, const EventTerms& terms);
    SeatMapModel* model() { return m_model.get(); }
    void setBasket(const Basket& basket);
    void setOrders(std::vector<OrderSummary> orders);
    void setNow(Instant now);

    void showBasket();
    void showCash();
    void showSold(const SaleDone& sale);
    void showOrders(const QString& filter);
    void ask(AskSheet::Question question);
    CashSheet* cashSheet() { return m_cash; }
    SoldSheet* soldSheet() { return m_sold; }
    void showSeat(SeatIndex seat); // brings it into view and focuses it

Q_SIGNALS:
    void seatsPicked(const std::vector<parterre::SeatIndex>& seats);
    void seatsDropped(const std::vector<parterre::SeatIndex>& seats);
    void standingCountChosen(parterre::StandingIndex area, quint32 count);
    void bestRequested(quint32 quantity, std::optional<parterre::PriceAreaIndex> area);
    void priceTypeChosen(int line, parterre::PriceTypeIndex type); // line −1: all
    void basketEmptied();
    void moreTimeRequested();
    void cashPaid(qint64 givenMinor);
    void cardRequested();
    void reserveRequested(const QString& name);
    void nextCustomer();
    void printSaleRequested();
    void printRequested(parterre::OrderId order);
    void voidRequested(parterre::OrderId order, const QString& reason);
    void contextChanged(parterre::ShortcutBar::Context context);

private:
    void buildSheets();
    void connectBasket();
    void connectOrders();
    void addKeys();
    void addKey(const QKeySequence& key, std::function<void()> action);
    void connectMap();
    void toggleSeats(const std::vector<SeatIndex>& seats, bool oneClicked);
    void addStanding(StandingIndex area, int change);
    void best(quint32 quantity);
    void cycleType();
    void removeLine(int line);
    void toggleList();
    void showSheet(QWidget* sheet, ShortcutBar::Context context);
    void askForName();
    void askForVoid(OrderId order);
    void restoreFocus();

    std::unique_ptr<SeatMapModel> m_model;
    SeatPlanPtr m_plan;
    EventTerms m_terms;
    Basket m_basket;
    std::optional<PriceAreaIndex> m_area;
    ChipBar* m_chips;
    QStackedWidget* m_views; // map or list
    SeatMapWidget* m_map = nullptr;
    SeatListView* m_list = nullptr;
    QStackedWidget* m_sheets;
    BasketPanel* m_basketPanel;
    CashSheet* m_cash;
    SoldSheet* m_sold;
    OrdersSheet* m_orders;
    AskSheet* m_ask;
};

} // namespace parterre
