// Commands: what people and counters ask for. Imperatives; decide() answers each with entries or a refusal.
#pragma once

#include "sync/domain/cases.h"

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

// Ends every hold, reservation and offer whose deadline has passed. An allotment whose time is over goes into limbo;
// time never frees its places.
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

// A fact: sold off line outside any allotment, marked so on paper, with the customer's contact and wish. Confirmed or a
// case. Also what a counter sold through the centre and the centre's log has lost since (`provisional` false).
struct SellProvisional
{
    DeviceId device;
    Order order;
    Wish wish = Wish::Ask;
    bool provisional = true;
    friend bool operator==(const SellProvisional&, const SellProvisional&) = default;
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

// Units of a price area a counter would like to have in reserve; see reserveWishes() in allotment_rule.h.
struct AreaWish
{
    PriceAreaIndex area;
    std::uint32_t units = 0;
    friend bool operator==(const AreaWish&, const AreaWish&) = default;
};

// A counter asks for an offline reserve. Sized by allotmentPlaces(); a repeat while one is live answers what is live.
struct RequestAllotment
{
    DeviceId device;
    std::vector<AreaWish> wishes; // none: by the simple rule
    friend bool operator==(const RequestAllotment&, const RequestAllotment&) = default;
};

// The same authority for another span of time, and up to the wished size: a new fence over the old places and new ones.
struct RenewAllotment
{
    DeviceId device;
    Fence fence;
    std::vector<AreaWish> wishes;
    friend bool operator==(const RenewAllotment&, const RenewAllotment&) = default;
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

// The centre asks connected counters for places somebody wants now; each answers with ReturnPlaces or KeepPlaces.
struct RecallPlaces
{
    Places places;
    friend bool operator==(const RecallPlaces&, const RecallPlaces&) = default;
};

// The counter's other answer to a recall: in use.
struct KeepPlaces
{
    Fence fence;
    DeviceId device;
    Places places;
    friend bool operator==(const KeepPlaces&, const KeepPlaces&) = default;
};

// The centre has begun or ceased to hear from the counter of this allotment.
struct NoteContact
{
    Fence fence;
    bool reachable = true;
    friend bool operator==(const NoteContact&, const NoteContact&) = default;
};

// Nobody may sell from it until its counter seals it or a person writes it off. By the sweep when its time is over, by
// the centre when its counter cannot be trusted any more.
struct MarkLimbo
{
    Fence fence;
    std::string reason;
    friend bool operator==(const MarkLimbo&, const MarkLimbo&) = default;
};

// A supervisor frees the places of a counter that does not answer, and signs for the list: what it sold since may meet
// a second buyer. Not before the time in writeOffFrom(), unless an alarm about the counter is open or, `deviceLost`,
// its key has been revoked.
struct WriteOffAllotment
{
    Fence fence;
    Places places; // the list as it was read and signed
    std::string by;
    std::string reason;
    bool deviceLost = false;
    friend bool operator==(const WriteOffAllotment&, const WriteOffAllotment&) = default;
};

// ---- Cases
// What the rules do by themselves: one step of a contest, an offer or a refund that needs nobody. No entry: nothing is
// due. The arbiter asks after every command until there is none.
struct SettleCases
{
    friend bool operator==(const SettleCases&, const SettleCases&) = default;
};

// A person has other seats looked for and kept.
struct MakeOffer
{
    CaseId id;
    std::string by;
    friend bool operator==(const MakeOffer&, const MakeOffer&) = default;
};

// The customer, or a clerk for them, takes an offer or none.
struct AnswerOffer
{
    CaseId id;
    std::optional<std::uint32_t> choice; // index into Case::offers; none: declined, the money goes back
    std::string by;
    friend bool operator==(const AnswerOffer&, const AnswerOffer&) = default;
};

// A supervisor gives the very seats of the order: free by now, or house holds.
struct GrantCase
{
    CaseId id;
    std::string by;
    std::string reason;
    friend bool operator==(const GrantCase&, const GrantCase&) = default;
};

// The money has gone back to the customer.
struct RecordRefund
{
    CaseId id;
    std::string by;
    friend bool operator==(const RecordRefund&, const RecordRefund&) = default;
};

// The customer will be met at the door; with `settled`: has been.
struct SettleAtDoor
{
    CaseId id;
    bool settled = false;
    std::string by;
    std::string note;
    friend bool operator==(const SettleAtDoor&, const SettleAtDoor&) = default;
};

// ---- Tickets
// New paper for lost or unreadable paper: each ticket gets a new serial and the old one is worth nothing (I15).
struct ReissueTickets
{
    OrderId order;
    std::vector<TicketSerial> serials;
    std::string reason;
    std::string by;
    friend bool operator==(const ReissueTickets&, const ReissueTickets&) = default;
};

// Somebody has been let in on this ticket.
struct AdmitTicket
{
    OrderId order;
    TicketSerial serial;
    friend bool operator==(const AdmitTicket&, const AdmitTicket&) = default;
};

// ---- Counters and history
// A counter has seen that the centre's log is a restored one: it has sealed, and sent again what the centre has lost.
struct Hello
{
    DeviceId device;
    std::uint32_t logGen = 0;
    std::uint64_t journalHead = 0; // its last op before this one
    friend bool operator==(const Hello&, const Hello&) = default;
};

// A counter has seen that its own journal is behind, or is not the one it wrote.
struct Suspect
{
    DeviceId device;
    std::string reason;
    friend bool operator==(const Suspect&, const Suspect&) = default;
};

struct RaiseAlarm
{
    AlarmKind kind = AlarmKind::Fork;
    DeviceId device;
    std::string detail;
    friend bool operator==(const RaiseAlarm&, const RaiseAlarm&) = default;
};

struct SettleAlarm
{
    std::uint64_t seq = 0;
    std::string by;
    std::string note;
    friend bool operator==(const SettleAlarm&, const SettleAlarm&) = default;
};

// The first command after a restore from backup. The event is frozen until every device named has said Hello or has
// been given up.
struct RestoreLog
{
    std::uint32_t logGen = 0; // greater than before
    std::vector<DeviceId> awaited;
    friend bool operator==(const RestoreLog&, const RestoreLog&) = default;
};

// A manager goes on without a counter that does not come back; its places stay in limbo until they are written off.
struct GiveUpDevice
{
    DeviceId device;
    std::string by;
    std::string reason;
    friend bool operator==(const GiveUpDevice&, const GiveUpDevice&) = default;
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
using Command =
    std::variant<CreateEvent, PlaceHold, PlaceBestHold, ExtendHold, ReleaseHold, SweepExpired, StartPayment,
                 FailPayment, SellHold, SellAllotted, VoidTickets, ReservePlaces, EndReservation, SellReservation,
                 RequestAllotment, ReturnPlaces, SealAllotment, BlockSeats, UnblockSeats, SellProvisional,
                 RenewAllotment, RecallPlaces, KeepPlaces, NoteContact, MarkLimbo, WriteOffAllotment, SettleCases,
                 MakeOffer, AnswerOffer, GrantCase, RecordRefund, SettleAtDoor, ReissueTickets, AdmitTicket, Hello,
                 Suspect, RaiseAlarm, SettleAlarm, RestoreLog, GiveUpDevice>;

} // namespace parterre
