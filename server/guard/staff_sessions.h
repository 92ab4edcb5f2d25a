// StaffSessions: bearer tokens of signed-in staff. Stored hashed, so they outlive a restart and a stolen file has none.
#pragma once

#include "server/guard/account_store.h"
#include "sync/base/ports.h"

namespace parterre {

struct StaffIdentity
{
    std::string name;
    Role role = Role::Seller;
    Instant expiresAt; // of the session
};

struct IssuedStaffSession
{
    std::string token; // 43 characters of base64url; given once, never stored
    StaffIdentity staff;
};

// The role is read anew at every check: a demotion or a disabled user counts at once, in every session.
class StaffSessions
{
public:
    static constexpr Milliseconds lifetime{std::chrono::hours(12)};

    StaffSessions(AccountStore& accounts, Random& random);

    Result<IssuedStaffSession> issue(const StaffUser& user, Instant now);
    // Unauthenticated for an unknown or expired token and for a disabled user.
    Result<StaffIdentity> check(std::string_view token, Instant now);
    Result<void> end(std::string_view token); // sign-out; an unknown token is fine

private:
    AccountStore& m_accounts;
    Random& m_random;
};

} // namespace parterre
