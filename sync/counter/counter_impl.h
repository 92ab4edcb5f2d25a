// Counter::Impl: the parts of the machine and how they hear of each other. Internal.
#pragma once

#include "sync/counter/account.h"
#include "sync/counter/allotment_keeper.h"
#include "sync/counter/basket_keeper.h"
#include "sync/counter/case_desk.h"
#include "sync/counter/distrust.h"
#include "sync/counter/drill.h"
#include "sync/counter/event_opener.h"
#include "sync/counter/line_monitor.h"
#include "sync/counter/log_keeper.h"
#include "sync/counter/outbox.h"
#include "sync/counter/paper_desk.h"
#include "sync/counter/payment_desk.h"
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
    PaymentDesk payments;
    PaperDesk paper;
    CaseDesk cases;
    AllotmentKeeper allotment;
    Outbox outbox;
    Puller puller;
    LineMonitor line;
    LogKeeper logs;
    Distrust distrust;
    Account account;
    EventOpener opener;
    EventOpener lookup; // of events that are not open, when their log has changed
    Drill drill;
    bool eventsAwaited = false;         // the list, by a clerk
    bool fetching = false;              // the opened event, anew
    bool lookingUp = false;             // an event that is not open
    std::optional<Milliseconds> looked; // since boot: when that was tried last
    std::uint64_t opening = 0;          // counts openEvent() and closeEvent(): an older fetch is not wanted any more
    std::vector<SeatIndex> shownBasket; // seats the listener last saw as selected
    ViewContext shownContext;           // what the listener last saw every seat by
    Halt shownHalt = Halt::None;

    // ---- What follows from what (counter_impl.cpp)
    void journalled(); // something new is in the outbox
    void heard(const Result<void>& answer);
    void cameBack();
    void dropped();
    void settled(EventId event, const std::vector<Outcome>& outcomes);
    void distrusted();
    void reenrolled();
    void setDrill(bool down);
    void refreshEvents();
    void watchLine();    // while no event is open, the list of events is what shows that the centre answers
    void watchReserve(); // the allotment's local stop is a moment, not an event
    void sell(SaleRequest request, Completion<SaleDone> done);
    LineReport report() const;
    // Base, ops or basket moved: the overlay anew, and what differs is told.
    void refresh(std::vector<SeatIndex> touched);
    void notice(const Error& what);

    // ---- The opened event (counter_events.cpp)
    static Error noEvent() { return {ErrorCode::Unavailable, "Open the event first."}; }
    // The answer to what needs an opened event while there is none, as while another one is fetched.
    template <typename T>
    void answerNoEvent(Completion<T> done)
    {
        core.answer(std::move(done), Result<T>(noEvent()));
    }
    void open(EventId event, Completion<void> done);
    void show(EventId event, Replica replica);
    void close();
    void arrived(const LogPage& page);
    bool isProven(const LogPage& page);
    void pullRefused(const Error& why);
    void resync();
    void resynced(Result<FetchedEvent> fetched);
    void resyncLater();
    void otherLog(EventId event);
    void lookUpLogs();

    template <typename Member, typename... Arguments>
    void tell(Member member, const Arguments&... arguments)
    {
        if (core.listener)
            (core.listener->*member)(arguments...);
    }
};

} // namespace parterre
