// The claims people and counters have on seats: holds, orders with their tickets, reservations, allotments.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/money.h"
#include "sync/domain/seat_plan.h"
#include "sync/domain/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parterre {

using HoldId = Id128<struct HoldIdTag>;
using HolderId = Id128<struct HolderIdTag>; // who holds: a fan's session or a counter's device
using OrderId = Id128<struct OrderIdTag>;
using ReservationId = Id128<struct ReservationIdTag>;
using TicketSerial = Id128<struct TicketSerialTag>;
using DeviceId = Id128<struct DeviceIdTag>;
using CaseId = Id128<struct CaseIdTag>;
// Identity of one grant of an allotment within its log: the sequence number of the grant. Strictly increases (I2).
using Fence = StrongId<struct FenceTag, std::uint64_t>;

// Fans and counters hold under different limits.
enum class Channel : std::uint8_t { Fan = 0, Counter = 1 };

// A number of units of a general-admission area.
struct StandingUnits
{
    StandingIndex area;
    std::uint32_t count = 0;
    friend bool operator==(const StandingUnits&, const StandingUnits&) = default;
};

// Named seats and counted units: what a claim is about. Seats ascending and unique; areas ascending, counts > 0.
struct Places
{
    std::vector<SeatIndex> seats;
    std::vector<StandingUnits> standing;

    bool empty() const { return seats.empty() && standing.empty(); }
    std::uint64_t units() const;
    friend bool operator==(const Places&, const Places&) = default;
};

struct Hold
{
    HoldId id;
    HolderId holder;
    Channel channel = Channel::Fan;
    Places places;
    Instant expiresAt;
    bool extended = false;
    // A payment in flight: seats stay protected until `payingUntil` whatever expiresAt says.
    std::optional<OrderId> paying;
    Instant payingUntil;
    friend bool operator==(const Hold&, const Hold&) = default;

    Instant deadline() const { return paying && payingUntil > expiresAt ? payingUntil : expiresAt; }
};

// One place in an order: exactly one of seat or standing.
struct Ticket
{
    TicketSerial serial;
    std::optional<SeatIndex> seat;
    std::optional<StandingIndex> standing;
    PriceTypeIndex priceType;
    std::int64_t priceMinor = 0; // what was charged, in the event's currency
    bool voided = false;
    bool admitted = false; // scanned at the door
    friend bool operator==(const Ticket&, const Ticket&) = default;
};

// The serial that replaces this one when its ticket is issued anew. One to one, so new serials are as unique as the old.
TicketSerial reissuedSerial(TicketSerial old);

enum class TenderMethod : std::uint8_t { Cash = 0, Card = 1, Test = 2, Free = 3 };

struct Tender
{
    TenderMethod method = TenderMethod::Cash;
    std::int64_t paidMinor = 0; // equals the sum of the ticket prices
    std::string reference;      // payment provider's or terminal's reference; empty for cash
    friend bool operator==(const Tender&, const Tender&) = default;
};

struct Buyer
{
    std::string name;
    std::string email;
    std::string phone;
    friend bool operator==(const Buyer&, const Buyer&) = default;

    bool canBeReached() const { return !email.empty() || !phone.empty(); }
};

struct Order
{
    OrderId id;
    Channel channel = Channel::Fan;
    std::optional<DeviceId> device; // the counter that sold it
    std::string clerk;              // who sold it at the counter
    Buyer buyer;
    std::vector<Ticket> tickets;
    Tender tender;
    Instant soldAt; // by the seller's clock; information only
    friend bool operator==(const Order&, const Order&) = default;

    std::int64_t totalMinor() const; // of tickets that are not void
};

// Eight characters of Crockford's base 32 made from the id: what people read out and type.
std::string orderCode(OrderId id);

struct Reservation
{
    ReservationId id;
    Channel channel = Channel::Counter;
    std::string name;
    Places places;
    Instant until;
    friend bool operator==(const Reservation&, const Reservation&) = default;
};

enum class AllotmentPhase : std::uint8_t { Active = 0, Limbo = 1 };

// Selling authority one counter owns exclusively. Time never frees it: only Return, Seal or a signed write-off do (I4).
struct Allotment
{
    Fence fence;
    Fence first; // of the grant that was renewed into this one; `fence` itself when none was
    DeviceId device;
    Places places; // what is still in it; sold and returned places have left
    Places recalled; // of these: asked back for somebody else, and not answered yet
    Milliseconds duration{};
    Instant grantedAt;
    AllotmentPhase phase = AllotmentPhase::Active;
    bool reachable = true; // the counter answers: what it does not need it gives back at once
    friend bool operator==(const Allotment&, const Allotment&) = default;

    // May a sale under this fence be from here? A counter learns of a renewal later than it happens.
    bool isUnder(Fence of) const { return first <= of && of <= fence; }
};

// A supervisor took an allotment away from a counter that does not answer, and signed the risk.
struct WriteOff
{
    Fence fence;
    DeviceId device;
    Places places; // the list that was signed
    std::string by;
    std::string reason;
    Instant at;
    friend bool operator==(const WriteOff&, const WriteOff&) = default;
};

} // namespace parterre
