// SimShop: fans on the web and the payment provider behind them: holds, payments that take time or fail, captures that
// come late, refunds. What the provider captured it tells again and again until the centre has answered.
#pragma once

#include "tests/simulation/simulator/physical_ledger.h"
#include "tests/simulation/simulator/sim_server.h"

namespace parterre::testing {

class SimShop
{
public:
    SimShop(VirtualTime& time, Choices& choices, SimServer& server, PhysicalLedger& physical, Situations& situations)
        : m_time(time), m_choices(choices), m_server(server), m_physical(physical), m_situations(situations)
    {}

    std::function<void(std::string)> blame;

    void fanComes(); // one more fan wants seats
    bool isQuiet() const { return m_attempts.empty(); }
    // The server was restored: what fans bought since the backup is not in its log any more.
    void restored();

private:
    struct Attempt
    {
        HoldId hold;
        HolderId holder;
        Order order;
        Instant protectedUntil; // by the centre's word
        std::uint64_t restores = 0;
        bool captured = false;
        bool toRefund = false;
    };
    void hold(Places places);
    void placed(HoldId hold, HolderId holder, Places places);
    void pay(OrderId id);
    void capture(OrderId id);
    void sell(OrderId id);
    void fail(OrderId id);
    void refund(OrderId id);
    void end(OrderId id) { m_attempts.erase(id); }
    std::uint64_t draw(const char* purpose, std::uint64_t low, std::uint64_t high)
    {
        return m_choices.between(2, purpose, low, high);
    }

    VirtualTime& m_time;
    Choices& m_choices;
    SimServer& m_server;
    PhysicalLedger& m_physical;
    Situations& m_situations;
    std::map<OrderId, Attempt> m_attempts;
    std::map<OrderId, Order> m_sold;
    std::uint64_t m_next = 1'000;
};

} // namespace parterre::testing
