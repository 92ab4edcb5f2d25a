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
    static constexpr std::uint32_t maxInstallGen = 1'000'000; // that a counter may say it has had

    // A counter that was enrolled before, here or in what a restore has lost.
    struct Again
    {
        DeviceId device;
        std::uint32_t installGen = 1; // the newest it has had, as it says itself
    };

    Enrolment(AccountStore& accounts, const Clock& clock, Random& random);

    // A new code for a counter of this name; valid once, for 24 hours. The code is not stored and cannot be shown
    // again.
    Result<std::string> createCode(const std::string& counterName);

    // Uses the code up. NotFound when it is unknown, used or expired; Malformed for a bad name or key; RateLimited past
    // five a minute from an address. With `again` the code gives that device, of the same name, a new key and an
    // install generation above any it has had: for a counter whose journal cannot be trusted any more, or one that a
    // restored centre does not know. NotFound when the device goes by another name.
    Result<CounterDevice> enrol(std::string_view code, const std::string& name, const Bytes32& publicKey,
                                const std::string& address, std::optional<Again> again = {});

private:
    AccountStore& m_accounts;
    const Clock& m_clock;
    Random& m_random;
    RateLimiter m_byAddress;
};

// The code without separators, in capitals; nothing when it is no code.
std::optional<std::string> normalisedEnrolmentCode(std::string_view typed);

} // namespace parterre
