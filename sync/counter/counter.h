// Counter: the machine behind the desk. Owns journal rules, outbox, cursor, overlay and allotment; knows no socket and
// no widget. One thread; every change is on disk before anybody is told (design 02, rule 4).
#pragma once

#include "sync/base/ports.h"
#include "sync/base/result.h"
#include "sync/counter/counter_types.h"
#include "sync/domain/event_state.h"

#include <memory>
#include <string>
#include <vector>

namespace parterre {

class Link;
class Journal;
class JournalGuard;
class Cache;
class PaymentTerminal;

// Told after the fact; the counter's values already show it.
class CounterListener
{
public:
    virtual ~CounterListener() = default;
    virtual void lineChanged() = 0;                                     // lineReport()
    virtual void eventsChanged() = 0;                                   // events()
    virtual void viewReset() = 0;                                       // another event, or everything may differ
    virtual void seatsChanged(const std::vector<SeatIndex>& seats) = 0; // seatView() of these
    virtual void basketChanged() = 0;  // basket(), also each change of busy or deadline
    virtual void ordersChanged() = 0;  // orders()
    virtual void casesChanged() {}     // cases()
    virtual void questionsChanged() {} // questions()
    // A case of this counter's moved, and nobody here asked for it: one sentence. Its opening is told by noticed().
    virtual void caseMoved(const std::string& /*sentence*/) {}
    // Something the clerk must know that answers no question of theirs: a seat lost from the basket, a refused op …
    virtual void noticed(const Error& what) = 0;
};

struct CounterPorts
{
    Link& link;
    Journal& journal;
    Cache& cache;
    Clock& clock;
    Scheduler& scheduler;
    Random& random;
    std::string bootId = {};       // identity of this boot of the machine: another one means sinceBoot() has begun anew
    JournalGuard* guard = nullptr; // none: a journal that was rolled back is noticed only by the centre
    PaymentTerminal* terminal = nullptr; // none: the clerk has seen to the card before sell() is called
    OutboxLimits outbox = {};
    std::uint64_t keptOps = 10'000; // of a stream, answered and old: a restored centre may ask for them
};

class Counter
{
public:
    // The ports outlive the counter.
    explicit Counter(CounterPorts ports);
    ~Counter();

    void setListener(CounterListener* listener); // may be null; outlives or resets

    // Loads journal and cache. Error: Storage, Corrupt, or Unavailable when another program has the journal.
    Result<void> start();

    // ---- Who we are
    bool enrolled() const;
    std::string counterName() const;
    // Makes a device key, journals it, and trades the one-time code for a device id. Needs the line. An enrolled
    // counter does so again only when it is suspect or quarantined: server, key and name stay (what is given is passed
    // over), it gets a new installation number from the centre, and what it sold and never told goes up anew.
    void enrol(std::string server, std::string code, std::string name, Completion<void> done);
    // With the line down, a clerk who has signed in here before is checked against the verifier in the journal.
    void signIn(std::string name, std::string password, Completion<void> done);
    void signOut();
    bool signedIn() const;
    std::string clerk() const;

    // The journal is not what this counter last wrote, or the centre knows more of it than it holds: it was rolled
    // back, copied or damaged. Nothing is sold off line or sealed until it is enrolled anew with a new code, after the
    // paper has been reconciled. The sentence says why.
    std::optional<std::string> suspect() const;

    // ---- Where we are
    LineReport lineReport() const;
    void simulateLineDown(bool down);               // the drill: "pretend the line is down"
    std::optional<DrillReport> drillReport() const; // of the one that is on, else of the last one
    const std::vector<EventSummary>& events() const;
    void refreshEvents();       // answers by eventsChanged(); from the cache at once
    bool eventsAwaited() const; // asked for, and the centre has neither answered nor failed to since
    // Snapshot when there is none, then the log; asks for an allotment when on line. From the cache when off line.
    void openEvent(EventId event, Completion<void> done);
    void closeEvent(); // returns the allotment when on line
    // Gives the offline reserve back on request; none is asked for again until the event is opened anew. Offline: it
    // stays here. AllotmentGone: there is none. Unavailable: a basket or an unanswered sale still needs it.
    Result<void> returnReserve();
    std::optional<EventId> openedEvent() const;

    // ---- The opened event. While none is open, and none is while another one is fetched, what is asked for below is
    // refused with Unavailable and every list is empty.
    const SeatPlanPtr& plan() const;                      // precondition: openedEvent()
    const EventTerms& terms() const;                      // precondition: openedEvent()
    SeatView seatView(SeatIndex seat) const;              // precondition: openedEvent()
    std::vector<SeatView> seatViews() const;              // all, in plan order
    std::uint32_t standingFree(StandingIndex area) const; // what this counter could sell now

    // Off line, may free places outside the reserve be sold provisionally? The error says why not.
    Result<void> maySellProvisionally() const;

    // ---- The basket. All or nothing; a refusal leaves it as it was. Off line, free places outside the allotment make
    // it provisional where the event allows that; otherwise they are refused with Offline and a sentence that names
    // them. A provisional basket becomes a hold at the centre as soon as the line is back, or loses what is taken
    // there.
    const Basket& basket() const;
    void addSeats(std::vector<SeatIndex> seats, Completion<void> done);
    void removeSeats(std::vector<SeatIndex> seats, Completion<void> done);
    void setStanding(StandingIndex area, std::uint32_t count, Completion<void> done); // 0 removes
    // Adds n best seats; asked again at once with the same quantity, offers the next best instead.
    void addBest(std::uint32_t quantity, std::optional<PriceAreaIndex> area, Completion<void> done);
    void setPriceType(std::size_t line, PriceTypeIndex type); // index into basket().lines
    void setAllPriceTypes(PriceTypeIndex type);
    void clearBasket();
    void extendBasket(Completion<void> done);

    // ---- Selling. The order is committed to the journal (allotment) or confirmed by the centre before `done` says so.
    // Error AmountMismatch, Offline, HoldGone …; Malformed with a sentence: what a provisional sale still needs;
    // Timeout: the order is Awaiting, see orders(); PaymentDeclined; PaymentPending: the terminal does not know, see
    // questions(). With a card terminal the intent is on disk before the terminal is asked, and the sale in the step
    // that notes its approval.
    void sell(SaleRequest request, Completion<SaleDone> done);
    void reserve(std::string name, Instant until, Completion<void> done); // on line only
    void voidOrder(OrderId order, std::string reason, Completion<void> done);

    // Of the opened event: this counter's own first, newest first, with those of the log behind.
    std::vector<OrderSummary> orders() const;
    // Signed codes of an order sold here, for printing again; those of a case that was exchanged are of its new seats.
    // The centre's orders are not signed here (NotFound). A code says itself whether it is provisional.
    Result<std::vector<std::string>> ticketCodes(OrderId order) const;
    // For each print: what the printer is to be told, then recordPrintResult(). The intent is on disk when it answers
    // (I7). Paper that may be out there already is made worthless in the same step (I15): each ticket has a new serial.
    // Needs no line.
    Result<PrintOrder> beginPrint(OrderId order);
    // Journals that paper was asked for, before the printer hears of it (I7), and what became of it.
    Result<void> recordPrintIntent(OrderId order);
    Result<void> recordPrintResult(OrderId order, bool printed, std::string detail);
    // New paper for lost or unreadable paper of an order sold here: each ticket gets a new serial and the old paper is
    // worth nothing. On disk when it answers; then ticketCodes().
    Result<void> reissueTickets(OrderId order, std::string reason);

    // ---- What the last run of the program, or the card terminal, left open: payments, then prints. Of every event. An
    // open payment keeps its seats and its allotment; open prints of before the restart come before the next sale.
    std::vector<OpenQuestion> questions() const;
    // Approved: the order is sold, as sell() would have. Declined: its seats are free again.
    void answerPayment(PaymentRef ref, bool approved, Completion<SaleDone> done);
    Result<void> answerMoneyBack(PaymentRef ref); // the card has its money back
    // Not in the tray: as reissueTickets(); print again.
    Result<void> answerPrint(OrderId order, bool inTray);

    // ---- Cases: this counter's own, closed ones too, and all open ones of the event. Newest first. Each step is a
    // request at the centre: on line only, done when this counter's copy shows it.
    std::vector<CaseReport> cases() const;
    void makeOffer(CaseId id, Completion<void> done);
    void answerOffer(CaseId id, std::optional<std::uint32_t> choice, Completion<void> done); // none: declined
    void recordRefund(CaseId id, Completion<void> done);
    void settleAtDoor(CaseId id, bool settled, std::string note, Completion<void> done);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parterre
