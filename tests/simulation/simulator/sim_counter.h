// SimCounter: one counter in the simulator: the real machine over real journals on a disk that loses power, and the
// clerk in front of it.
#pragma once

#include "sync/counter/counter.h"
#include "sync/journal/sql_cache.h"
#include "sync/journal/sql_journal.h"
#include "tests/simulation/simulator/node_time.h"
#include "tests/simulation/simulator/physical_ledger.h"
#include "tests/simulation/simulator/sim_disk_ports.h"
#include "tests/simulation/simulator/sim_line.h"

namespace parterre::testing {

class SimCounter : public CounterListener
{
public:
    struct World
    {
        VirtualTime& time;
        Choices& choices;
        const FaultPlan& faults;
        std::optional<Mutant> mutant;
        Situations& situations;
        SimServer& server;
        PhysicalLedger& physical;
        std::function<void(std::string)> blame;
    };
    SimCounter(World world, std::uint64_t node);
    ~SimCounter() override;

    DeviceId device() const { return m_device; }
    SimLine& line() { return m_line; }
    MachineClock& machine() { return m_machine; }
    Counter* machineOrNull() { return m_counter.get(); }
    const std::vector<Error>& notices() const { return m_notices; }
    const std::set<OrderId>& printed() const { return m_printed; } // since the disk was last rolled back

    // ---- The program's life
    void start();
    void crash();         // and starts again a little later
    void checkPower();    // after every event: did the disk lose power under the machine?
    void takeDiskImage(); // for a rollback
    bool rollBack();      // false: there is no image, or the program is not up
    void reboot();

    // ---- What the clerk does next, as the choices say
    void actAtRandom();
    void putInOrder(); // the liveness phase: answer what is asked, empty the basket, end the drill
    bool isQuiet() const;
    bool hasFailedDisk() const { return m_diskFailed; }

    // ---- CounterListener
    void lineChanged() override {}
    void eventsChanged() override {}
    void viewReset() override {}
    void seatsChanged(const std::vector<SeatIndex>&) override {}
    void basketChanged() override {}
    void ordersChanged() override {}
    void noticed(const Error& what) override { m_notices.push_back(what); }

private:
    bool isReady() const { return m_counter && m_counter->signedIn() && m_counter->openedEvent(); }
    void signInAndOpen();
    void pick();
    void pickBest();
    void sell(TenderMethod method);
    void sold(const SaleDone& sale);
    void print(const SaleDone& sale);
    void voidSomething();
    void giveBackWhatIsVoid();
    std::uint64_t draw(const char* purpose, std::uint64_t low, std::uint64_t high)
    {
        return m_world.choices.between(m_node, purpose, low, high);
    }

    World m_world;
    std::uint64_t m_node;
    DeviceId m_device;
    SimLine m_line;
    MachineClock m_machine;
    CrashDisk m_disk;
    std::optional<DiskImage> m_image;
    KeyedBytes m_random;
    std::unique_ptr<NodeTime> m_time;
    std::unique_ptr<SqlJournal> m_journal;
    std::unique_ptr<MutantJournal> m_wrongJournal;
    std::unique_ptr<SqlCache> m_cache;
    std::unique_ptr<MutantCache> m_wrongCache;
    std::unique_ptr<Counter> m_counter;
    std::vector<Error> m_notices;
    std::set<OrderId> m_printed;
    std::uint64_t m_life = 0;
    bool m_diskFailed = false; // it has said no: the clerk is told to start the program again
};

} // namespace parterre::testing
