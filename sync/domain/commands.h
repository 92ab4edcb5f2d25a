// Commands: what people and counters ask for. Imperatives; decide() answers each with entries or a refusal.
#pragma once

#include "sync/domain/claims.h"

#include <variant>

namespace parterre {

// Named places, all or nothing. Asking again with the same hold id is harmless: the same hold stands.
// A changed basket is a new hold that replaces the old one of the same holder in one step (HoldReleased, HoldPlaced):
// seats may move from the old to the new; when the new is refused the old stands. A fan's new hold keeps the old
// deadline and extension; a counter's starts afresh. A counter (Channel::Counter, holder bytes = device bytes) may
// include seats of its own live allotment: they leave it in the same step (AllotmentReturned before HoldPlaced).
struct PlaceHold
{
    HoldId hold;
    HolderId holder;
    Channel channel = Channel::Fan;
    Places places;
    std::optional<HoldId> replaces;
    friend bool operator==(const PlaceHold&, const PlaceHold&) = default;
};

// The n best seats, in one price area or any. `except` are seats already offered ("next best" cycles through the rest).
struct PlaceBestHold
{
    HoldId hold;
    HolderId holder;
    Channel channel = Channel::Fan;
    std::uint32_t quantity = 1;
    std::optional<PriceAreaIndex> area;
    std::vector<SeatIndex> except;
    std::optional<HoldId> replaces; // as in PlaceHold
    friend bool operator==(const PlaceBestHold&, const PlaceBestHold&) = default;
};

struct ExtendHold
{
    HoldId hold;
    HolderId holder;
    friend bool operator==(const ExtendHold&, const ExtendHold&) = default;
};

struct ReleaseHold
{
    HoldId hold;
    HolderId holder;
    friend bool operator==(const ReleaseHold&, const ReleaseHold&) = default;
};

// Ends every hold and reservation whose deadline has passed. Allotments are never touched by time.
struct SweepExpired
{
    friend bool operator==(const SweepExpired&, const SweepExpired&) = default;
};

// A payment begins for a hold; its seats are protected up to HoldRules::paymentCap.
struct StartPayment
{
    HoldId hold;
    HolderId holder;
    OrderId order;
    friend bool operator==(const StartPayment&, const StartPayment&) = default;
};

// The payment failed or was declined; the hold stays, with at least HoldRules::afterDecline left.
struct FailPayment
{
    HoldId hold;
    OrderId order;
    friend bool operator==(const FailPayment&, const FailPayment&) = default;
};

// Turns a hold into an order: its tickets cover exactly the hold's places, priced by the terms (AmountMismatch else).
// Once the order exists, asking again is harmless.
struct SellHold
{
    HoldId hold;
    HolderId holder;
    Order order;
    friend bool operator==(const SellHold&, const SellHold&) = default;
};

// A fact: a counter sold places of its allotment, perhaps hours ago. Never refused: confirmed, confirmed late,
// or a case. Prices are those charged.
struct SellAllotted
{
    Fence fence;
    DeviceId device;
    Order order;
    friend bool operator==(const SellAllotted&, const SellAllotted&) = default;
};

// Takes tickets back; their places become free. An empty list means every ticket of the order.
struct VoidTickets
{
    OrderId order;
    std::vector<TicketSerial> serials;
    std::string reason; // required
    std::string by;
    friend bool operator==(const VoidTickets&, const VoidTickets&) = default;
};

// A named, unpaid claim with a pick-up deadline. Takes over the places of the asker's hold when one is named.
struct ReservePlaces
{
    ReservationId reservation;
    HolderId holder;
    std::optional<HoldId> hold; // then `places` must be empty
    Places places;
    std::string name;
    Instant until;
    friend bool operator==(const ReservePlaces&, const ReservePlaces&) = default;
};

struct EndReservation
{
    ReservationId reservation;
    friend bool operator==(const EndReservation&, const EndReservation&) = default;
};

// The reserved places are paid for and collected.
struct SellReservation
{
    ReservationId reservation;
    Order order;
    friend bool operator==(const SellReservation&, const SellReservation&) = default;
};

// A counter asks for an offline reserve. Sized by allotmentPlaces(); a repeat while one is live answers what is live.
struct RequestAllotment
{
    DeviceId device;
    std::uint32_t wish = 0; // seats wanted; 0 = by the simple rule
    friend bool operator==(const RequestAllotment&, const RequestAllotment&) = default;
};

// A fact: the counter gives places back; they are free at once. Seats returned before are passed over; standing units
// have no names, so a repeat returns as many again (the op number keeps that from happening).
struct ReturnPlaces
{
    Fence fence;
    DeviceId device;
    Places places;
    friend bool operator==(const ReturnPlaces&, const ReturnPlaces&) = default;
};

// A fact: the counter sells no more under this fence; what is left becomes free.
struct SealAllotment
{
    Fence fence;
    DeviceId device;
    friend bool operator==(const SealAllotment&, const SealAllotment&) = default;
};

// A manager takes seats out of sale (house hold or kill) or back into it.
struct BlockSeats
{
    std::vector<SeatIndex> seats;
    bool kill = false;
    std::string reason;
    friend bool operator==(const BlockSeats&, const BlockSeats&) = default;
};
struct UnblockSeats
{
    std::vector<SeatIndex> seats;
    friend bool operator==(const UnblockSeats&, const UnblockSeats&) = default;
};

// Opens an event: the first command of a log.
struct CreateEvent
{
    EventTerms terms;
    friend bool operator==(const CreateEvent&, const CreateEvent&) = default;
};

// The position in this list is the number on the wire: append only.
using Command = std::variant<CreateEvent, PlaceHold, PlaceBestHold, ExtendHold, ReleaseHold, SweepExpired, StartPayment,
                             FailPayment, SellHold, SellAllotted, VoidTickets, ReservePlaces, EndReservation,
                             SellReservation, RequestAllotment, ReturnPlaces, SealAllotment, BlockSeats, UnblockSeats>;

} // namespace parterre
