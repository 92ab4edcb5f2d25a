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
#include "tests/simulation/simulator/sim_terminal.h"
#include "tests/support/memory_journal.h"

namespace parterre::testing {

class Oracle;

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
        Oracle& oracle;
    };
    SimCounter(World world, std::uint64_t node);
    ~SimCounter() override;

    DeviceId device() const { return m_device; }
    SimLine& line() { return m_line; }
    MachineClock& machine() { return m_machine; }
    SimTerminal& terminal() { return m_terminal; }
    Counter* machineOrNull() { return m_counter.get(); }
    Cache& cache() { return *m_cache; } // while it is up
    const World& world() const { return m_world; }
    bool hasImage() const { return m_image.has_value(); }
    const std::set<OrderId>& printed() const { return m_printed; } // since the disk was last rolled back

    // ---- The program's life (sim_counter.cpp)
    void start();
    void crash();                           // and starts again a little later
    void checkPower();                      // after every event: did the disk lose power under the machine?
    void takeDiskImage();                   // for a rollback
    bool rollBack();                        // false: there is no image, or the program is not up
    void runAsCopyOf(SimCounter& original); // a second program on a copy of its disk
    void switchOff();                       // for good: a copy that was found
    void reboot();

    // ---- What the clerk does next, as the choices say (sim_clerk.cpp)
    void actAtRandom();

    // ---- What is left to do (sim_afterwards.cpp)
    void putInOrder();          // the liveness phase: answer what is asked, empty the basket, end the drill
    std::string unrest() const; // what is not still yet; empty: nothing
    bool hasFailedDisk() const { return m_diskFailed; }
    bool isSwitchedOff() const { return m_off; }
    void claimCharges(); // whose the captured cards turned out to be

    // ---- CounterListener
    void lineChanged() override;
    void eventsChanged() override {}
    void viewReset() override {}
    void seatsChanged(const std::vector<SeatIndex>&) override {}
    void basketChanged() override {}
    void ordersChanged() override {}
    void noticed(const Error&) override {}

private:
    bool isReady() const { return m_counter && m_counter->signedIn() && m_counter->openedEvent(); }
    void end(); // the program and its files
    Result<void> boot();
    void signInAndOpen();
    void pick();
    void sell(TenderMethod method);
    void sold(const SaleDone& sale);
    void print(const Order& order, bool provisional);
    void printFromList();
    void voidSomething();
    void drill();
    void giveBackWhatIsVoid();
    void settleSomething();
    void settle(const Case& of);
    void payBackWhatIsRecorded(const Case& of);
    void answerSomething();
    void answerPayment(const OpenQuestion& question);
    void answerPrint(const OpenQuestion& question);
    void callTheManager(); // a suspect counter is enrolled anew
    std::uint64_t draw(const char* purpose, std::uint64_t low, std::uint64_t high)
    {
        return m_world.choices.between(m_node, purpose, low, high);
    }
    bool chance(const char* purpose, std::uint64_t one, std::uint64_t of)
    {
        return m_world.choices.chance(m_node, purpose, one, of);
    }

    World m_world;
    std::uint64_t m_node;
    DeviceId m_device;
    SimLine m_line;
    MachineClock m_machine;
    SimTerminal m_terminal;
    CrashDisk m_disk;
    MemoryGuard m_guard; // on another disk
    struct Image
    {
        DiskImage disk;
        std::vector<GuardMark> marks;
    };
    std::optional<Image> m_image;
    KeyedBytes m_random;
    std::unique_ptr<NodeTime> m_time;
    std::unique_ptr<SqlJournal> m_journal;
    std::unique_ptr<MutantJournal> m_wrongJournal;
    std::unique_ptr<MutantGuard> m_wrongGuard;
    std::unique_ptr<SqlCache> m_cache;
    std::unique_ptr<MutantCache> m_wrongCache;
    std::unique_ptr<Counter> m_counter;
    std::set<OrderId> m_printed;
    std::set<OrderId> m_askedVoid; // by the customer: their money goes back as soon as the centre agrees
    std::set<OrderId> m_paidBack;  // of cases
    std::map<OrderId, std::int64_t> m_differences; // that other seats cost less, being recorded
    std::uint64_t m_life = 0;
    std::uint64_t m_rounds = 0; // of putInOrder()
    bool m_diskFailed = false;  // it has said no: the clerk is told to start the program again
    bool m_copy = false;        // of another counter: a person's problem, all of it
    bool m_off = false;
    bool m_wasSuspect = false;
    bool m_selling = false; // a sale is under way
    bool m_enrolling = false;
    std::string m_lastRefusal; // of an answer to a question
    LineState m_lastLine = LineState::Down;
};

} // namespace parterre::testing
