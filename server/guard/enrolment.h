// Enrolment: a one-time code, read out or typed, turns an installation with a key pair into a counter.
#pragma once

#include "server/guard/account_store.h"
#include "server/guard/gcra.h"
#include "sync/base/ports.h"

namespace parterre {

// Codes are 12 characters of Crockford's base 32 (60 random bits) in three groups: "K7QM-2X9D-4TRB". Typed forms with
// small letters, other or no separators, and O I L for 0 1 1 are understood.
class Enrolment
{
public:
    static constexpr Milliseconds codeLifetime{std::chrono::hours(24)};

    Enrolment(AccountStore& accounts, const Clock& clock, Random& random);

    // A new code for a counter of this name; valid once, for 24 hours. The code is not stored and cannot be shown
    // again.
    Result<std::string> createCode(const std::string& counterName);

    // Uses the code up. NotFound when it is unknown, used or expired; Malformed for a bad name or key; RateLimited past
    // five a minute from an address. With `again` the code gives that device, of the same name, a new key and the next
    // install generation: for a counter whose journal cannot be trusted any more. NotFound when there is none.
    Result<CounterDevice> enrol(std::string_view code, const std::string& name, const Bytes32& publicKey,
                                const std::string& address, std::optional<DeviceId> again = {});

private:
    AccountStore& m_accounts;
    const Clock& m_clock;
    Random& m_random;
    RateLimiter m_byAddress;
};

// The code without separators, in capitals; nothing when it is no code.
std::optional<std::string> normalisedEnrolmentCode(std::string_view typed);

} // namespace parterre
