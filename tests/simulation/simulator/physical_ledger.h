// PhysicalLedger: what really happened in the world: paper printed, cash and cards taken, money given back, risks
// signed. Kept by the harness, never by the system under test.
#pragma once

#include "sync/domain/cases.h"
#include "sync/domain/places.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace parterre::testing {

struct Paper
{
    TicketSerial serial;
    OrderId order;
    DeviceId device; // null: an e-ticket of the web shop
    std::optional<SeatIndex> seat;
    std::optional<StandingIndex> standing;
    bool provisional = false; // and said so
    bool taken = true;        // the customer has it; false: torn up at the counter
};

// An allotment that a supervisor took away: every fence it was known by.
struct WrittenOff
{
    Fence first;
    Fence last;
    DeviceId device;
    Places places;
    std::uint64_t seq = 0;    // of the log in which it was signed
    bool isForgotten = false; // by the log, not by who signed
};

class PhysicalLedger
{
public:
    std::vector<Paper> papers;
    std::map<OrderId, std::int64_t> taken;    // cash, cards, captures
    std::map<OrderId, std::int64_t> returned; // given back
    std::map<OrderId, DeviceId> soldBy;       // a counter
    std::set<OrderId> captured;               // by the payment provider
    std::vector<WrittenOff> writtenOff;       // signed risks
    std::set<OrderId> lostByRestore;          // the web shop's, younger than the backup
    // Counters whose disk was put back or copied, until a manager has reconciled their paper and enrolled them anew:
    // what they sold up to then is a person's problem.
    std::set<DeviceId> rolledBack;
    std::set<OrderId> reconciled;
    // Enrolled anew, a counter cannot say again what it gave back before: after a restore the orders of who bought it
    // then lose it to an allotment that only a write-off ends.
    std::map<DeviceId, Fence> enrolledAnew; // after this fence of the log
    std::set<OrderId> lostToFormerReserve;
    // Money that a case gave back where the rules seat customers elsewhere by themselves: a log that has lost it cannot
    // tell how much it was.
    std::set<OrderId> unclearAfterRestore;
    std::set<OrderId> moneyUnclear; // and a restore has lost it

    void print(const Order& order, DeviceId device, bool provisional)
    {
        for (const Ticket& ticket : order.tickets)
            if (!ticket.voided)
                papers.push_back({ticket.serial, order.id, device, ticket.seat, ticket.standing, provisional, true});
    }
    void tearUp(OrderId order)
    {
        for (Paper& paper : papers)
            if (paper.order == order)
                paper.taken = false;
    }
    void take(OrderId order, DeviceId device, std::int64_t minor)
    {
        taken[order] += minor;
        soldBy[order] = device;
    }
    std::int64_t kept(OrderId order) const
    {
        const auto in = taken.find(order);
        const auto out = returned.find(order);
        return (in == taken.end() ? 0 : in->second) - (out == returned.end() ? 0 : out->second);
    }
    void reconcile(DeviceId device, Fence newest)
    {
        enrolledAnew[device] = newest;
        rolledBack.erase(device);
        for (const auto& [order, seller] : soldBy)
            if (seller == device)
                reconciled.insert(order);
        for (const Paper& paper : papers)
            if (paper.device == device)
                reconciled.insert(paper.order);
    }
    // A person has to answer for this order, whatever the system says.
    bool isPersonsProblem(OrderId order) const
    {
        const auto seller = soldBy.find(order);
        return reconciled.contains(order) || lostByRestore.contains(order) ||
               (seller != soldBy.end() && rolledBack.contains(seller->second));
    }
    // Sold from an allotment that a supervisor had signed away.
    bool isWrittenOff(const Case& of) const
    {
        return of.fence && std::any_of(writtenOff.begin(), writtenOff.end(), [&of](const WrittenOff& one) {
                   return one.device == of.order.device && one.first <= *of.fence && *of.fence <= one.last &&
                          !intersection(one.places, of.lost).empty();
               });
    }
    // A restore gives the seats back to the counter, which may have sold them: so was who bought them after the
    // write-off at risk.
    bool wasSignedAndForgotten(const Case& of) const
    {
        return std::any_of(writtenOff.begin(), writtenOff.end(), [&of](const WrittenOff& one) {
            return one.isForgotten && one.device != of.order.device && intersection(of.lost, one.places) == of.lost;
        });
    }
};

} // namespace parterre::testing
