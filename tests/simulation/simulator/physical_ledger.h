// PhysicalLedger: what really happened in the world: paper printed, cash and cards taken, money given back, risks
// signed. Kept by the harness, never by the system under test.
#pragma once

#include "sync/domain/cases.h"

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

class PhysicalLedger
{
public:
    std::vector<Paper> papers;
    std::map<OrderId, std::int64_t> taken;    // cash, cards, captures
    std::map<OrderId, std::int64_t> returned; // given back
    std::set<OrderId> captured;               // by the payment provider
    std::set<DeviceId> rolledBack;            // disks that were put back: their paper is a person's problem
    std::set<Fence> writtenOff;               // signed risks
    std::set<OrderId> lostByRestore;          // the web shop's, younger than the backup

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
    std::int64_t kept(OrderId order) const
    {
        const auto in = taken.find(order);
        const auto out = returned.find(order);
        return (in == taken.end() ? 0 : in->second) - (out == returned.end() ? 0 : out->second);
    }
};

} // namespace parterre::testing
