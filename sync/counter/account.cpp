// EnrolledDevice and sign-in.
#include "sync/counter/account.h"

#include "sync/wire/password_verifier.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace parterre {
namespace {

// Of a clerk who can be checked here, with a centre that says nothing. Others wait as long as the link does: without
// the centre they do not come in at all.
constexpr Milliseconds patienceForTheKnown{4'000};

} // namespace

void Account::introduce()
{
    if (m_core.enrolled())
        m_core.ports.link.setDevice({m_core.identity->server, m_core.identity->device, m_core.identity->seed});
}

Result<void> Account::mayEnrol() const
{
    if (!m_core.enrolled())
        return {};
    // Quarantined: the centre has seen a copy of this counter; which of them is sound nobody can tell from here.
    if (!m_core.isSuspect() && m_core.halt() != Halt::Quarantined)
        return Error{ErrorCode::Forbidden, "This counter is enrolled already."};
    return {};
}

// The key is on disk before the centre hears of it: an enrolment that was answered can never lose its key.
void Account::enrol(std::string server, std::string code, std::string name, Completion<void> done)
{
    if (Result<void> may = mayEnrol(); !may)
        return m_core.answer(std::move(done), may);
    EnrolRequest request{server, std::move(code), name, {}, std::nullopt, 0};
    if (m_core.enrolled()) {
        request.server = m_core.identity->server;
        request.again = m_core.identity->device;
        request.installGen = m_core.identity->installGen;
        request.name = m_core.identity->name; // it keeps its name, and its key
    } else {
        DeviceIdentity identity = m_core.identity.value_or(DeviceIdentity{});
        if (!m_core.identity)
            m_core.ports.random.fill(identity.seed.data(), identity.seed.size());
        identity.server = std::move(server);
        identity.name = std::move(name);
        JournalBatch journal;
        journal.identity = identity;
        if (Result<void> committed = m_core.commit(journal); !committed)
            return m_core.answer(std::move(done), committed);
    }
    request.publicKey = m_core.key->publicKey();
    m_core.ports.link.enrol(
        request, m_core.guarded<EnrolledDevice>([this, done = std::move(done)](Result<EnrolledDevice> answer) {
            Result<void> result = answer ? enrolled(*answer) : Result<void>(answer.error());
            if (done)
                done(std::move(result));
        }));
}

Result<void> Account::enrolled(const EnrolledDevice& answer)
{
    const bool again = m_core.enrolled();
    if (again && answer.device != m_core.identity->device)
        return Error{ErrorCode::Forbidden, "The centre took this for another counter; ask for a code for this one."};
    if (again && answer.installGen <= m_core.identity->installGen)
        return Error{ErrorCode::Forbidden, "The centre gave a number this counter has had before: it must be brought "
                                           "up to date. This code is used up; ask for another one then."};
    JournalBatch batch;
    batch.identity = m_core.identity;
    batch.identity->device = answer.device;
    batch.identity->installGen = answer.installGen;
    batch.identity->serverKey = answer.serverKey;
    for (const auto& [event, stream] : m_core.book.streams()) { // a new installation has said nothing to anybody
        batch.logs.push_back(m_core.logOf(event));
        batch.logs.back().greeted.reset();
        batch.logs.back().inherited.reset();
    }
    if (Result<void> committed = m_core.commit(batch); !committed)
        return committed;
    introduce();
    if (!again)
        return {};
    const Result<JournalContents> contents = m_core.ports.journal.load();
    Result<void> loaded = contents ? m_core.loadOps(*contents) : Result<void>(contents.error());
    if (!loaded)
        return loaded;
    carryOver();
    m_hooks.reenrolled();
    return {};
}

void Account::carryOver()
{
    if (!m_core.enrolled() || m_core.isSuspect() || m_core.identity->installGen == 1)
        return;
    const Result<JournalContents> contents = m_core.ports.journal.load();
    if (!contents)
        return m_hooks.notice(contents.error());
    Result<std::map<EventId, std::vector<CarriedFact>>> untold = untoldFacts(*contents, *m_core.identity);
    if (!untold)
        return m_hooks.notice(untold.error());
    for (auto& [event, facts] : *untold)
        if (Result<void> carried = carryOver(event, std::move(facts)); !carried)
            return m_hooks.notice(carried.error());
}

// With the answers of before the restore, so that the centre hears what was told.
Result<void> Account::carryOver(EventId event, std::vector<CarriedFact> facts)
{
    const std::uint64_t first = m_core.book.streamFor(event).nextOpN();
    std::vector<Command> commands;
    JournalBatch with;
    for (CarriedFact& fact : facts) {
        if (fact.told) {
            with.outcomes.push_back(*fact.told);
            with.outcomes.back().installGen = m_core.identity->installGen;
            with.outcomes.back().outcome.opN = first + commands.size();
        }
        commands.push_back(std::move(fact.command));
    }
    const std::vector<JournalledOutcome> told = with.outcomes;
    const Result<std::uint64_t> opN = m_core.journalOps(event, std::move(commands), std::move(with));
    if (!opN)
        return opN.error();
    for (const JournalledOutcome& one : told)
        m_core.book.setOutcome(event, one.outcome, one.log);
    return {};
}

void Account::signIn(std::string name, std::string password, Completion<void> done)
{
    if (!m_core.enrolled())
        return m_core.answer(std::move(done), Result<void>(Error{ErrorCode::Forbidden, "Enrol this counter first."}));
    const auto ended = std::make_shared<bool>(false);
    const Completion<SignedIn> end =
        m_core.guarded<SignedIn>([this, ended, name, password, done = std::move(done)](const Result<SignedIn>& answer) {
            if (std::exchange(*ended, true)) // in already; what came late still says how the line is
                return m_hooks.heard(answer ? Result<void>() : Result<void>(answer.error()));
            Result<void> result = signedInHere(name, password, answer);
            m_core.signedIn = result.ok();
            m_core.clerk = result ? name : std::string();
            if (!result)
                m_core.ports.link.signOut();
            m_hooks.heard(answer ? Result<void>() : Result<void>(answer.error()));
            m_wasAnswered = m_wasAnswered || answer.ok() || !isLineError(answer.error().code);
            if (done)
                done(std::move(result));
        });
    m_core.ports.link.signIn(name, password, end);
    m_core.after(patienceForTheKnown, [this, attempt = ++m_attempt, ended, name, password, end] {
        if (attempt == m_attempt && !*ended && isKnown(name, password))
            end(Error{ErrorCode::Timeout, {}});
    });
}

bool Account::isKnown(const std::string& name, const std::string& password) const
{
    const auto known = std::find_if(m_core.clerks.begin(), m_core.clerks.end(),
                                    [&name](const ClerkRecord& clerk) { return clerk.name == name; });
    return known != m_core.clerks.end() && passwordMatches(known->verifier, password);
}

Result<void> Account::signedInHere(const std::string& name, const std::string& password, const Result<SignedIn>& answer)
{
    const bool matches = isKnown(name, password);
    if (!answer && !isLineError(answer.error().code))
        return answer.error();
    if (!answer && !matches)
        return unanswered(name, answer.error().code);
    if (matches)
        return {};
    JournalBatch journal;
    journal.clerks.push_back({name, makePasswordVerifier(password)});
    return m_core.commit(journal);
}

// Silence is perhaps only slowness, and the next try may be answered; without a line none will be. A centre that says
// at once that it is busy was not silent.
Error Account::unanswered(const std::string& name, ErrorCode why) const
{
    const bool isKnownName = std::any_of(m_core.clerks.begin(), m_core.clerks.end(),
                                         [&name](const ClerkRecord& clerk) { return clerk.name == name; });
    const bool busy = why == ErrorCode::Overloaded || why == ErrorCode::Unavailable;
    const bool down = why == ErrorCode::Offline || (!busy && m_wasAnswered && m_core.line == LineState::Down);
    const std::string what = down   ? "The line is down"
                             : busy ? "The centre is busy"
                                    : "The centre has not answered in time";
    return {ErrorCode::Unauthenticated,
            what +
                (isKnownName ? " and this is not the password " + name + " last signed in with here."
                             : " and " + name + " has not signed in at this counter before.") +
                (down ? "" : " Try again in a moment.")};
}

void Account::signOut()
{
    ++m_attempt;
    m_core.signedIn = false;
    m_core.clerk.clear();
    m_core.ports.link.signOut();
}

} // namespace parterre
