// Counter::Impl: the parts of the machine and how they hear of each other. Internal.
#pragma once

#include "sync/counter/account.h"
#include "sync/counter/allotment_keeper.h"
#include "sync/counter/basket_keeper.h"
#include "sync/counter/event_opener.h"
#include "sync/counter/line_monitor.h"
#include "sync/counter/outbox.h"
#include "sync/counter/puller.h"
#include "sync/counter/requests.h"
#include "sync/counter/sales_desk.h"

namespace parterre {

struct Counter::Impl
{
    explicit Impl(CounterPorts ports);

    Core core;
    Requests requests;
    BasketKeeper basket;
    SalesDesk sales;
    AllotmentKeeper allotment;
    Outbox outbox;
    Puller puller;
    LineMonitor line;
    Account account;
    EventOpener opener;
    bool drill = false;                 // "pretend the line is down"
    bool fetching = false;              // the opened event, anew
    std::uint64_t opening = 0;          // counts openEvent() and closeEvent(): an older fetch is not wanted any more
    std::vector<SeatIndex> shownBasket; // seats the listener last saw as selected

    void open(EventId event, Completion<void> done);
    void show(EventId event, Replica replica);
    void close();
    void setDrill(bool down);
    void refreshEvents();
    void watchLine(); // while no event is open, the list of events is what shows that the centre answers
    void heard(const Result<void>& answer);
    void cameBack();
    void dropped();
    void arrived(const LogPage& page);
    void resync();
    void settled(EventId event, const std::vector<Outcome>& outcomes);
    // Base, ops or basket moved: the overlay anew, and what differs is told.
    void refresh(std::vector<SeatIndex> touched);
    void watchReserve(); // the allotment's local stop is a moment, not an event
    void notice(const Error& what);
    template <typename Member, typename... Arguments>
    void tell(Member member, const Arguments&... arguments)
    {
        if (core.listener)
            (core.listener->*member)(arguments...);
    }
};

} // namespace parterre
