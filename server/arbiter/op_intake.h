// OpIntake: takes the ops of counters in the order of their streams: replay, gap, fork, quarantine, effect (design 02).
#pragma once

#include "server/arbiter/live_event.h"
#include "sync/wire/outcome.h"

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

    void committed() { m_touched.clear(); }
    void failed(); // forgets what the batch did; the ledger knows better

private:
    struct Stream
    {
        OpStream at;
        // Has every op so far been understood? Looked up when a Return or Seal first asks: after one that was not,
        // they free nothing until a person has resolved it.
        std::optional<bool> clean;
    };
    // What to do after one op.
    enum class Next : std::uint8_t { Continue, Stop };

    Result<Stream*> streamOf(const OpStreamKey& key);
    Result<Next> takeOne(const SealedOp& op, LiveEvent& event, Instant now, LedgerBatch& batch, OutcomeBatch& reply);
    Result<Next> repeat(const SealedOp& op, const LiveEvent& event, LedgerBatch& batch, OutcomeBatch& reply);
    Next fork(const SealedOp& op, LedgerBatch& batch, OutcomeBatch& reply);
    Result<Outcome> effect(const SealedOp& op, LiveEvent& event, Instant now, const LedgerBatch& batch);
    Result<bool> isClean(const LedgerBatch& batch);

    Ledger& m_ledger;
    std::map<OpStreamKey, Stream> m_streams;
    std::vector<OpStreamKey> m_touched; // moved by the batch being collected
    OpStreamKey m_key;                  // of the stream being taken
    Stream* m_stream = nullptr;
};

} // namespace parterre
