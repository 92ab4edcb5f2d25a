// SimWorld: a house, its centre, its counters and its fans for one seed: a phase with trouble, then one without, in
// which everything must come to rest and add up.
#pragma once

#include "tests/simulation/simulator/oracle.h"
#include "tests/simulation/simulator/sim_counter.h"
#include "tests/simulation/simulator/sim_shop.h"

namespace parterre::testing {

struct SimResult
{
    std::string broken; // empty: all is well
    std::uint64_t ops = 0;
    std::uint64_t entries = 0;
};

class SimWorld
{
public:
    SimWorld(std::uint64_t seed, const FaultPlan& faults, std::optional<Mutant> mutant, Situations& situations);
    SimResult run(std::uint64_t actions);
    void traceTo(std::function<void(const std::string&)> line); // with the time in front

private:
    void act();         // one person does something
    std::string rest(); // the liveness phase
    void calm();
    std::string unrest() const; // what is not still yet; empty: nothing
    // ---- Supervisors (sim_supervisor.cpp): alarms, write-offs, counters that do not come back
    void supervise();
    void keepBack();
    void writeOffTooEarly();
    void command(Command command);
    // ---- Trouble (sim_trouble.cpp)
    void trouble();
    void cutLine(SimCounter& counter);
    void stop(SimCounter& counter);
    void restoreServer();
    void rollBack(SimCounter& counter);
    std::uint64_t draw(const char* purpose, std::uint64_t low, std::uint64_t high)
    {
        return m_choices.between(3, purpose, low, high);
    }

    FaultPlan m_faults;
    Choices m_choices;
    VirtualTime m_time;
    Situations& m_situations;
    PhysicalLedger m_physical;
    SimServer m_server;
    Oracle m_oracle;
    SimShop m_shop;
    std::vector<std::unique_ptr<SimCounter>> m_counters; // the last one may be a copy of another
    std::optional<Mutant> m_mutant;
    std::uint64_t m_ops = 0;
    bool m_calm = false;
};

} // namespace parterre::testing
