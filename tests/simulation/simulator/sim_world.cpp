// The run of one seed.
#include "tests/simulation/simulator/sim_world.h"

#include "sync/domain/allotment_rule.h"
#include "tests/support/sample_events.h"

namespace parterre::testing {
namespace {

constexpr std::uint64_t counterCount = 3;
constexpr std::uint64_t firstCounter = 10;
constexpr std::uint64_t paperTill = 20;

} // namespace

SimWorld::SimWorld(std::uint64_t seed, const FaultPlan& faults, std::optional<Mutant> mutant, Situations& situations)
    : m_faults(faults),
      m_choices(seed),
      m_time(sampleNow),
      m_situations(situations),
      m_server(m_time, m_choices, m_faults, mutant, situations),
      m_oracle(m_server, m_physical, situations, mutant),
      m_shop(m_time, m_choices, m_server, m_physical, situations, mutant),
      m_till(m_time, m_choices, m_server, m_physical, situations, paperTill)
{
    m_server.hooks.committed = [this](const CommittedEntries& stretch) { m_oracle.committed(stretch); };
    m_server.hooks.pushed = [this](const OpBatch& batch) { m_oracle.pushed(batch); };
    m_server.hooks.answered = [this](const OpBatch& batch, const OutcomeBatch& answer) {
        m_ops += answer.outcomes.size();
        m_oracle.answered(batch, answer);
    };
    m_server.hooks.restored = [this] {
        m_oracle.restored();
        m_shop.restored();
    };
    const SeatPlanPtr plan = samplePlan();
    EventTerms terms = sampleTerms(*plan);
    terms.startsAt = sampleNow + std::chrono::hours(24 * 30);
    m_server.create(plan, std::move(terms));
    for (std::uint64_t i = 0; i < counterCount; ++i) {
        m_counters.push_back(std::make_unique<SimCounter>(
            SimCounter::World{m_time, m_choices, m_faults, mutant, situations, m_server, m_physical,
                              [this](std::string what) { m_oracle.blame(std::move(what)); }},
            firstCounter + i));
        m_counters.back()->start();
    }
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
    if (m_oracle.broken().empty() && !rest())
        m_oracle.blame("I12: the world did not come to rest");
    if (m_oracle.broken().empty())
        m_oracle.atRest(m_counters);
    return {m_oracle.broken(), m_ops + actions, m_server.isUp() ? m_server.state().seq() : 0};
}

void SimWorld::act()
{
    if (m_choices.chance(3, "fan", 1, 3))
        return m_shop.fanComes();
    switch (draw("till", 0, 19)) {
    case 0:
        return m_till.look();
    case 1:
    case 2:
    case 3:
        return m_till.sell();
    case 4:
        return m_till.push();
    case 5:
        return m_till.settleCases();
    default:
        break;
    }
    m_counters[draw("who", 0, m_counters.size() - 1)]->actAtRandom();
}

void SimWorld::trouble()
{
    SimCounter& counter = *m_counters[draw("whose", 0, m_counters.size() - 1)];
    const auto kinds = m_faults.kinds();
    if (kinds.empty())
        return;
    switch (kinds[draw("which", 0, kinds.size() - 1)]) {
    case FaultKind::Partition: {
        const std::uint64_t way = draw("way", 0, 2);
        counter.line().cutUp = way != 1;
        counter.line().cutDown = way != 0;
        const Milliseconds lasts(
            static_cast<std::int64_t>(draw("outage", 1'000, draw("long", 0, 9) == 0 ? 40'000'000 : 300'000)));
        m_situations.met("line cut");
        m_time.after(lasts, [&counter] { counter.line().cutUp = counter.line().cutDown = false; });
        return;
    }
    case FaultKind::CounterCrash:
        return counter.crash();
    case FaultKind::ServerCrash:
        return m_server.crash();
    case FaultKind::Pause:
        counter.machine().stoppedUntil =
            m_time.now() + Milliseconds(static_cast<std::int64_t>(
                               draw("stop", 1'000, draw("long stop", 0, 9) == 0 ? 43'200'000 : 120'000)));
        m_situations.met("counter stopped");
        return;
    case FaultKind::WallClock:
        counter.machine().wallError =
            Milliseconds(static_cast<std::int64_t>(draw("wall", 0, 200'000'000'000)) - 100'000'000'000);
        return;
    case FaultKind::Reboot:
        return counter.reboot();
    case FaultKind::Restore:
        if (m_server.restores() == 0 && m_choices.chance(3, "restore now", 1, 4))
            (void)m_server.restoreBackup();
        return;
    case FaultKind::Rollback:
        if (m_choices.chance(3, "image", 1, 2))
            return counter.takeDiskImage();
        if (m_physical.rolledBack.empty())
            (void)counter.rollBack();
        return;
    default:
        return; // of the line, the disk and the clerk: where they work
    }
}

void SimWorld::supervise()
{
    if (!m_server.isUp())
        return;
    const auto act = [this](Command command) {
        m_server.submit(std::move(command), std::nullopt, [](Result<CommandDone>) {});
    };
    const EventState& state = m_server.state();
    for (const auto& [fence, allotment] : state.allotments())
        if ((m_faults.has(FaultKind::Impatience) || m_calm) && allotment.phase == AllotmentPhase::Limbo &&
            (m_time.now() >= writeOffFrom(allotment) || state.isTainted(allotment.device)))
            act(WriteOffAllotment{fence, allotment.places, "supervisor", "does not answer", false});
    for (const auto& [seq, alarm] : state.alarms())
        if (m_calm || alarm.kind == AlarmKind::ImpossibleSale)
            act(SettleAlarm{seq, "supervisor", "looked into"});
    for (const DeviceId& device : state.awaited())
        if (m_calm && m_physical.rolledBack.contains(device))
            act(GiveUpDevice{device, "supervisor", "its journal is lost"});
}

void SimWorld::calm()
{
    m_calm = true;
    for (FaultKind kind : m_faults.kinds())
        m_faults.on[static_cast<std::size_t>(kind)] = false;
    for (const auto& counter : m_counters) {
        counter->line().cutUp = counter->line().cutDown = false;
        counter->line().calm = true;
        counter->machine().stoppedUntil.reset();
        if (counter->hasFailedDisk())
            counter->crash();
    }
}

bool SimWorld::isQuiet() const
{
    if (!m_server.isUp() || !m_shop.isQuiet() || !m_till.isQuiet() || m_server.state().frozen())
        return false;
    for (const auto& [seq, id] : m_server.state().unsettledCases())
        if (m_server.state().caseOf(id)->phase == CasePhase::Contest)
            return false;
    for (const auto& [id, of] : m_server.state().cases())
        if (of.phase == CasePhase::Offered || of.phase == CasePhase::RefundDue)
            return false; // somebody still has to answer, or to be paid
    return std::all_of(m_counters.begin(), m_counters.end(), [this](const auto& counter) {
        return m_physical.rolledBack.contains(counter->device()) || counter->isQuiet(); // that one waits for a person
    });
}

// Heal everything; within two hours all must be still, and stay so for a minute.
bool SimWorld::rest()
{
    calm();
    int still = 0;
    for (int i = 0; i < 720 && m_oracle.broken().empty(); ++i) {
        supervise();
        for (const auto& counter : m_counters) {
            counter->checkPower();
            counter->putInOrder();
        }
        m_till.push();
        m_till.settleCases();
        m_time.runFor(std::chrono::seconds(10));
        still = isQuiet() ? still + 1 : 0;
        if (still == 6)
            return true;
    }
    return false;
}

} // namespace parterre::testing
