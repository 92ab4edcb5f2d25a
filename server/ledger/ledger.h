// Port Ledger: what the centre keeps for ever. Small on purpose; MemoryLedger and SqlLedger pass the same contract
// tests.
#pragma once

#include "sync/base/result.h"
#include "sync/domain/entries.h"
#include "sync/wire/op.h"
#include "sync/wire/outcome.h"

#include <functional>
#include <optional>
#include <vector>

namespace parterre {

// One entry as it is stored: the body is the encoded EntryBody, the hash links it to the one before (I9).
struct StoredEntry
{
    std::uint64_t seq = 0;
    Instant at;
    CauseId cause;
    Bytes body;
    Bytes32 hash{};
};

struct EventRecord
{
    EventId event;
    PlanId plan;
    LogId logId;
    std::uint64_t headSeq = 0;
    Bytes32 headHash{};
};

struct PlanRecord
{
    PlanId plan;
    std::string venue;
    std::string name;
    Bytes bytes; // encodePlan()
};

// Where the stream of ops of one (device, install generation, event) stands.
struct OpStream
{
    std::uint64_t applied = 0; // highest op with a stored outcome
    Bytes32 lastHash{};        // hash of that op; zero when none
    bool quarantined = false;
};

struct OpStreamKey
{
    DeviceId device;
    std::uint32_t installGen = 1;
    EventId event;
    friend auto operator<=>(const OpStreamKey&, const OpStreamKey&) = default;
};

struct StoredOutcome
{
    OpStreamKey stream;
    SealedOp op; // whole, as it was received
    Outcome outcome;
};

// The stored first answer to a request with an idempotency key: a refusal, or the stretch of log that carried it out.
struct StoredAnswer
{
    Bytes16 key{};      // hash of (who, idempotency key)
    Bytes32 bodyHash{}; // of the request it answered
    EventId event;
    Instant at;
    std::optional<Error> refused;
    std::uint64_t firstSeq = 0; // of the entries; lastSeq < firstSeq when there are none
    std::uint64_t lastSeq = 0;
};

// Everything one commit of the arbiter makes durable. Orders, tickets and other rows people query are written from
// `decoded` in the same transaction; they can be rebuilt from the log.
struct LedgerBatch
{
    struct Event
    {
        EventId event;
        std::vector<StoredEntry> entries; // gap-free from head + 1
        std::vector<LogEntry> decoded;    // the same entries, decoded
        std::optional<LogId> renewed;     // the log goes on under this name: it was restored from a backup
    };
    std::vector<Event> events;
    std::vector<StoredOutcome> outcomes;
    std::vector<StoredAnswer> answers;
    std::vector<OpStreamKey> quarantined;
    bool empty() const { return events.empty() && outcomes.empty() && answers.empty() && quarantined.empty(); }
};

// Used from one thread at a time. After a failed commit nothing of the batch is stored.
// Every Id given is of a stored plan or event: NotFound otherwise. A batch that does not continue what is stored (a gap
// in the entries or the ops of a stream, an answer to a key that has one) is refused whole with Corrupt.
class Ledger
{
public:
    virtual ~Ledger() = default;

    virtual Result<void> savePlan(const PlanRecord& plan) = 0; // again with the same id: nothing changes
    virtual Result<PlanRecord> plan(PlanId plan) = 0;          // NotFound
    virtual Result<std::vector<PlanRecord>> plans() = 0;       // without bytes

    virtual Result<void> addEvent(const EventRecord& event) = 0; // with an empty log
    virtual Result<std::vector<EventRecord>> events() = 0;

    // On stable storage when it returns ok (I8). Storage when it could not be; the caller reloads.
    virtual Result<void> commit(const LedgerBatch& batch) = 0;

    // Entries with seq > after in order, until `limit` entries or about `maxBytes` of bodies.
    virtual Result<std::vector<StoredEntry>> entries(EventId event, std::uint64_t after, std::size_t limit,
                                                     std::size_t maxBytes) = 0;

    virtual Result<OpStream> opStream(const OpStreamKey& key) = 0;         // a fresh one when unknown
    virtual Result<std::vector<OpStreamKey>> opStreams(EventId event) = 0; // every one that is stored, for verify
    // Is the stream of this installation quarantined, of whatever event?
    virtual Result<bool> isQuarantined(DeviceId device, std::uint32_t installGen) = 0;
    virtual Result<std::optional<StoredOutcome>> outcome(const OpStreamKey& key, std::uint64_t opN) = 0;
    virtual Result<std::optional<StoredAnswer>> answer(const Bytes16& key) = 0;

    // True when a commit would work now (readyz): writes and rolls back or commits a probe.
    virtual Result<void> probe() = 0;
};

} // namespace parterre
