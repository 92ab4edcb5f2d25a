// SalePage: the desk itself: chips above the map, the map in the middle, the basket with its sheets at the right.
#pragma once

#include "sync/counter/counter_types.h"
#include "ui/desk/ask_sheet.h"
#include "ui/desk/shortcut_bar.h"

#include <QFrame>

class QKeySequence;
class QShortcut;

namespace parterre {

class CashSheet;
class ChipBar;
class ProvisionalSheet;
class SeatMapModel;
class SeatViews;
class Sheet;
class SheetStack;
class SoldSheet;
struct SeatProposal;

class SalePage : public QFrame
{
    Q_OBJECT
public:
    explicit SalePage(QWidget* parent = nullptr);
    ~SalePage() override;

    // Shows another event. `plan` and `terms` are copied or shared.
    void setEvent(SeatPlanPtr plan, const EventTerms& terms);
    SeatMapModel* model(); // null before setEvent()
    void setBasket(const Basket& basket);
    void setOrders(std::vector<OrderSummary> orders);
    void setNow(Instant now);

    void showBasket();
    // Towards paying: the contact first when the basket is provisional, then the sheet of the method.
    void pay(TenderMethod method);
    // Taken for a provisional basket; empty otherwise.
    const Buyer& buyer() const { return m_buyer; }
    Wish wish() const { return m_wish; }
    void showSold(const SaleDone& sale);
    void showOrders(const QString& filter);
    void ask(AskSheet::Question question);
    // Sheets of other parts of the desk; taken over.
    void addSheet(Sheet* sheet);
    void showSheet(Sheet* sheet);
    bool shows(const Sheet* sheet) const;
    CashSheet* cashSheet();
    SoldSheet* soldSheet();
    void showSeat(SeatIndex seat); // brings it into view and focuses it
    // Marks where a party was to sit and where it could, both in view; an empty proposal ends it.
    void showProposal(const SeatProposal& proposal);
    void setLine(const LineReport& report); // what the map says about its own age
    // What the search field means by a text: seats of the section in view first.
    std::vector<SeatIndex> seatsMeantBy(const QString& text) const;

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
    void keysChanged(const parterre::KeyHints& keys);

private:
    void connectViews();
    void connectSheets();
    // sale_keys.cpp: what each key means
    void addKeys();
    void addKey(const QKeySequence& key, const std::function<void()>& action);
    void wakeKeys(bool awake);
    void best(quint32 quantity);
    void cycleType();
    void escape();
    void askForName();
    void askForVoid(const Order& order);
    static QString backText(const Order& order, const QString& money);

    // sale_payment.cpp: which sheet comes before which
    void connectPayment();
    void goOnToPay();
    QString provisionalPlaces() const;

    void addStanding(StandingIndex area, int change);
    void removeLine(int line);
    void tellContext();

    SeatPlanPtr m_plan;
    EventTerms m_terms;
    Basket m_basket;
    std::optional<PriceAreaIndex> m_area;
    Buyer m_buyer;
    Wish m_wish = Wish::Ask;
    TenderMethod m_method = TenderMethod::Cash;
    QList<QShortcut*> m_keys; // those of map and basket
    ChipBar* m_chips;
    SeatViews* m_views;
    SheetStack* m_sheets;
    ProvisionalSheet* m_provisional;
};

} // namespace parterre
