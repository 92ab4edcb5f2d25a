// CounterScene: a counter, its centre and what people were told, at one moment; to begin from any number of times.
#pragma once

#include "tests/support/disk_counter_rig.h"

#include <set>

namespace parterre::testing {

// What is outside the machine: a power cut does not undo it.
struct ToldByCounter
{
    std::map<OrderId, Order> sold;  // "SOLD": cash is in the drawer
    std::set<OrderId> printed;      // the printer was asked
    std::set<OrderId> voided;       // the money was given back
    std::set<PaymentRef> charged;   // the card: money has moved
    std::set<OrderId> renewed;      // the printer was asked for new paper
    std::set<CaseId> refunded;      // the money was taken out of the drawer
    std::vector<BasketLine> basket; // on the screen
    std::optional<Fence> reserve;   // the gauge showed places of it
    bool enrolled = false;
    std::set<std::string> clerks; // have signed in with the line up
    friend bool operator==(const ToldByCounter&, const ToldByCounter&) = default;
};

inline std::string named(OrderId order)
{
    return "order " + orderCode(order);
}

struct CounterScene
{
    CounterScene(Instant now, const FakeCentre& other) : time(now), centre(other, time) {}
    explicit CounterScene(Instant now) : time(now), centre(time) {}

    VirtualTime time; // nothing is due
    FakeCentre centre;
    ToldByCounter told;
    JournalPromise promise;
    std::uint64_t lives = 0;  // of the program so far
    bool cacheBroken = false; // what the disk has as a cache is none

    // Alike for a check: the same was told, and the centre heard the same.
    friend bool operator==(const CounterScene& a, const CounterScene& b)
    {
        return a.told == b.told && a.centre.log() == b.centre.log() &&
               a.centre.answeredOps(idOf<DeviceId>(1)) == b.centre.answeredOps(idOf<DeviceId>(1));
    }
};

} // namespace parterre::testing
