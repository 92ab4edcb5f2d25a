// What the world does to counters and centre.
#include "tests/simulation/simulator/sim_world.h"

namespace parterre::testing {

void SimWorld::trouble()
{
    SimCounter& counter = *m_counters[draw("whose", 0, m_counters.size() - 1)];
    const auto kinds = m_faults.kinds();
    if (kinds.empty())
        return;
    switch (kinds[draw("which", 0, kinds.size() - 1)]) {
    case FaultKind::Partition:
        return cutLine(counter);
    case FaultKind::CounterCrash:
        return counter.crash();
    case FaultKind::ServerCrash:
        return m_server.crash();
    case FaultKind::Pause:
        return stop(counter);
    case FaultKind::WallClock:
        counter.machine().wallError =
            Milliseconds(static_cast<std::int64_t>(draw("wall", 0, 200'000'000'000)) - 100'000'000'000);
        return;
    case FaultKind::Reboot:
        return counter.reboot();
    case FaultKind::Restore:
        return restoreServer();
    case FaultKind::Rollback:
        return rollBack(counter);
    case FaultKind::Impatience:
        return writeOffTooEarly();
    default:
        return; // of the line, the disk and the clerk: where they work
    }
}

void SimWorld::cutLine(SimCounter& counter)
{
    const std::uint64_t way = draw("way", 0, 2);
    counter.line().cutUp = way != 1;
    counter.line().cutDown = way != 0;
    const Milliseconds lasts(
        static_cast<std::int64_t>(draw("outage", 1'000, draw("long", 0, 9) == 0 ? 40'000'000 : 300'000)));
    m_situations.met("line cut");
    m_time.after(lasts, [&counter] { counter.line().cutUp = counter.line().cutDown = false; });
}

void SimWorld::stop(SimCounter& counter)
{
    counter.machine().stoppedUntil =
        m_time.now() + Milliseconds(static_cast<std::int64_t>(
                           draw("stop", 1'000, draw("long stop", 0, 9) == 0 ? 43'200'000 : 120'000)));
    m_situations.met("counter stopped");
}

void SimWorld::restoreServer()
{
    if (m_choices.chance(3, "backup", 1, 3))
        return m_server.takeBackup();
    if (m_server.restores() < 2)
        (void)m_server.restoreBackup();
}

// Once a run, to one counter: what its paper is worth is for a person to find out.
void SimWorld::rollBack(SimCounter& counter)
{
    if (m_choices.chance(3, "image", 1, 2))
        return counter.takeDiskImage();
    if (!m_physical.rolledBack.empty() || m_counters.size() > 3)
        return;
    if (m_choices.chance(3, "copy", 2, 3))
        return (void)counter.rollBack();
    if (!counter.hasImage())
        return;
    auto copy = std::make_unique<SimCounter>(counter.world(), 90);
    copy->runAsCopyOf(counter);
    m_counters.push_back(std::move(copy));
}

} // namespace parterre::testing
