// DeskWiring: connects the desk's widgets with the counter's machine, both ways. Decides nothing.
#pragma once

#include "app/counter/desk_parts.h"
#include "app/counter/hand_terminal.h"

#include <QTimer>
#include <memory>

namespace parterre {

class AdminLink;
class CardSheet;
class ConflictWiring;
class LetterPrinter;
class LineWiring;
class ManageWiring;
class QuestionWiring;
class TicketPrinter;

// What the desk prints with, pays with and manages through; all outlive the wiring.
struct DeskDevices
{
    TicketPrinter& tickets;
    LetterPrinter& letters;
    HandTerminal& terminal;
    AdminLink& admin;
};

// All references outlive the wiring. GUI thread.
class DeskWiring : public QObject
{
    Q_OBJECT
public:
    DeskWiring(Counter& counter, const DeskDevices& devices, const Clock& clock, DeskWindow& window);
    ~DeskWiring() override;

    // Shows the first page that fits: set-up, sign-in.
    void begin();

private:
    // desk_wiring.cpp: the first pages, and what the machine tells
    void connectMachine();
    void connectEntry();
    void connectTopBar();
    void showEvents();
    void showEvent();
    void showSeats(const std::vector<SeatIndex>& seats);
    void showStanding();
    void showOrders();
    void openEvent(EventId event, const std::function<void(bool)>& done);
    void leaveEvent();
    void signedIn();
    void manage();
    void search(const QString& text);

    // desk_sale_wiring.cpp
    void connectSale();
    void connectCard();
    bool refusesToLeave(); // a charge waits for the clerk's answer
    void sell(TenderMethod method, std::int64_t given);
    void reserve(const QString& name);
    void printOrder(OrderId order);
    void tellPrinted(const PrintOrder& print, const QString& where);

    CounterBridge m_bridge;
    DeskParts m_parts;
    DeskDevices m_devices;
    std::unique_ptr<LineWiring> m_line;
    std::unique_ptr<ConflictWiring> m_conflicts;
    std::unique_ptr<QuestionWiring> m_questions;
    std::unique_ptr<ManageWiring> m_manage;
    CardSheet* m_card; // owned by the sale page
    QTimer m_second;   // moves countdowns and the reserve's minutes
    std::optional<OrderId> m_lastSale;
};

} // namespace parterre
