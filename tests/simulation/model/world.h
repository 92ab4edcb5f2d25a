// World: everything there is in the model, in four machine words that are also its key: two counters, the server, and
// what lies outside all of them (the payment provider, paper, a journal that was lost).
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace parterre::model {

// Bit-fields of one declared type share one word, so every enumeration stands on it.
using Bits = std::uint64_t;

enum class OpKind : Bits { Nothing, Request, Sell, SellProvisional, Seal, Hello, Suspect };
enum class Seat : Bits { Free, Active, Limbo, Held, Paying, Contest, Sold }; // Active and Limbo: an allotment's
enum class Outcome : Bits { None, Pending, Confirmed, Conflict };            // Confirmed: in time or late
enum class Told : Bits { Nothing, Confirmed, Conflict }; // what the customer of a counter's sale has heard from it
enum class Payment : Bits { NotAsked, Started, Captured, Refunded }; // one that fails stays Started
enum class RolledBack : Bits { No, Noticed, Unnoticed };             // by the guard kept elsewhere

// Who may own the seat. Counters are 0 and 1.
constexpr unsigned web = 2;
constexpr unsigned counters = 2;

// A fence: log × 4 + sequence of the grant in that log (1 … 3); 0 is none. 4 stands for "everything of log 0".
using Fence = unsigned;
constexpr Fence wholeOldLog = 4;
constexpr unsigned grantsPerLog = 3;
constexpr Fence fenceOf(unsigned log, unsigned sequence)
{
    return log * 4 + sequence;
}
constexpr unsigned logOf(Fence fence)
{
    return fence / 4;
}

// Ops are kept six bits each in one number; the first op has number 1.
struct Op
{
    OpKind kind = OpKind::Nothing;
    Fence fence = 0; // of Sell and Seal; for SellProvisional and Hello the log the counter knows
};
constexpr unsigned opSlots = 5;
constexpr Op opAt(Bits ops, unsigned number)
{
    const unsigned code = (ops >> (6 * (number - 1))) & 63;
    return {OpKind(code & 7), code >> 3};
}
constexpr Bits withOp(Bits ops, unsigned number, Op op)
{
    return ops | (Bits(op.kind) | op.fence << 3) << 6 * (number - 1);
}
constexpr Bits firstOps(Bits ops, unsigned count)
{
    return ops & ((Bits(1) << 6 * count) - 1);
}
// The number of the first op of this kind among the first `count`, or 0.
constexpr unsigned find(Bits ops, unsigned count, OpKind kind)
{
    for (unsigned number = 1; number <= count; ++number)
        if (opAt(ops, number).kind == kind)
            return number;
    return 0;
}
// The number of the sale in a journal, or 0. There is one seat, so a counter that has sold it does not sell again.
constexpr unsigned saleIn(Bits ops, unsigned count)
{
    const unsigned sale = find(ops, count, OpKind::Sell);
    return sale ? sale : find(ops, count, OpKind::SellProvisional);
}

struct Counter
{
    Bits ops : 30 = 0; // its journal
    Bits count : 3 = 0;
    Bits unsynced : 1 = 0; // the last op is written and not yet on the disk
    Bits live : 3 = 0;     // the fence it may sell under
    Bits suspect : 1 = 0;
    Bits printed : 1 = 0; // the paper of the sale in its journal
    Told told : 2 = Told::Nothing;
    Bits orphan : 1 = 0;     // paper was printed whose sale is in no journal any more
    Bits granted : 8 = 0;    // the network: every Granted ever sent to it that it might still believe, by fence
    Bits regranted : 4 = 0;  // the network: stored grants of log 0 sent again in the name of log 1
    Bits writtenOff : 3 = 0; // the highest fence of it that a supervisor has signed away
    Bits spare : 7 = 0;

    unsigned onDisk() const { return count - unsynced; }
    unsigned log() const { return find(ops, onDisk(), OpKind::Hello) ? 1 : 0; }
    unsigned sale() const { return saleIn(ops, count); }
};

// What the server has committed. A crash of it loses nothing of this, only the answer that was about to leave.
struct Server
{
    Seat seat : 4 = Seat::Free;
    Bits owner : 2 = 0;    // of Active, Limbo and Sold; the first in the queue of Contest
    Bits fence : 3 = 0;    // of Active and Limbo
    Bits grants : 2 = 0;   // made in this log
    Bits appliedA : 3 = 0; // ops
    Bits appliedB : 3 = 0;
    Outcome outcomeA : 3 = Outcome::None; // of the counter's sale
    Outcome outcomeB : 3 = Outcome::None;
    Bits branch : 1 = 0;      // the stream of counter 0 it follows: that before or that after the disk was rolled back
    Bits quarantined : 2 = 0; // a bit a counter
    Bits frozen : 1 = 0;      // restored, and not everybody has reported
    Bits awaiting : 2 = 0;    // a bit a counter: has not said Hello to the new log
    Bits storedA : 3 = 0;     // the grant stored as the outcome of the last request; kept by one wrong variant only
    Bits storedB : 3 = 0;
    Bits spare : 29 = 0;

    unsigned applied(unsigned counter) const { return counter ? appliedB : appliedA; }
    Outcome outcome(unsigned counter) const { return counter ? outcomeB : outcomeA; }
    void setOutcome(unsigned counter, Outcome value) { counter ? outcomeB = value : outcomeA = value; }
    bool allottedTo(unsigned counter) const
    {
        return (seat == Seat::Active || seat == Seat::Limbo) && owner == counter;
    }
    void set(Seat is, unsigned by = 0, Fence under = 0) { seat = is, owner = by, fence = under; }
    bool operator==(const Server&) const = default;
};

struct Outside
{
    Bits lostOps : 30 = 0; // counter 0's journal as it was before the disk was rolled back; its messages still travel
    Bits lostCount : 3 = 0;
    Bits kept : 3 = 0; // how many of these ops the older copy had
    RolledBack rolledBack : 2 = RolledBack::No;
    Told lostTold : 2 = Told::Nothing; // of a sale in the lost part
    Bits log : 1 = 0;                  // the log id the server works under
    Bits restored : 1 = 0;
    Bits highestFence : 3 = 0;               // ever granted
    Payment payment : 2 = Payment::NotAsked; // the provider forgets nothing
    Bits ticket : 1 = 0;                     // the web buyer holds a ticket
    Bits spare : 16 = 0;
};

struct World
{
    std::array<Counter, counters> counter;
    Server server;
    Outside outside;

    using Key = std::array<Bits, 4>;
    Key key() const { return std::bit_cast<Key>(*this); }

    // Is the server's stream of this counter that of the journal that was lost?
    bool followsLost(unsigned c) const
    {
        return c == 0 && outside.rolledBack != RolledBack::No && server.applied(0) > outside.kept && !server.branch;
    }
    // The journal that the server's applied ops of this counter come from.
    Bits stream(unsigned c) const { return followsLost(c) ? Bits(outside.lostOps) : Bits(counter[c].ops); }
    // What the customer of that stream's sale, its op `number`, has been told.
    Told toldOfStream(unsigned c, unsigned number) const
    {
        return followsLost(c) && number > outside.kept ? outside.lostTold : counter[c].told;
    }
};
static_assert(sizeof(World) == sizeof(World::Key), "no hidden bytes: equal worlds have equal keys");

} // namespace parterre::model
