// Port AccountStore: staff, counters, sessions, secrets and the audit log, kept for ever. MemoryAccountStore here,
// SqlAccountStore in server/ledger/sql.
#pragma once

#include "server/guard/role.h"
#include "sync/domain/claims.h"

#include <optional>
#include <string>
#include <vector>

namespace parterre {

struct StaffUser
{
    std::string name; // unique, 1 … 64 bytes
    Role role = Role::Seller;
    std::string passwordHash; // of hashPassword()
    bool disabled = false;
    friend bool operator==(const StaffUser&, const StaffUser&) = default;
};

// An enrolled counter. Its name is for people and need not be unique.
struct CounterDevice
{
    DeviceId id;
    std::string name;
    Bytes32 publicKey{}; // Ed25519
    std::uint32_t installGen = 1;
    bool revoked = false;
    Instant enrolledAt;
    friend bool operator==(const CounterDevice&, const CounterDevice&) = default;
};

struct EnrolmentCodeRecord
{
    Bytes32 codeHash{}; // the code itself is never stored
    std::string name;   // the counter it was made for
    Instant expiresAt;
};

struct StaffSessionRecord
{
    Bytes32 tokenHash{}; // the token itself is never stored
    std::string name;
    Instant expiresAt;
};

// One act of staff: who did what to what, why, and how it was before and after (short texts or JSON).
struct AuditRecord
{
    Instant at;
    std::string actor;
    std::string action;
    std::string subject;
    std::string reason;
    std::string before;
    std::string after;
    friend bool operator==(const AuditRecord&, const AuditRecord&) = default;
};

// One thread at a time. Every change is on stable storage when it returns ok; errors are those of the disk (Storage …).
class AccountStore
{
public:
    virtual ~AccountStore() = default;

    virtual Result<void> putStaff(const StaffUser& user) = 0; // adds or replaces
    virtual Result<std::optional<StaffUser>> staff(std::string_view name) = 0;
    virtual Result<std::vector<StaffUser>> allStaff() = 0; // by name

    virtual Result<void> putDevice(const CounterDevice& device) = 0; // adds or replaces
    virtual Result<std::optional<CounterDevice>> device(DeviceId id) = 0;
    virtual Result<std::vector<CounterDevice>> devices() = 0; // in order of enrolment

    virtual Result<void> putEnrolmentCode(const EnrolmentCodeRecord& code) = 0;
    // Uses up a code that is valid at `now` and adds the device, both or nothing. NotFound for any other code.
    virtual Result<void> redeemEnrolmentCode(const Bytes32& codeHash, Instant now, const CounterDevice& device) = 0;

    virtual Result<void> putSession(const StaffSessionRecord& session, Instant now) = 0;
    virtual Result<std::optional<StaffSessionRecord>> session(const Bytes32& tokenHash) = 0;
    virtual Result<void> removeSession(const Bytes32& tokenHash) = 0;

    virtual Result<void> appendAudit(const AuditRecord& record) = 0;
    virtual Result<std::vector<AuditRecord>> latestAudit(std::size_t limit) = 0; // newest first

    // A small fact under a name; nothing when it was never put.
    virtual Result<void> putSetting(std::string_view name, std::string_view value) = 0;
    virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;

    // The secret stored under this name; `fresh` becomes it when there is none yet.
    virtual Result<Bytes32> secret(std::string_view name, const Bytes32& fresh) = 0;
};

} // namespace parterre
