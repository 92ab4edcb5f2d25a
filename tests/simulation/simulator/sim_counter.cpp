// The program's life.
#include "tests/simulation/simulator/sim_counter.h"

#include "tests/simulation/simulator/new_disks.h"
#include "tests/simulation/simulator/oracle.h"
#include "tests/support/sample_events.h"

namespace parterre::testing {

SimCounter::SimCounter(World world, std::uint64_t node)
    : m_world(world),
      m_node(node),
      m_device(idOf<DeviceId>(node)),
      m_line(world.time, world.choices, world.faults, world.server, node, m_device, world.mutant),
      m_terminal(world.time, world.choices, world.situations, node),
      m_random(node)
{
    if (!world.faults.has(FaultKind::Drift))
        return;
    m_machine.ppm = static_cast<std::int64_t>(draw("drift", 0, 2'000)) - 1'000;
    world.situations.met("clock drifted");
}

SimCounter::~SimCounter()
{
    end();
}

void SimCounter::end()
{
    m_selling = m_enrolling = false;
    m_counter.reset();
    m_time.reset();
    m_journal.reset();
    m_cache.reset();
}

void SimCounter::start()
{
    if (m_counter || m_off)
        return;
    if (const Result<void> booted = boot(); !booted) {
        end();
        return m_world.oracle.blame("I7: a counter does not start again: " + booted.error().detail);
    }
    m_world.oracle.started(m_device, *m_wrongCache);
    if (m_counter->suspect() && !std::exchange(m_wasSuspect, true))
        m_world.situations.met("rollback noticed by the guard");
    if (m_counter->enrolled())
        return signInAndOpen();
    m_counter->enrol("centre", "code", "Till", [this](Result<void> enrolled) {
        if (enrolled)
            signInAndOpen();
        else
            crash(); // the clerk switches it off and on again
    });
}

Result<void> SimCounter::boot()
{
    m_random = KeyedBytes(m_node * 10'000 + ++m_life);
    if (m_life == 1)
        m_disk.restore(newCounterDisk());
    auto journal = SqlJournal::open(journalFile(), m_disk);
    if (!journal)
        return journal.error();
    auto cache = SqlCache::open(cacheFile(), m_disk);
    if (!cache)
        return cache.error();
    m_journal = std::move(*journal);
    m_cache = std::move(*cache);
    m_wrongJournal = std::make_unique<MutantJournal>(*m_journal, m_world.mutant);
    m_wrongJournal->print = [this](const Order& order, bool provisional) {
        m_world.physical.print(order, m_device, provisional);
        m_printed.insert(order.id);
    };
    m_wrongCache = std::make_unique<MutantCache>(*m_cache, m_world.mutant);
    m_time = std::make_unique<NodeTime>(m_world.time, m_machine);
    CounterPorts ports{
        m_line, *m_wrongJournal, *m_wrongCache, *m_time, *m_time, m_random, "boot " + std::to_string(m_machine.boots)};
    ports.terminal = &m_terminal;
    ports.keptOps = 20; // a stream is short here
    m_wrongGuard = std::make_unique<MutantGuard>(m_guard, m_world.mutant);
    ports.guard = m_wrongGuard.get();
    m_counter = std::make_unique<Counter>(ports);
    m_counter->setListener(this);
    return m_counter->start();
}

void SimCounter::signInAndOpen()
{
    m_counter->signIn("ann", "secret", [this](Result<void> in) {
        if (!in)
            return m_time->after(std::chrono::seconds(5), [this] { signInAndOpen(); }), void();
        m_counter->openEvent(m_world.server.event(), [this](Result<void> opened) {
            if (!opened)
                m_time->after(std::chrono::seconds(5), [this] { signInAndOpen(); });
        });
    });
}

void SimCounter::crash()
{
    if (!m_counter)
        return;
    m_world.situations.met("counter crashed");
    // Its own timers die with it; what runs now belongs to it perhaps, so it ends a moment later.
    m_world.time.after(Milliseconds(0), [this, life = m_life] {
        if (life != m_life || !m_counter)
            return;
        end();
        m_diskFailed = false;
        const Loss loss = m_world.faults.has(FaultKind::TornDisk) ? everyLoss[draw("loss", 0, std::size(everyLoss) - 1)]
                                                                  : Loss::KeepNone;
        m_disk.restore(m_disk.leftAfter(loss, draw("loss key", 0, 1'000)));
        m_world.time.after(Milliseconds(static_cast<std::int64_t>(draw("down", 500, 120'000))), [this] { start(); });
    });
}

void SimCounter::checkPower()
{
    if (m_counter && m_disk.isCut())
        crash();
}

void SimCounter::takeDiskImage()
{
    if (m_counter && m_counter->enrolled() && !m_disk.isCut())
        m_image = Image{m_disk.image(), m_guard.marks};
}

// With luck the guard is on another disk and stays.
bool SimCounter::rollBack()
{
    if (!m_counter || !m_image || m_disk.isCut())
        return false;
    m_world.situations.met("counter's disk rolled back");
    const bool guardToo = chance("guard too", 1, 2);
    const bool guarded = !guardToo && m_guard.marks != m_image->marks;
    const Result<JournalContents> before = m_journal->load();
    end();
    m_diskFailed = false;
    m_disk.restore(m_image->disk);
    if (guardToo)
        m_guard.marks = m_image->marks;
    m_printed.clear();
    m_askedVoid.clear();
    for (auto& [ref, charge] : m_terminal.charges())
        charge.reconciled = charge.reconciled || !charge.order;
    m_world.physical.rolledBack.insert(m_device);
    if (guarded && before)
        m_world.oracle.mustBeSuspect(m_device, m_image->marks, *before);
    m_world.time.after(std::chrono::seconds(30), [this] { start(); });
    return true;
}

// Somebody has put the disk's image into a second machine; its guard came with it.
void SimCounter::runAsCopyOf(SimCounter& original)
{
    PARTERRE_REQUIRE(!m_counter && original.m_image);
    m_copy = true;
    m_device = original.m_device;
    m_line.goBy(m_device);
    m_disk.restore(original.m_image->disk);
    m_guard.marks = original.m_image->marks;
    m_life = 100; // other random numbers, and no first start
    m_world.situations.met("counter's disk cloned");
    m_world.physical.rolledBack.insert(m_device);
    start();
}

void SimCounter::switchOff()
{
    m_off = true;
    m_world.time.after(Milliseconds(0), [this] { end(); });
}

void SimCounter::reboot()
{
    m_machine.bootedAt = m_world.time.sinceBoot();
    ++m_machine.boots;
    m_world.situations.met("machine rebooted");
    crash();
}

void SimCounter::lineChanged()
{
    const LineReport report = m_counter->lineReport();
    if (m_lastLine == LineState::Syncing && report.state == LineState::Up && report.drainedOps >= 3)
        m_world.situations.met("drained after an outage");
    m_lastLine = report.state;
}

} // namespace parterre::testing
