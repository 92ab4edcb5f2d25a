// Arbiter: the one writer of every event. Takes commands from any thread, decides them in order, makes a batch durable
// with one commit, and only then publishes and replies.
#pragma once

#include "server/arbiter/arbiter_metrics.h"
#include "server/ledger/ledger.h"
#include "sync/base/ports.h"
#include "sync/domain/event_state.h"
#include "sync/wire/op_batch.h"

#include <functional>
#include <memory>
#include <optional>

class QObject;

namespace parterre {

struct IdempotencyKey
{
    Bytes16 key{};      // hash of (who, what was sent as Idempotency-Key)
    Bytes32 bodyHash{}; // hash of method, path and body
};

struct CommandRequest
{
    EventId event;
    Command command;
    CauseId cause; // random for a request without a key
    std::optional<IdempotencyKey> idempotency;
};

// What became of a command that was not refused: the entries that carried it out (empty: it was so already).
struct CommandDone
{
    std::vector<LogEntry> entries;
    bool replayed = false; // the first answer to this idempotency key, again
};

// One committed stretch of one event's log, shared with everybody who follows it.
struct CommittedEntries
{
    EventId event;
    LogId logId;
    std::vector<LogEntry> entries;
    std::vector<StoredEntry> stored; // the same, encoded and hashed
    // With the first stretch of an event created while the arbiter runs: its state after these entries.
    std::shared_ptr<const EventState> created;
};
using CommittedPtr = std::shared_ptr<const CommittedEntries>;

// One event as the arbiter hands it to a follower at start: a copy of its state and where its log stands.
struct OpenedEvent
{
    EventRecord record;
    std::shared_ptr<const EventState> state;
};

class Arbiter
{
public:
    // `ledger` and `clock` outlive the arbiter and are used from its thread only once started.
    Arbiter(Ledger& ledger, const Clock& clock, Random& random);
    ~Arbiter(); // stops

    // Replays every event's log, checks its hash chain and audits the state. Corrupt names the event and position.
    Result<void> load();
    std::vector<OpenedEvent> opened() const; // after load(), before start()

    // Everything below is answered on the thread of `context` (a QObject living there), in one batch per commit:
    // first `onCommitted` for every event that moved, then the replies. Call before start(). Whoever calls keeps
    // `context` alive during the call; afterwards it may be deleted on its own thread at any time.
    void follow(QObject* context, std::function<void(const std::vector<CommittedPtr>&)> onCommitted);

    void start(); // starts the writer thread and the expiry sweep
    void stop();  // finishes what is queued, then ends the thread; later commands are answered Unavailable

    // Any thread. Refusals of decide() are stored with the idempotency key and are final. Not stored: NotFound (event),
    // IdempotencyMismatch, Overloaded (queue full), Unavailable (stopped), Storage (the commit failed, or the event
    // waits to be reloaded after one that did).
    // The completion runs on the thread of `context`, only while it lives.
    void submit(CommandRequest request, QObject* context, Completion<CommandDone> done);

    // Applies a counter's ops one by one as design 02 "Ops": replay, gap, fork, quarantine, outcome stored with the
    // effect. Signatures and the device's right to the stream have been checked by the caller. A gap, a fork and a
    // quarantined stream are an answer (OutcomeBatch::stopped), not an Error; Errors as for submit().
    void submitOps(OpBatch batch, QObject* context, Completion<OutcomeBatch> done);

    // Adds an event (its plan is saved already) and creates its first entry. Again with the same terms: the event.
    // NotFound: no such plan. Malformed: the terms do not fit it, or the event exists with other terms.
    void createEvent(EventTerms terms, QObject* context, Completion<OpenedEvent> done);

    bool healthy() const;           // false after a failed commit until a later one works; any thread
    ArbiterMetrics metrics() const; // any thread

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parterre
