// Cases: facts that met somebody else's claim, from the contest to the last cent; and alarms a person must settle.
#pragma once

#include "sync/domain/claims.h"

namespace parterre {

// What a customer asked for, at the sale, should their seats turn out to be somebody else's.
enum class Wish : std::uint8_t {
    Ask = 0,    // show them what there is
    Auto = 1,   // seat them as near as can be, without asking
    Refund = 2, // rather the money back
};

enum class CasePhase : std::uint8_t {
    // Open: exactly one of these until one of those below (I14).
    Contest = 0,   // waits for a payment in flight on its seats
    Open = 1,      // lost; a person has to look
    Offered = 2,   // other seats are kept for the customer
    RefundDue = 3, // the money has to go back
    AtDoor = 4,    // will be settled with the customer at the door
    // Closed.
    Won = 5,       // the contest was won by the paper
    Exchanged = 6, // other seats were taken
    Granted = 7,   // a supervisor gave the seats after all
    Refunded = 8,
    Closed = 9, // settled at the door
};
inline bool isClosed(CasePhase phase)
{
    return phase >= CasePhase::Won;
}

// A fact (cash taken, paper printed) for places that somebody else has or may get.
struct Case
{
    static constexpr std::size_t maxOffers = 3;

    CaseId id;                  // the bytes of the id of its order: one case an order
    Order order;                // as the counter sold it
    std::optional<Fence> fence; // sold under it; none: a provisional sale, or one a restore lost
    bool provisional = false;
    Wish wish = Wish::Ask;
    CasePhase phase = CasePhase::Open;
    bool awaitsThaw = false; // a contest of a restored event: decided by what was told before, when all have reported
    std::uint64_t openedSeq = 0; // position of its first entry: the queue of a contest is in this order
    Places lost;                 // in a contest: the places it waits for
    Places kept;                 // kept for it: won so far in a contest, or all places of the offers
    std::vector<Places> offers;  // the first is the automatic choice
    std::uint32_t rounds = 0;    // offers made so far
    Instant until;               // of the offer
    // RefundDue: to be given back, the whole order. Refunded: has been. Exchanged: what other seats cost less, until it
    // has been given back. Otherwise 0.
    std::int64_t refundMinor = 0;
    std::string by; // who took the last step; empty: the rules
    std::string note;
    friend bool operator==(const Case&, const Case&) = default;
};

enum class AlarmKind : std::uint8_t {
    Fork = 0,            // two different ops under one number: a journal was copied or rolled back
    OpNotUnderstood = 1, // an op was stored whole and has no effect
    Suspect = 2,         // a counter says that its own journal is not what it should be
    ImpossibleSale = 3,  // a sale that the rules exclude: everything stops until a person has looked
    LostHistory = 4,     // a counter has seen more of the log than there is: the centre has lost data; everything stops
};
// Does the whole event stand still while one is open?
inline bool stopsEvent(AlarmKind kind)
{
    return kind == AlarmKind::ImpossibleSale || kind == AlarmKind::LostHistory;
}

// Something only a person can settle. While one about a counter is open, what it gives back frees nothing (I4, I19).
struct Alarm
{
    std::uint64_t seq = 0; // of the entry that raised it: its name
    AlarmKind kind = AlarmKind::Fork;
    DeviceId device; // null: it is about the centre
    std::string detail;
    Instant at;
    friend bool operator==(const Alarm&, const Alarm&) = default;
};

} // namespace parterre
