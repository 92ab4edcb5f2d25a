// OpIntake: takes the ops of counters in the order of their streams: replay, gap, fork, quarantine, effect (design 02).
#pragma once

#include "server/arbiter/live_event.h"
#include "sync/wire/op_batch.h"

#include <map>
#include <optional>

namespace parterre {

// Remembers where every stream stands, ahead of the ledger while a batch is being collected.
class OpIntake
{
public:
    explicit OpIntake(Ledger& ledger) : m_ledger(ledger) {}

    // Applies the ops to `event` and adds outcomes and quarantined streams to `batch`. Storage or Corrupt when the
    // ledger cannot be read; what was taken before stays taken.
    Result<OutcomeBatch> take(const OpBatch& ops, LiveEvent& event, Instant now, LedgerBatch& batch);

    // Has a fork of this installation's ops been found, in whatever event? The ledger is asked once.
    Result<bool> isForked(DeviceId device, std::uint32_t installGen);

    void committed() { m_touched.clear(); }
    void failed(); // forgets what the batch did; the ledger knows better

private:
    // What to do after one op.
    enum class Next : std::uint8_t { Continue, Stop };

    Result<OpStream*> streamOf(const OpStreamKey& key);
    Result<Next> takeOne(const SealedOp& op, LiveEvent& event, Instant now, LedgerBatch& batch, OutcomeBatch& reply);
    Result<Next> repeat(const SealedOp& op, const LiveEvent& event, LedgerBatch& batch, OutcomeBatch& reply);
    Next fork(const SealedOp& op, LedgerBatch& batch, OutcomeBatch& reply);
    Outcome effect(const SealedOp& op, LiveEvent& event, Instant now);
    Outcome quarantine(const Error& error, const SealedOp& op, LiveEvent& event, Instant now);
    bool isAlarmed(const EventState& state) const; // known from another event, or from an earlier installation
    const Outcome* toldBefore(std::uint64_t opN) const;

    Ledger& m_ledger;
    std::map<OpStreamKey, OpStream> m_streams;
    std::map<std::pair<DeviceId, std::uint32_t>, bool> m_forked; // installations
    std::vector<OpStreamKey> m_touched;                          // moved by the batch being collected
    OpStreamKey m_key;                                           // of the stream being taken
    OpStream* m_stream = nullptr;
    const std::vector<Outcome>* m_told = nullptr; // null: nothing of it counts
};

} // namespace parterre
