// SimPaperTill: a till that is off line nearly always and sells provisionally from what it last saw; its ops are made
// by hand, by the rules of design 02, and go up when its line happens to be there.
#pragma once

#include "tests/simulation/simulator/physical_ledger.h"
#include "tests/simulation/simulator/sim_server.h"

namespace parterre::testing {

class SimPaperTill
{
public:
    SimPaperTill(VirtualTime& time, Choices& choices, SimServer& server, PhysicalLedger& physical,
                 Situations& situations, std::uint64_t node);

    DeviceId device() const { return m_device; }
    void look();        // the line is there for a moment: sees the house as it is
    void sell();        // what it saw as free and has not sold itself
    void push();        // the line is there: everything that has no outcome yet
    void settleCases(); // at the centre's desk: answers offers, gives money back
    bool isQuiet() const { return m_answered == m_ops.size(); }

private:
    std::uint64_t draw(const char* purpose, std::uint64_t low, std::uint64_t high)
    {
        return m_choices.between(m_node, purpose, low, high);
    }
    void add(Command command);

    VirtualTime& m_time;
    Choices& m_choices;
    SimServer& m_server;
    PhysicalLedger& m_physical;
    Situations& m_situations;
    std::uint64_t m_node;
    DeviceId m_device;
    std::vector<SealedOp> m_ops; // its journal
    std::size_t m_answered = 0;
    std::set<SeatIndex> m_free; // as it last saw them
    std::set<OrderId> m_paidBack;
    std::uint64_t m_orders = 0;
    bool m_busy = false;
};

} // namespace parterre::testing
