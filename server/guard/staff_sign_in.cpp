// Limits, lookup, verification on the hasher's thread, session.
#include "server/guard/staff_sign_in.h"
#include "server/guard/password_hash.h"

#include <QMetaObject>

namespace parterre {
namespace {

constexpr std::size_t limitSlots = 16'384;

} // namespace

StaffSignIn::StaffSignIn(AccountStore& accounts, StaffSessions& sessions, PasswordHasher& hasher, const Clock& clock,
                         Random& random)
    : m_accounts(accounts),
      m_sessions(sessions),
      m_hasher(hasher),
      m_clock(clock),
      m_byName(fivePerMinute, limitSlots, limiterSeed(random)),
      m_byAddress(fivePerMinute, limitSlots, limiterSeed(random))
{
    decoyPasswordHash(); // made now, so that the first unknown name does not take twice as long
}

void StaffSignIn::signIn(const std::string& name, std::string password, const std::string& address, QObject* context,
                         Completion<IssuedStaffSession> done)
{
    const auto refuse = [&](Error error) {
        QMetaObject::invokeMethod(
            context, [done, error = std::move(error)] { done(error); }, Qt::QueuedConnection);
    };
    const Milliseconds now = m_clock.sinceBoot();
    std::optional<Milliseconds> wait = m_byAddress.take(address, now);
    if (!wait)
        wait = m_byName.take(name, now);
    if (wait)
        return refuse(rateLimited(*wait));
    const Result<std::optional<StaffUser>> found = m_accounts.staff(name);
    if (!found)
        return refuse(found.error());

    const std::optional<StaffUser> user = *found && !(*found)->disabled ? *found : std::nullopt;
    m_hasher.verify(user ? user->passwordHash : decoyPasswordHash(), std::move(password), context,
                    [this, user, done](const Result<bool>& fits) {
                        if (!fits)
                            return done(fits.error());
                        if (!user || !*fits)
                            return done(Error{ErrorCode::Unauthenticated, "wrong name or password"});
                        done(m_sessions.issue(*user, m_clock.now()));
                    });
}

} // namespace parterre
