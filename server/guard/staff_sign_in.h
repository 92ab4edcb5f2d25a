// StaffSignIn: from a name and a password to a session, under limits, without telling who exists.
#pragma once

#include "server/guard/gcra.h"
#include "server/guard/password_hasher.h"
#include "server/guard/staff_sessions.h"

namespace parterre {

class StaffSignIn
{
public:
    // Everything given outlives this and lives on the same thread.
    StaffSignIn(AccountStore& accounts, StaffSessions& sessions, PasswordHasher& hasher, const Clock& clock,
                Random& random);

    // Unauthenticated for an unknown name, a wrong password and a disabled user alike, after the same time.
    // RateLimited past five a minute for a name or an address; Overloaded when too many wait.
    void signIn(const std::string& name, std::string password, const std::string& address, QObject* context,
                Completion<IssuedStaffSession> done);

private:
    AccountStore& m_accounts;
    StaffSessions& m_sessions;
    PasswordHasher& m_hasher;
    const Clock& m_clock;
    RateLimiter m_byName;
    RateLimiter m_byAddress;
};

} // namespace parterre
