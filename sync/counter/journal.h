// Journal: what a counter must never forget. One file, one program; implemented by sync/journal on SQLite.
#pragma once

#include "sync/base/result.h"
#include "sync/counter/counter_types.h"
#include "sync/wire/outcome.h"
#include "sync/wire/signing.h"

#include <optional>
#include <string>
#include <vector>

namespace parterre {

struct DeviceIdentity
{
    Bytes32 seed{};  // of the device key: secret
    DeviceId device; // null until the centre has answered the enrolment
    std::uint32_t installGen = 1;
    std::string server;
    std::string name;
    PublicKey serverKey{};
    friend bool operator==(const DeviceIdentity&, const DeviceIdentity&) = default;
};

// A clerk who has signed in here on line and may do so again with the line down.
struct ClerkRecord
{
    std::string name;
    std::string verifier; // see sync/wire/password_verifier.h
    friend bool operator==(const ClerkRecord&, const ClerkRecord&) = default;
};

struct JournalledOp
{
    EventId event;
    std::uint32_t installGen = 1;
    Instant at;
    SealedOp sealed;
    friend bool operator==(const JournalledOp&, const JournalledOp&) = default;
};

struct JournalledOutcome
{
    EventId event;
    std::uint32_t installGen = 1;
    Outcome outcome;
    friend bool operator==(const JournalledOutcome&, const JournalledOutcome&) = default;
};

// When an allotment was first asked for: from here its time runs, whatever the clocks of the centre say.
struct GrantRecord
{
    EventId event;
    std::uint64_t requestOpN = 0;
    Fence fence; // 0 until granted
    std::string bootId;
    Milliseconds sentSinceBoot{};
    Instant sentAt;
    friend bool operator==(const GrantRecord&, const GrantRecord&) = default;
};

// The basket as it was last on the screen. Without lines: there is none.
struct BasketRecord
{
    EventId event;
    std::vector<BasketLine> lines;
    std::optional<HoldId> hold; // at the centre; none: a local hold inside the allotment
    friend bool operator==(const BasketRecord&, const BasketRecord&) = default;
};

enum class PrintState : std::uint8_t { Asked = 0, Printed = 1, Failed = 2 };

struct PrintRecord
{
    OrderId order;
    std::uint32_t attempt = 1; // from 1
    Instant at;
    PrintState state = PrintState::Asked;
    std::string detail;
    friend bool operator==(const PrintRecord&, const PrintRecord&) = default;
};

// Everything a step must have on disk before anybody is told. Rows with a known key are replaced; ops never are.
struct JournalBatch
{
    std::optional<DeviceIdentity> identity;
    std::vector<ClerkRecord> clerks;
    std::vector<JournalledOp> ops;
    std::vector<JournalledOutcome> outcomes;
    std::vector<GrantRecord> grants;
    std::optional<BasketRecord> basket;
    std::vector<PrintRecord> prints;
};

// What a journal holds, oldest first; ops and outcomes by event, install generation and number.
struct JournalContents
{
    std::optional<DeviceIdentity> identity;
    std::vector<ClerkRecord> clerks;
    std::vector<JournalledOp> ops;
    std::vector<JournalledOutcome> outcomes;
    std::vector<GrantRecord> grants;
    std::vector<BasketRecord> baskets;
    std::vector<PrintRecord> prints;
    friend bool operator==(const JournalContents&, const JournalContents&) = default;
};

class Journal
{
public:
    virtual ~Journal() = default;
    // Error: Unavailable when another program has it, Storage, Corrupt.
    virtual Result<JournalContents> load() = 0;
    // All or nothing, and on stable storage when it answers. After an error of Storage nothing of the kind may be tried
    // again before a restart. An op whose number is taken is Corrupt.
    virtual Result<void> commit(const JournalBatch& batch) = 0;
    // Forgets ops that have an outcome and are older, from the front of each stream up to the first one that stays; the
    // last of a stream always stays (its hash links the next one).
    virtual Result<void> forgetAnswered(Instant before) = 0;
};

} // namespace parterre
