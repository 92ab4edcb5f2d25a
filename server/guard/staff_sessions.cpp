// Issues, checks and ends staff sessions.
#include "server/guard/staff_sessions.h"
#include "server/guard/crypto.h"

namespace parterre {

StaffSessions::StaffSessions(AccountStore& accounts, Random& random) : m_accounts(accounts), m_random(random)
{
    guard::initialiseCrypto();
}

Result<IssuedStaffSession> StaffSessions::issue(const StaffUser& user, Instant now)
{
    Bytes32 raw{};
    m_random.fill(raw.data(), raw.size());
    IssuedStaffSession issued{guard::base64Url(raw.data(), raw.size()), {user.name, user.role, now + lifetime}};
    const StaffSessionRecord record{guard::hash256(issued.token), user.name, issued.staff.expiresAt};
    if (Result<void> stored = m_accounts.putSession(record, now); !stored)
        return stored.error();
    return issued;
}

Result<StaffIdentity> StaffSessions::check(std::string_view token, Instant now)
{
    const Error refused{ErrorCode::Unauthenticated, "sign in again"};
    const auto session = m_accounts.session(guard::hash256(token));
    if (!session)
        return session.error();
    if (!*session || (*session)->expiresAt <= now)
        return refused;
    const auto user = m_accounts.staff((*session)->name);
    if (!user)
        return user.error();
    if (!*user || (*user)->disabled)
        return refused;
    return StaffIdentity{(*user)->name, (*user)->role, (*session)->expiresAt};
}

Result<void> StaffSessions::end(std::string_view token)
{
    return m_accounts.removeSession(guard::hash256(token));
}

} // namespace parterre
