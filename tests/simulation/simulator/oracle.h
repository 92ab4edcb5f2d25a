// Oracle: the invariants of design 02, checked against the log, an independent model of it, and the physical world.
#pragma once

#include "sync/wire/hash_chain.h"
#include "tests/simulation/simulator/physical_ledger.h"
#include "tests/simulation/simulator/sim_server.h"

namespace parterre::testing {

class SimCounter;

class Oracle
{
public:
    Oracle(SimServer& server, PhysicalLedger& physical, Situations& situations, std::optional<Mutant> mutant)
        : m_server(server), m_physical(physical), m_situations(situations), m_mutant(mutant)
    {}

    // The first thing that broke, named by its invariant; empty: nothing.
    const std::string& broken() const { return m_broken; }
    void blame(std::string what);

    void committed(const CommittedEntries& stretch);                       // each durable stretch of the log
    void pushed(const OpBatch& batch);                                     // before anything of it is decided
    void answered(const OpBatch& batch, const OutcomeBatch& answer);       // each reply to a push
    void restored();                                                       // the log goes on from an older position
    void printed(SimCounter& counter);                                     // I7, when a counter has started again
    void atRest(const std::vector<std::unique_ptr<SimCounter>>& counters); // the end of the liveness phase

private:
    struct OutcomeKey
    {
        LogId log;
        DeviceId device;
        std::uint32_t gen = 1;
        std::uint64_t opN = 0;
        friend auto operator<=>(const OutcomeKey&, const OutcomeKey&) = default;
    };
    void look(const LogEntry& entry);
    void mayFree(const LogEntry& entry, Fence fence, bool tainted);
    void granted(const Places& places, Fence fence);
    void checkSeats();
    void checkPaper();
    void checkMoney();
    void checkCounter(SimCounter& counter);

    SimServer& m_server;
    PhysicalLedger& m_physical;
    Situations& m_situations;
    std::optional<Mutant> m_mutant;
    std::string m_broken;
    LogId m_logId;
    std::uint64_t m_seq = 0;
    Bytes32 m_hash{};
    std::optional<EventState> m_state; // folded here, entry by entry
    std::map<SeatIndex, Fence> m_lastFence;
    std::map<OutcomeKey, Outcome> m_outcomes;
    std::map<CauseId, DeviceId> m_causes; // ops that have been answered, by what their entries name
    std::set<DeviceId> m_forked;
};

} // namespace parterre::testing
