// MemoryLedger: a ledger without a disk, for tests and the simulator. Its commits can be told to fail.
#pragma once

#include "server/ledger/ledger.h"

#include <map>

namespace parterre {

class MemoryLedger : public Ledger
{
public:
    Result<void> savePlan(const PlanRecord& plan) override;
    Result<PlanRecord> plan(PlanId plan) override;
    Result<std::vector<PlanRecord>> plans() override;
    Result<void> addEvent(const EventRecord& event) override;
    Result<std::vector<EventRecord>> events() override;
    Result<void> commit(const LedgerBatch& batch) override;
    Result<std::vector<StoredEntry>> entries(EventId event, std::uint64_t after, std::size_t limit,
                                             std::size_t maxBytes) override;
    Result<OpStream> opStream(const OpStreamKey& key) override;
    Result<std::vector<OpStreamKey>> opStreams(EventId event) override;
    Result<bool> isQuarantined(DeviceId device, std::uint32_t installGen) override;
    Result<std::optional<StoredOutcome>> outcome(const OpStreamKey& key, std::uint64_t opN) override;
    Result<std::optional<StoredAnswer>> answer(const Bytes16& key) override;
    Result<void> probe() override;

    // The disk is full until told otherwise: changes answer Storage and store nothing.
    void setFull(bool full) { m_full = full; }

private:
    struct EventLog
    {
        EventRecord record;
        std::vector<StoredEntry> entries;
    };
    struct Stream
    {
        OpStream state;
        std::vector<StoredOutcome> outcomes; // op n at n − 1
    };
    Result<void> check(const LedgerBatch& batch) const;
    EventLog* find(EventId event);
    const EventLog* find(EventId event) const { return const_cast<MemoryLedger*>(this)->find(event); }

    std::vector<PlanRecord> m_plans;
    std::vector<EventLog> m_events;
    std::map<OpStreamKey, Stream> m_streams;
    std::map<Bytes16, StoredAnswer> m_answers;
    bool m_full = false;
};

} // namespace parterre
