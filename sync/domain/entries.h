// Entries: what happened, in the past tense. The event log is a list of them; apply() folds them into the state.
#pragma once

#include "sync/domain/cases.h"

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
    bool late = false; // a fact whose claim had ended, or a payment captured after its hold, with the places still free
    bool provisional = false;
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
    Case opened; // with openedSeq 0: it is the position of this entry
    friend bool operator==(const CaseOpened&, const CaseOpened&) = default;
};

// More places of a contest have become its own.
struct CaseKept
{
    CaseId id;
    Places places;
    friend bool operator==(const CaseKept&, const CaseKept&) = default;
};

// The case ends with its places sold: contest won, offer taken, or granted. What else was kept for it is free.
struct CaseSold
{
    CaseId id;
    CasePhase phase = CasePhase::Won; // Won, Exchanged or Granted
    Order order;                      // same id; other seats have other serials
    std::int64_t refundMinor = 0;     // what the customer gets back of what they paid
    std::string by;
    friend bool operator==(const CaseSold&, const CaseSold&) = default;
};

struct CaseOffered
{
    CaseId id;
    std::vector<Places> offers;
    Instant until;
    std::string by;
    friend bool operator==(const CaseOffered&, const CaseOffered&) = default;
};

// Any other step; places kept are free again. A lost contest names what it lost.
struct CaseMoved
{
    CaseId id;
    CasePhase phase = CasePhase::Open;
    Places lost;
    std::int64_t refundMinor = 0;
    std::string by;
    std::string note;
    friend bool operator==(const CaseMoved&, const CaseMoved&) = default;
};

// The allotment goes on under the fence that is the sequence number of this entry.
struct AllotmentRenewed
{
    Fence fence; // the one before
    Places added;
    Milliseconds duration{};
    Instant grantedAt;
    friend bool operator==(const AllotmentRenewed&, const AllotmentRenewed&) = default;
};

struct AllotmentRecalled
{
    Fence fence;
    Places places;
    friend bool operator==(const AllotmentRecalled&, const AllotmentRecalled&) = default;
};

struct RecallDeclined
{
    Fence fence;
    Places places;
    friend bool operator==(const RecallDeclined&, const RecallDeclined&) = default;
};

struct ContactNoted
{
    Fence fence;
    bool reachable = true;
    friend bool operator==(const ContactNoted&, const ContactNoted&) = default;
};

struct AllotmentLimbo
{
    Fence fence;
    std::string reason;
    friend bool operator==(const AllotmentLimbo&, const AllotmentLimbo&) = default;
};

struct AllotmentForced
{
    WriteOff signedOff;
    friend bool operator==(const AllotmentForced&, const AllotmentForced&) = default;
};

struct TicketsReissued
{
    OrderId order;
    std::vector<TicketSerial> serials; // the old ones; reissuedSerial() makes the new
    std::string reason;
    std::string by;
    friend bool operator==(const TicketsReissued&, const TicketsReissued&) = default;
};

struct TicketAdmitted
{
    OrderId order;
    TicketSerial serial;
    friend bool operator==(const TicketAdmitted&, const TicketAdmitted&) = default;
};

struct AlarmRaised
{
    AlarmKind kind = AlarmKind::Fork;
    DeviceId device;
    std::string detail;
    friend bool operator==(const AlarmRaised&, const AlarmRaised&) = default;
};

struct AlarmSettled
{
    std::uint64_t seq = 0;
    std::string by;
    std::string note;
    friend bool operator==(const AlarmSettled&, const AlarmSettled&) = default;
};

// From here on the log is one that was restored from a backup: fences grow on, every allotment is in limbo, and the
// event is frozen until the devices awaited have reported.
struct LogRestored
{
    std::uint32_t logGen = 0;
    std::vector<DeviceId> awaited;
    friend bool operator==(const LogRestored&, const LogRestored&) = default;
};

// One of them has: by itself, or a person gave it up.
struct DeviceReported
{
    DeviceId device;
    std::string by;
    std::string reason;
    friend bool operator==(const DeviceReported&, const DeviceReported&) = default;
};

// The position in this list is the number on the wire: append only.
using EntryBody =
    std::variant<EventCreated, HoldPlaced, HoldExtended, HoldReleased, PaymentStarted, PaymentFailed, OrderPlaced,
                 TicketsVoided, PlacesReserved, ReservationEnded, AllotmentGranted, AllotmentReturned, AllotmentClosed,
                 SeatsBlocked, SeatsUnblocked, CaseOpened, CaseKept, CaseSold, CaseOffered, CaseMoved, AllotmentRenewed,
                 AllotmentRecalled, RecallDeclined, ContactNoted, AllotmentLimbo, AllotmentForced, TicketsReissued,
                 TicketAdmitted, AlarmRaised, AlarmSettled, LogRestored, DeviceReported>;

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
