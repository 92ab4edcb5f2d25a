// What the counter shows about itself: the line, the basket, orders, events. Plain values the desk paints.
#pragma once

#include "sync/domain/claims.h"
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
    std::uint32_t places = 0; // seats and standing units still sellable with the line down
};

struct LineReport
{
    LineState state = LineState::Down;
    Instant since;                    // of this state
    std::uint32_t unsentOps = 0;      // journalled, not yet acknowledged
    std::uint32_t drainedOps = 0;     // acknowledged since the line came back, for the progress shown while Syncing
    std::uint32_t reserveSeats = 0;   // sum of `reserve`
    std::vector<ReserveLine> reserve; // per price area
    Milliseconds reserveLeft{};       // until the counter must stop selling from it
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
    bool local = false;               // every place is in this counter's own allotment
    bool busy = false;                // an answer of the centre is awaited
    bool empty() const { return lines.empty(); }
};

// Where an order stands between this counter and the centre.
enum class OrderSync : std::uint8_t {
    Pending,   // sold inside the allotment, on this disk; the centre has not heard of it yet. Valid.
    Confirmed, // the centre has it
    Awaiting,  // asked of the centre, no answer yet: not sold, hand nothing over
    Refused,   // the centre said no; give the money back
    Conflict,  // lost the arbitration: a case is open
};

struct OrderSummary
{
    Order order;
    OrderSync sync = OrderSync::Confirmed;
    std::string refusal; // for Refused
    bool mine = false;   // sold at this counter
};

struct SaleDone
{
    Order order;
    OrderSync sync = OrderSync::Confirmed; // Pending or Confirmed: "SOLD"
    Money change;                          // to hand back
    std::vector<std::string> ticketCodes;  // one a ticket: the signed text for its code
};

} // namespace parterre
