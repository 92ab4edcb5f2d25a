// The program's life, and the clerk's hands.
#include "tests/simulation/simulator/sim_counter.h"

#include "tests/support/disk_counter_rig.h"

namespace parterre::testing {
namespace {

QString journalFile()
{
    return QStringLiteral("journal.db");
}
QString cacheFile()
{
    return QStringLiteral("cache.db");
}

template <typename T>
Completion<T> ignored()
{
    return [](Result<T>) {};
}

} // namespace

SimCounter::SimCounter(World world, std::uint64_t node)
    : m_world(world),
      m_node(node),
      m_device(idOf<DeviceId>(node)),
      m_line(world.time, world.choices, world.faults, world.server, node, m_device, world.mutant),
      m_random(node)
{}

SimCounter::~SimCounter()
{
    m_counter.reset();
    m_journal.reset();
    m_cache.reset();
}

void SimCounter::start()
{
    if (m_counter)
        return;
    m_random = KeyedBytes(m_node * 10'000 + ++m_life);
    auto journal = SqlJournal::open(journalFile(), m_disk);
    auto cache = SqlCache::open(cacheFile(), m_disk);
    PARTERRE_REQUIRE(journal.ok() && cache.ok());
    m_journal = std::move(*journal);
    if (m_life == 1) { // ann has signed in here before: a real verifier takes a tenth of a second
        JournalBatch batch;
        batch.clerks = {{"ann", cheapVerifier("secret")}};
        PARTERRE_REQUIRE(m_journal->commit(batch).ok());
    }
    m_cache = std::move(*cache);
    m_wrongJournal = std::make_unique<MutantJournal>(*m_journal, m_world.mutant);
    m_wrongCache = std::make_unique<MutantCache>(*m_cache, m_world.mutant);
    m_time = std::make_unique<NodeTime>(m_world.time, m_machine);
    CounterPorts ports{
        m_line, *m_wrongJournal, *m_wrongCache, *m_time, *m_time, m_random, "boot " + std::to_string(m_machine.boots)};
    m_counter = std::make_unique<Counter>(ports);
    m_counter->setListener(this);
    const Result<void> started = m_counter->start();
    if (!started) {
        m_counter.reset();
        return m_world.blame("I7: a counter does not start again: " + started.error().detail);
    }
    if (m_counter->enrolled())
        return signInAndOpen();
    m_counter->enrol("centre", "code", "Till", [this](Result<void> enrolled) {
        if (enrolled)
            signInAndOpen();
        else
            crash(); // the clerk switches it off and on again
    });
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
        m_counter.reset();
        m_time.reset();
        m_journal.reset();
        m_cache.reset();
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
    if (m_counter && !m_disk.isCut())
        m_image = m_disk.image();
}

bool SimCounter::rollBack()
{
    if (!m_counter || !m_image || m_disk.isCut())
        return false;
    m_world.situations.met("counter's disk rolled back");
    m_world.physical.rolledBack.insert(m_device);
    m_counter.reset();
    m_time.reset();
    m_journal.reset();
    m_cache.reset();
    m_disk.restore(*m_image);
    m_printed.clear();
    m_world.time.after(std::chrono::seconds(30), [this] { start(); });
    return true;
}

void SimCounter::reboot()
{
    m_machine.bootedAt = m_world.time.sinceBoot();
    ++m_machine.boots;
    crash();
}

void SimCounter::actAtRandom()
{
    if (!isReady() || (m_machine.stoppedUntil && *m_machine.stoppedUntil > m_world.time.now()))
        return;
    if (m_world.faults.has(FaultKind::CounterCrash) && m_world.choices.chance(m_node, "cut", 1, 60))
        m_disk.cutPowerAt(m_disk.steps() + draw("cut at", 1, 25));
    if (m_world.faults.has(FaultKind::FailedSync) && m_world.choices.chance(m_node, "fault", 1, 400))
        m_disk.inject({DiskFault::Kind::FailedSync, 1, 1}), m_diskFailed = true;
    switch (draw("act", 0, 19)) {
    case 0:
    case 1:
    case 2:
    case 3:
        return pick();
    case 4:
    case 5:
        return pickBest();
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
        return sell(TenderMethod::Cash);
    case 12:
        return sell(TenderMethod::Card);
    case 13:
        return voidSomething();
    case 14:
    case 15:
    case 16:
        return m_counter->clearBasket();
    case 17:
        if (m_world.faults.has(FaultKind::WrongButton))
            (void)m_counter->returnReserve();
        return;
    case 18:
        return m_counter->setStanding(StandingIndex{0}, static_cast<std::uint32_t>(draw("units", 0, 3)),
                                      ignored<void>());
    default:
        if (m_world.faults.has(FaultKind::WrongButton))
            m_counter->simulateLineDown(m_world.choices.chance(m_node, "drill", 1, 2));
    }
}

void SimCounter::pick()
{
    std::vector<SeatIndex> offered;
    const std::vector<SeatView> views = m_counter->seatViews();
    for (std::uint32_t i = 0; i < views.size(); ++i)
        if (views[i].sellable && views[i].mark == SeatMark::Free)
            offered.push_back(SeatIndex{i});
    if (offered.empty())
        return;
    std::vector<SeatIndex> seats;
    const std::uint64_t first = draw("seat", 0, offered.size() - 1);
    const std::uint64_t count = draw("seats", 1, 3);
    for (std::uint64_t i = 0; i < count && first + i < offered.size(); ++i)
        seats.push_back(offered[first + i]);
    m_counter->addSeats(seats, ignored<void>());
}

void SimCounter::pickBest()
{
    m_counter->addBest(static_cast<std::uint32_t>(draw("best", 1, 4)), std::nullopt, ignored<void>());
}

void SimCounter::sell(TenderMethod method)
{
    if (m_counter->basket().empty() || m_counter->basket().busy)
        return;
    const Buyer buyer{"Ms Noether", "", "040 " + std::to_string(m_node)};
    if (m_world.mutant == Mutant::PrintBeforeFsync) {
        const Basket& basket = m_counter->basket();
        Order order;
        m_random.fill(order.id.bytes.data(), order.id.bytes.size());
        for (const BasketLine& sold : basket.lines) {
            Ticket ticket;
            m_random.fill(ticket.serial.bytes.data(), ticket.serial.bytes.size());
            ticket.seat = sold.seat;
            ticket.standing = sold.standing;
            order.tickets.push_back(ticket);
        }
        m_world.physical.print(order, m_device, false);
        m_printed.insert(order.id);
    }
    m_counter->sell({method, 1'000'000, buyer, Wish::Ask}, [this](Result<SaleDone> sale) {
        if (sale)
            sold(*sale);
    });
}

void SimCounter::sold(const SaleDone& sale)
{
    PARTERRE_REQUIRE(sale.sync != OrderSync::Awaiting && sale.sync != OrderSync::Refused);
    m_world.situations.met(sale.sync == OrderSync::Pending ? "sold from the reserve" : "sold through the centre");
    m_world.physical.taken[sale.order.id] += sale.order.tender.paidMinor;
    print(sale);
}

void SimCounter::print(const SaleDone& sale)
{
    if (m_world.mutant == Mutant::PrintBeforeFsync)
        return;
    if (!m_counter->recordPrintIntent(sale.order.id))
        return; // no paper: the customer is given their receipt later
    m_world.physical.print(sale.order, m_device, false);
    m_printed.insert(sale.order.id);
    if (!m_world.choices.chance(m_node, "printer silent", 1, 20))
        (void)m_counter->recordPrintResult(sale.order.id, true, {});
}

void SimCounter::voidSomething()
{
    if (!m_world.faults.has(FaultKind::WrongButton))
        return;
    for (const OrderSummary& known : m_counter->orders()) {
        if (!known.mine || known.order.totalMinor() == 0 || known.sync == OrderSync::Awaiting ||
            known.sync == OrderSync::Refused || known.sync == OrderSync::Conflict)
            continue;
        const OrderId id = known.order.id;
        const std::int64_t paid = known.order.totalMinor();
        return m_counter->voidOrder(id, "changed their mind", [this, id, paid](Result<void> done) {
            if (!done)
                return;
            m_world.situations.met("order voided");
            m_world.physical.returned[id] += paid;
            m_world.physical.tearUp(id);
        });
    }
}

// A void whose answer came late: the clerk sees it in the list and gives the money back then.
void SimCounter::giveBackWhatIsVoid()
{
    for (const OrderSummary& known : m_counter->orders()) {
        const OrderId id = known.order.id;
        if (!known.mine || known.order.totalMinor() != 0 || m_world.physical.kept(id) == 0)
            continue;
        m_world.physical.returned[id] += m_world.physical.kept(id);
        m_world.physical.tearUp(id);
    }
}

void SimCounter::putInOrder()
{
    if (!isReady())
        return;
    giveBackWhatIsVoid();
    m_counter->simulateLineDown(false);
    if (!m_counter->basket().empty() && !m_counter->basket().busy)
        m_counter->clearBasket();
}

bool SimCounter::isQuiet() const
{
    if (!isReady() || !m_world.server.isUp())
        return false;
    const LineReport report = m_counter->lineReport();
    return report.state == LineState::Up && report.unsentOps == 0 && m_counter->basket().empty();
}

} // namespace parterre::testing
