// Entries: what happened, in the past tense. The event log is a list of them; apply() folds them into the state.
#pragma once

#include "sync/domain/claims.h"

#include <variant>

namespace parterre {

struct EventCreated
{
    EventTerms terms;
    friend bool operator==(const EventCreated&, const EventCreated&) = default;
};

struct HoldPlaced
{
    HoldId hold;
    HolderId holder;
    Channel channel = Channel::Fan;
    Places places;
    Instant expiresAt;
    friend bool operator==(const HoldPlaced&, const HoldPlaced&) = default;
};

struct HoldExtended
{
    HoldId hold;
    Instant expiresAt;
    friend bool operator==(const HoldExtended&, const HoldExtended&) = default;
};

struct HoldReleased
{
    HoldId hold;
    bool expired = false; // by the sweep; otherwise by its holder
    friend bool operator==(const HoldReleased&, const HoldReleased&) = default;
};

struct PaymentStarted
{
    HoldId hold;
    OrderId order;
    Instant until;
    friend bool operator==(const PaymentStarted&, const PaymentStarted&) = default;
};

struct PaymentFailed
{
    HoldId hold;
    Instant expiresAt; // the hold's new deadline
    friend bool operator==(const PaymentFailed&, const PaymentFailed&) = default;
};

// Seats got an owner. At most one of hold, fence, reservation says what claim was used up; none: the places were free.
struct OrderPlaced
{
    Order order;
    std::optional<HoldId> hold;
    std::optional<Fence> fence;
    std::optional<ReservationId> reservation;
    bool late = false; // a fact under a dead fence whose places were still free
    friend bool operator==(const OrderPlaced&, const OrderPlaced&) = default;
};

struct TicketsVoided
{
    OrderId order;
    std::vector<TicketSerial> serials;
    std::string reason;
    std::string by;
    friend bool operator==(const TicketsVoided&, const TicketsVoided&) = default;
};

struct PlacesReserved
{
    Reservation reservation;
    std::optional<HoldId> hold; // the hold that became this reservation
    friend bool operator==(const PlacesReserved&, const PlacesReserved&) = default;
};

struct ReservationEnded
{
    ReservationId reservation;
    bool expired = false;
    friend bool operator==(const ReservationEnded&, const ReservationEnded&) = default;
};

// The fence is the sequence number of this entry.
struct AllotmentGranted
{
    DeviceId device;
    Places places;
    Milliseconds duration{};
    Instant grantedAt;
    friend bool operator==(const AllotmentGranted&, const AllotmentGranted&) = default;
};

struct AllotmentReturned
{
    Fence fence;
    Places places;
    friend bool operator==(const AllotmentReturned&, const AllotmentReturned&) = default;
};

struct AllotmentClosed
{
    Fence fence;
    friend bool operator==(const AllotmentClosed&, const AllotmentClosed&) = default;
};

struct SeatsBlocked
{
    std::vector<SeatIndex> seats;
    bool kill = false;
    std::string reason;
    friend bool operator==(const SeatsBlocked&, const SeatsBlocked&) = default;
};

struct SeatsUnblocked
{
    std::vector<SeatIndex> seats;
    friend bool operator==(const SeatsUnblocked&, const SeatsUnblocked&) = default;
};

struct CaseOpened
{
    Case opened;
    friend bool operator==(const CaseOpened&, const CaseOpened&) = default;
};

// The position in this list is the number on the wire: append only.
using EntryBody = std::variant<EventCreated, HoldPlaced, HoldExtended, HoldReleased, PaymentStarted, PaymentFailed,
                               OrderPlaced, TicketsVoided, PlacesReserved, ReservationEnded, AllotmentGranted,
                               AllotmentReturned, AllotmentClosed, SeatsBlocked, SeatsUnblocked, CaseOpened>;

// What caused an entry: a counter's op or a request, as 16 bytes of a hash; null for the server's own (sweep).
using CauseId = Id128<struct CauseIdTag>;

struct LogEntry
{
    std::uint64_t seq = 0; // from 1, gap-free
    Instant at;            // server time; information only
    CauseId cause;
    EntryBody body;
    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

} // namespace parterre
