// The run of one seed.
#include "tests/simulation/simulator/sim_world.h"

#include "tests/support/sample_events.h"

namespace parterre::testing {
namespace {

constexpr std::uint64_t counterCount = 3;
constexpr std::uint64_t firstCounter = 10;

} // namespace

SimWorld::SimWorld(std::uint64_t seed, const FaultPlan& faults, std::optional<Mutant> mutant, Situations& situations)
    : m_faults(faults),
      m_choices(seed),
      m_time(sampleNow),
      m_situations(situations),
      m_server(m_time, m_choices, m_faults, mutant, situations),
      m_oracle(m_server, m_physical, situations),
      m_shop(m_time, m_choices, m_server, m_physical, situations),
      m_mutant(mutant)
{
    m_shop.blame = [this](std::string what) { m_oracle.blame(std::move(what)); };
    m_server.hooks.committed = [this](const CommittedEntries& stretch) { m_oracle.committed(stretch); };
    m_server.hooks.pushed = [this](const OpBatch& batch) { m_oracle.pushed(batch); };
    m_server.hooks.answered = [this](const OpBatch& batch, const OutcomeBatch& answer) {
        m_ops += answer.outcomes.size();
        m_oracle.answered(batch, answer);
    };
    m_server.hooks.backedUp = [this] { m_oracle.backedUp(); };
    m_server.hooks.restored = [this] {
        m_oracle.restored();
        m_shop.restored();
    };
    const SeatPlanPtr plan = samplePlan();
    EventTerms terms = sampleTerms(*plan);
    terms.startsAt = sampleNow + std::chrono::hours(seed % 4 == 0 ? 4 : 24 * 30);
    terms.provisionalSales = true;
    m_server.create(plan, std::move(terms));
    for (std::uint64_t i = 0; i < counterCount; ++i) {
        m_counters.push_back(std::make_unique<SimCounter>(
            SimCounter::World{m_time, m_choices, m_faults, mutant, situations, m_server, m_physical, m_oracle},
            firstCounter + i));
        m_counters.back()->start();
    }
}

void SimWorld::traceTo(std::function<void(const std::string&)> line)
{
    m_oracle.trace = [this, line = std::move(line)](const std::string& what) {
        line(std::to_string((m_time.now() - sampleNow).count()) + " " + what);
    };
}

SimResult SimWorld::run(std::uint64_t actions)
{
    m_time.runFor(std::chrono::seconds(20)); // doors open: enrolled, signed in, reserves asked for
    m_server.takeBackup();
    for (std::uint64_t i = 0; i < actions && m_oracle.broken().empty(); ++i) {
        act();
        if (m_choices.chance(3, "trouble", 1, 12))
            trouble();
        if (i % 16 == 0)
            supervise();
        m_time.runFor(Milliseconds(static_cast<std::int64_t>(draw("pause", 20, 4'000))));
        for (const auto& counter : m_counters)
            counter->checkPower();
    }
    if (m_oracle.broken().empty())
        if (const std::string restless = rest(); !restless.empty())
            m_oracle.blame("I12: the world did not come to rest: " + restless);
    if (m_oracle.broken().empty())
        m_oracle.atRest(m_counters);
    return {m_oracle.broken(), m_ops + actions, m_server.isUp() ? m_server.state().seq() : 0};
}

void SimWorld::act()
{
    if (m_choices.chance(3, "fan", 1, 3))
        return m_shop.fanComes();
    if (m_choices.chance(3, "house", 1, 25))
        return keepBack();
    m_counters[draw("who", 0, m_counters.size() - 1)]->actAtRandom();
}

void SimWorld::calm()
{
    m_calm = true;
    for (FaultKind kind : m_faults.kinds())
        m_faults.on[static_cast<std::size_t>(kind)] = false;
    if (m_counters.size() > counterCount)
        m_counters.back()->switchOff(); // the copy is found
    for (const auto& counter : m_counters) {
        counter->line().cutUp = counter->line().cutDown = false;
        counter->line().calm = true;
        counter->machine().stoppedUntil.reset();
        if (counter->hasFailedDisk())
            counter->crash();
    }
}

std::string SimWorld::unrest() const
{
    if (!m_server.isUp())
        return "the server is down";
    if (!m_shop.isQuiet())
        return "a fan is paying";
    const EventState& state = m_server.state();
    if (state.frozen()) {
        std::string why = "the event is frozen, awaits " + std::to_string(state.awaited().size());
        for (const auto& counter : m_counters)
            why += "; " + counter->unrest();
        return why;
    }
    for (const auto& [id, of] : state.cases())
        if (of.phase == CasePhase::Contest || of.phase == CasePhase::Offered || of.phase == CasePhase::RefundDue)
            return "a case is in phase " + std::to_string(int(of.phase));
    for (const auto& counter : m_counters)
        if (std::string restless = counter->unrest(); !restless.empty())
            return restless;
    if (m_server.quietFor() < std::chrono::seconds(5))
        return "an entry is on its way to the counters";
    return {};
}

// Heal everything; within two hours all must be still, and stay so for a minute. Answers what was not.
std::string SimWorld::rest()
{
    calm();
    int still = 0;
    std::string restless;
    for (int i = 0; i < 720 && m_oracle.broken().empty(); ++i) {
        supervise();
        for (const auto& counter : m_counters) {
            counter->checkPower();
            counter->putInOrder();
        }
        m_time.runFor(std::chrono::seconds(10));
        restless = unrest();
        still = restless.empty() ? still + 1 : 0;
        if (still == 6)
            return {};
    }
    return restless;
}

} // namespace parterre::testing
