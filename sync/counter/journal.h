// Journal: what a counter must never forget. One file, one program; implemented by sync/journal on SQLite.
#pragma once

#include "sync/base/result.h"
#include "sync/counter/counter_types.h"
#include "sync/domain/commands.h"
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
    LogId log; // of the log whose answer this is; null: from before logs were told apart
    friend bool operator==(const JournalledOutcome&, const JournalledOutcome&) = default;
};

// When an allotment was first asked for, or its renewal: from here its time runs, whatever the clocks of the centre
// say.
struct GrantRecord
{
    EventId event;
    std::uint32_t installGen = 1;
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

// The log an event is followed under. After a restore from backup the centre answers anew for what it has lost.
struct LogRecord
{
    EventId event;
    LogId log;
    std::uint32_t logGen = 0; // the greatest seen: a log with a smaller one is refused
    bool restored = false;    // followed after another log, whose outcomes count up to op `inherited` only
    std::optional<std::uint64_t> inherited; // none: the centre has not been asked yet how much it kept
    std::optional<std::uint32_t> greeted;   // the generation Hello was said for
    bool lostHistory = false;               // this log is shorter than it was: nothing is sold under it
    friend bool operator==(const LogRecord&, const LogRecord&) = default;
};

enum class PaymentState : std::uint8_t {
    Open = 0,      // the terminal was asked, or is about to be
    Taken = 1,     // approved, and sold in the same step
    Declined = 2,  // nothing was charged
    MoneyBack = 3, // charged, and the centre did not sell: the card gets it back
    Returned = 4,  // it has
};

// Written before the terminal is asked. What will be sold is fixed in it: approval journals this very command.
struct PaymentRecord
{
    PaymentRef ref;
    EventId event;
    Command sale; // SellAllotted, SellProvisional or SellHold
    Money amount;
    Instant at;
    PaymentState state = PaymentState::Open;
    std::string reference; // the terminal's own
    friend bool operator==(const PaymentRecord&, const PaymentRecord&) = default;
};

// This installation is not to be believed any more.
struct SuspectRecord
{
    std::uint32_t installGen = 1;
    Instant at;
    std::string reason;
    friend bool operator==(const SuspectRecord&, const SuspectRecord&) = default;
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
    std::vector<LogRecord> logs;
    std::vector<PaymentRecord> payments;
    std::optional<SuspectRecord> suspect;
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
    std::vector<LogRecord> logs;
    std::vector<PaymentRecord> payments;
    std::optional<SuspectRecord> suspect;
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
    // Forgets ops that have an outcome and are older, from the front of each stream up to the first one that stays. The
    // newest `kept` of a stream (at least one: its hash links the next) stay whatever their time: the wall clock may be
    // wrong, and after a restore the centre asks for ops again.
    virtual Result<void> forgetAnswered(Instant before, std::uint64_t kept) = 0;
};

} // namespace parterre
