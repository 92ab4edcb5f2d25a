// What the counter shows about itself: the line, the basket, orders, events. Plain values the desk paints.
#pragma once

#include "sync/domain/cases.h"
#include "sync/domain/seat_view.h"
#include "sync/domain/terms.h"

#include <optional>
#include <string>
#include <vector>

namespace parterre {

enum class LineState : std::uint8_t {
    Down,    // no answer from the centre: sells from its own allotment only
    Syncing, // answers again; the outbox drains and the log is pulled
    Up,      // outbox empty, cursor at the head
};

struct ReserveLine
{
    PriceAreaIndex area;
    std::uint32_t places = 0;       // seats and standing units still sellable with the line down
    std::uint32_t soldLastHour = 0; // by this counter, from the reserve or not
    friend bool operator==(const ReserveLine&, const ReserveLine&) = default;
};

// Why the opened event is not sold from, whatever the line does. The first that applies.
enum class Halt : std::uint8_t {
    None,
    Journal,     // the disk has failed once; restart the program
    Suspect,     // the journal is behind, or not the one that was written: nothing is sold off line
    Quarantined, // the centre takes no ops of this counter until a person has looked
    LostHistory, // the centre has lost, or shows, a past this counter has seen beyond
    Restored,    // the centre was restored from a backup and waits for its counters
    Impossible,  // an impossible sale is being looked into
};

struct LineReport
{
    LineState state = LineState::Down;
    Instant since;                    // of this state
    std::uint32_t unsentOps = 0;      // journalled, not yet acknowledged
    std::uint32_t waitingOps = 0;     // of these, the line can take: the others wait for a person, not for the line
    std::uint32_t drainedOps = 0;     // acknowledged since the line came back, for the progress shown while Syncing
    std::uint32_t reserveSeats = 0;   // sum of `reserve`
    std::vector<ReserveLine> reserve; // per price area
    Milliseconds reserveLeft{};       // until the counter must stop selling from it
    // At the pace of the last hour, until the first price area runs out; none: nothing was sold.
    std::optional<Milliseconds> reserveLasts;
    // Since the map was known to be as the centre has it; none: not since the event was opened.
    std::optional<Milliseconds> baseAge;
    std::uint32_t outboxPercent = 0; // of what may wait for the line: amber from 50, no provisional sale from 90,
                                     // no sale at 100
    bool provisional = false;        // places outside the reserve can be sold provisionally now
    bool drill = false;              // the line is only said to be down
    Halt halt = Halt::None;
};

// What may wait for the line (I20).
struct OutboxLimits
{
    std::uint64_t ops = 50'000;
    std::uint64_t bytes = 256ULL * 1024 * 1024;
};

struct EventSummary
{
    EventId event;
    std::string title;
    std::string venue;
    Instant startsAt;
    std::string timeZone;
    bool cached = false; // can be opened with the line down
};

struct BasketLine
{
    std::optional<SeatIndex> seat;         // exactly one of seat and standing
    std::optional<StandingIndex> standing; // one line is one unit
    PriceTypeIndex priceType;
    Money price;
    friend bool operator==(const BasketLine&, const BasketLine&) = default;
};

struct Basket
{
    std::vector<BasketLine> lines; // seats in plan order, then standing units
    Money total;
    std::optional<Instant> expiresAt; // of the hold at the centre; none: local in the allotment, no deadline
    bool local = false;               // kept at this counter alone
    bool provisional = false;         // local, with places outside the allotment: selling it is a provisional sale
    bool busy = false;                // an answer of the centre, or of the card terminal, is awaited
    bool empty() const { return lines.empty(); }
};

// Where an order stands between this counter and the centre.
enum class OrderSync : std::uint8_t {
    Pending,     // sold inside the allotment, on this disk; the centre has not heard of it yet. Valid.
    Provisional, // sold outside it with the line down; the centre has not heard of it yet. Its paper says so.
    Confirmed,   // the centre has it
    Contested,   // somebody's payment for the same places is under way; the log will tell how it ends
    Awaiting,    // asked of the centre, no answer yet: not sold, hand nothing over
    Refused,     // the centre said no; give the money back
    Conflict,    // lost the arbitration: a case is open, or has been
};

// I17: paper of such an order is marked. Every other ticket was confirmed, or sold under a live allotment.
inline bool isProvisional(OrderSync sync)
{
    return sync == OrderSync::Provisional || sync == OrderSync::Contested;
}

struct OrderSummary
{
    Order order;
    OrderSync sync = OrderSync::Confirmed;
    std::string refusal;                // for Refused
    bool mine = false;                  // sold at this counter
    std::optional<CasePhase> casePhase; // of the case about it, when there is one
    bool onPaper = false;               // tickets of it may have been printed here
};

// What goes to the printer.
struct PrintOrder
{
    OrderSummary what;
    std::vector<std::string> codes; // one a ticket
    bool replaces = false;          // there may be older paper, and it is worth nothing now
};

// What a clerk decided at the till.
struct SaleRequest
{
    TenderMethod method = TenderMethod::Cash;
    std::int64_t givenMinor = 0; // ≥ the total for cash
    Buyer buyer;                 // must be reachable when the basket is provisional
    Wish wish = Wish::Ask;       // should the places of a provisional sale turn out to be somebody else's
};

struct SaleDone
{
    Order order;
    OrderSync sync = OrderSync::Confirmed; // Pending, Provisional or Confirmed: "SOLD"
    Money change;                          // to hand back
    std::vector<std::string> ticketCodes;  // one a ticket: the signed text for its code; says provisional itself
};

// ---- Cases, as this counter's copy of the event shows them
// Who has a place that a sale has lost.
enum class Rival : std::uint8_t {
    Nobody,      // free by now
    Holder,      // in somebody's basket
    Payer,       // being paid
    Reservation, // promised by name
    Owner,       // sold
    Admitted,    // sold, and somebody sits there
    Counter,     // in the reserve of a counter
    House,       // house hold or kill
    Case,        // kept for another customer who lost their seats
};

struct LostPlace
{
    std::optional<SeatIndex> seat; // exactly one of seat and standing
    std::optional<StandingIndex> standing;
    std::uint32_t units = 1;
    Rival rival = Rival::Nobody;
    std::optional<OrderId> order; // of Owner and Admitted
    std::string name;             // of the owner or the reservation, when there is one
    friend bool operator==(const LostPlace&, const LostPlace&) = default;
};

struct CaseReport
{
    Case what;
    bool mine = false;             // sold at this counter
    Rival decided = Rival::Nobody; // the claim that decided: the strongest of those on the lost places
    std::vector<LostPlace> lost;
    std::vector<Ticket> seated; // of its order as the log has it now; empty: it has no places
};

// ---- After a restart
using PaymentRef = Id128<struct PaymentRefTag>;

// What only a person, or the card terminal, knows. In the order in which they are to be answered.
struct OpenQuestion
{
    enum class Kind : std::uint8_t {
        Payment,   // was this card charged? answerPayment()
        MoneyBack, // the card was charged and nothing was sold: give it back, then answerMoneyBack()
        Print,     // is the ticket in the tray? answerPrint()
    } kind = Kind::Payment;
    PaymentRef ref; // of Payment and MoneyBack
    EventId event;
    Order order;
    Money amount;
    Instant at;
};

// ---- The drill
struct DrillReport
{
    Instant began;
    Milliseconds lasted{}; // so far, while it is on
    bool over = false;
    std::uint32_t sales = 0;         // orders
    std::uint32_t reservePlaces = 0; // places sold from the reserve
    std::uint32_t provisionalPlaces = 0;
    std::uint32_t refused = 0; // what a clerk wanted and could not have
    std::uint32_t reserveLeft = 0;
    std::optional<Milliseconds> wouldLast; // the rest, at the pace of the drill; none: nothing was sold
};

} // namespace parterre
