// EnrolledDevice and sign-in.
#include "sync/counter/account.h"

#include "sync/wire/password_verifier.h"

#include <algorithm>

namespace parterre {

void Account::introduce()
{
    if (m_core.enrolled())
        m_core.ports.link.setDevice({m_core.identity->server, m_core.identity->device, m_core.identity->seed});
}

// The key is on disk before the centre hears of it: an enrolment that was answered can never lose its key.
void Account::enrol(std::string server, std::string code, std::string name, Completion<void> done)
{
    if (m_core.enrolled())
        return m_core.answer(std::move(done),
                             Result<void>(Error{ErrorCode::Forbidden, "This counter is enrolled already."}));
    DeviceIdentity identity = m_core.identity.value_or(DeviceIdentity{});
    if (!m_core.identity)
        m_core.ports.random.fill(identity.seed.data(), identity.seed.size());
    identity.server = server;
    identity.name = name;
    JournalBatch journal;
    journal.identity = identity;
    if (Result<void> committed = m_core.commit(journal); !committed)
        return m_core.answer(std::move(done), committed);
    const EnrolRequest request{std::move(server), std::move(code), std::move(name), m_core.key->publicKey()};
    m_core.ports.link.enrol(
        request, m_core.guarded<EnrolledDevice>([this, done = std::move(done)](Result<EnrolledDevice> answer) {
            Result<void> result;
            if (answer) {
                JournalBatch batch;
                batch.identity = m_core.identity;
                batch.identity->device = answer->device;
                batch.identity->installGen = answer->installGen;
                batch.identity->serverKey = answer->serverKey;
                result = m_core.commit(batch);
                introduce();
            } else {
                result = answer.error();
            }
            if (done)
                done(std::move(result));
        }));
}

void Account::signIn(std::string name, std::string password, Completion<void> done)
{
    if (!m_core.enrolled())
        return m_core.answer(std::move(done), Result<void>(Error{ErrorCode::Forbidden, "Enrol this counter first."}));
    m_core.ports.link.signIn(
        name, password,
        m_core.guarded<SignedIn>([this, name, password, done = std::move(done)](Result<SignedIn> answer) {
            Result<void> result = signedInHere(name, password, answer);
            m_core.signedIn = result.ok();
            m_core.clerk = result ? name : std::string();
            if (!result)
                m_core.ports.link.signOut();
            m_heard(answer ? Result<void>() : Result<void>(answer.error()));
            if (done)
                done(std::move(result));
        }));
}

Result<void> Account::signedInHere(const std::string& name, const std::string& password, const Result<SignedIn>& answer)
{
    const auto known = std::find_if(m_core.clerks.begin(), m_core.clerks.end(),
                                    [&name](const ClerkRecord& clerk) { return clerk.name == name; });
    const bool matches = known != m_core.clerks.end() && passwordMatches(known->verifier, password);
    if (!answer && !isLineError(answer.error().code))
        return answer.error();
    if (!answer && !matches)
        return Error{ErrorCode::Unauthenticated,
                     known == m_core.clerks.end()
                         ? "The line is down and " + name + " has not signed in at this counter before."
                         : "The line is down and this is not the password " + name + " last signed in with here."};
    if (matches)
        return {};
    JournalBatch journal;
    journal.clerks.push_back({name, makePasswordVerifier(password)});
    return m_core.commit(journal);
}

void Account::signOut()
{
    m_core.signedIn = false;
    m_core.clerk.clear();
    m_core.ports.link.signOut();
}

} // namespace parterre
