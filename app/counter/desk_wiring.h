// DeskWiring: connects the desk's widgets with the counter's machine, both ways. Decides nothing.
#pragma once

#include "app/counter/counter_bridge.h"
#include "ui/desk/desk_window.h"

#include <QTimer>
#include <memory>

namespace parterre {

class TicketPrinter;

// All references outlive the wiring. GUI thread.
class DeskWiring : public QObject
{
    Q_OBJECT
public:
    DeskWiring(Counter& counter, TicketPrinter& printer, const Clock& clock, DeskWindow& window);
    ~DeskWiring() override;

    // Shows the first page that fits: set-up, sign-in.
    void begin();

private:
    void connectMachine();
    void connectEntry();
    void connectSale();
    void connectTopBar();

    void showLine();
    void showEvents();
    void showEvent();
    void showSeats(const std::vector<SeatIndex>& seats);
    void showStanding();
    void showRefusal(const Error& error);
    void showOrders();

    void openEvent(EventId event);
    void leaveEvent();
    void signedIn();
    void sell(TenderMethod method, std::int64_t given);
    void reserve(const QString& name);
    void printOrder(OrderId order);
    void returnReserve();
    void search(const QString& text);

    Counter& m_counter;
    TicketPrinter& m_printer;
    const Clock& m_clock;
    DeskWindow& m_window;
    CounterBridge m_bridge;
    QTimer m_second; // moves countdowns and the reserve's minutes
    std::optional<OrderId> m_lastSale;
    LineState m_shownLine = LineState::Up;
};

} // namespace parterre
