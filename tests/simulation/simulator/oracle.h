// Oracle: the invariants of design 02, checked against the log, an independent model of it, and the physical world.
#pragma once

#include "sync/counter/cache.h"
#include "sync/counter/journal.h"
#include "sync/counter/journal_guard.h"
#include "sync/wire/hash_chain.h"
#include "tests/simulation/simulator/physical_ledger.h"
#include "tests/simulation/simulator/sim_server.h"
#include "tests/support/reference_model.h"

namespace parterre::testing {

class SimCounter;

class Oracle
{
public:
    Oracle(SimServer& server, PhysicalLedger& physical, Situations& situations)
        : m_server(server), m_physical(physical), m_situations(situations)
    {}

    // The first thing that broke, named by its invariant; empty: nothing.
    const std::string& broken() const { return m_broken; }
    std::function<void(const std::string&)> trace; // may be empty
    void blame(std::string what);

    // ---- Of the centre (oracle.cpp)
    void committed(const CommittedEntries& stretch);                 // each durable stretch of the log
    void pushed(const OpBatch& batch);                               // before anything of it is decided
    void answered(const OpBatch& batch, const OutcomeBatch& answer); // each reply to a push
    void backedUp();                                                 // the log may go on from here some day
    void restored();                                                 // the log goes on from an older position

    // ---- Of a counter (oracle_counter.cpp)
    void started(DeviceId device, Cache& cache); // before the program has said anything
    // Its disk was put back to the one with these marks, and its guard was not.
    void mustBeSuspect(DeviceId device, const std::vector<GuardMark>& marks, const JournalContents& before);
    void believedAgain(DeviceId device);

    // ---- The end of the liveness phase (oracle_rest.cpp)
    void atRest(const std::vector<std::unique_ptr<SimCounter>>& counters);

private:
    struct OutcomeKey
    {
        LogId log;
        DeviceId device;
        std::uint32_t gen = 1;
        std::uint64_t opN = 0;
        friend auto operator<=>(const OutcomeKey&, const OutcomeKey&) = default;
    };
    struct Word // what a counter has said, by the cause that entries name
    {
        DeviceId device;
        std::uint64_t lastSeq = 0; // of the newest entry it has caused
        bool told = false;         // its answer before a restore came with it
    };
    void look(const LogEntry& entry);
    void onlyOnce(const LogEntry& entry);
    void lookAtOrder(const OrderPlaced& placed);
    void lookAtCase(const LogEntry& entry);
    void lookAtCounter(const LogEntry& entry);
    void count(const LogEntry& entry);
    void mayFree(const LogEntry& entry, Fence fence, const Places* places);
    void ended(Fence fence) { m_endedAt[fence] = m_batches; }
    void granted(const Places& places, Fence fence);
    void checkGrant(const Outcome& outcome);
    void checkTold(const OpBatch& batch, const Outcome& outcome);
    void promised(const OpBatch& batch, std::uint64_t opN);
    void checkModel();
    bool wasTold(CauseId cause) const;
    void checkCase(const Case& of);
    void checkPromise(OrderId id);
    bool isExcused(const Case& of) const;
    bool isOfFormerReserve(SeatIndex seat) const;
    void checkSeats();
    void checkPaper(const Paper& paper);
    void checkMoney(OrderId id);
    void checkCards(SimCounter& counter);
    void checkCounter(SimCounter& counter);
    void checkPrinted(SimCounter& counter);
    void checkBase(SimCounter& counter);

    SimServer& m_server;
    PhysicalLedger& m_physical;
    Situations& m_situations;
    std::string m_broken;
    LogId m_logId;
    std::uint64_t m_seq = 0;
    std::uint64_t m_batches = 0;
    Bytes32 m_hash{};
    std::optional<EventState> m_state;     // folded here, entry by entry
    std::optional<ReferenceModel> m_model; // the same, by code that shares nothing with the rules
    std::optional<ReferenceModel> m_modelOfBackup;
    std::map<LogId, std::vector<std::uint64_t>> m_digests; // of the state after each entry, from `first` on
    std::map<LogId, std::uint64_t> m_firstDigest;
    std::map<SeatIndex, Fence> m_lastFence;
    std::map<Fence, std::uint64_t> m_endedAt; // batch in which it was live for the last time
    std::map<OutcomeKey, Outcome> m_outcomes;
    std::map<CauseId, Word> m_words;
    std::set<OrderId> m_promised; // counters were told that they are sold
    std::set<OrderId> m_voided;   // for their customers, under any log
    std::map<DeviceId, std::vector<GuardMark>> m_rolledBackTo;
    bool m_awaiting = false; // after a restore, for counters
};

} // namespace parterre::testing
