// The program's life, and the clerk's hands.
#include "tests/simulation/simulator/sim_counter.h"

#include "tests/support/sample_events.h"

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
    m_cache = std::move(*cache);
    m_wrongJournal = std::make_unique<MutantJournal>(*m_journal, m_world.mutant);
    m_wrongCache = std::make_unique<MutantCache>(*m_cache, m_world.mutant);
    m_time = std::make_unique<NodeTime>(m_world.time, m_machine);
    CounterPorts ports{m_line, *m_wrongJournal, *m_wrongCache, *m_time, *m_time, m_random,
                       "boot " + std::to_string(m_machine.boots)};
    if (m_world.mutant != Mutant::SuspectSeals)
        ports.guard = &m_guard;
    ports.terminal = this;
    m_counter = std::make_unique<Counter>(ports);
    m_counter->setListener(this);
    const Result<void> started = m_counter->start();
    PARTERRE_REQUIRE(started.ok());
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
        m_disk.inject({DiskFault::Kind::FailedSync, 1, 1});
    answerSomething();
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
        return settleSomething();
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
            m_counter->simulateLineDown(!m_counter->lineReport().drill);
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
    SaleRequest request;
    request.method = method;
    request.givenMinor = 1'000'000;
    request.buyer = {"Ms Noether", "", "040 " + std::to_string(m_node)};
    request.wish = static_cast<Wish>(draw("wish", 0, 2));
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
        m_world.physical.print(order, m_device, basket.provisional);
        m_printed.insert(order.id);
    }
    m_counter->sell(std::move(request), [this](Result<SaleDone> sale) {
        if (sale)
            sold(*sale);
    });
}

void SimCounter::sold(const SaleDone& sale)
{
    PARTERRE_REQUIRE(sale.sync != OrderSync::Awaiting && sale.sync != OrderSync::Refused);
    const bool provisional = isProvisional(sale.sync);
    m_world.situations.met(provisional                              ? "sold provisionally"
                           : sale.sync == OrderSync::Pending        ? "sold from the reserve"
                                                                    : "sold through the centre");
    m_world.physical.taken[sale.order.id] += sale.order.tender.paidMinor;
    print(sale);
}

void SimCounter::print(const SaleDone& sale)
{
    if (m_world.mutant == Mutant::PrintBeforeFsync)
        return;
    if (!m_counter->recordPrintIntent(sale.order.id))
        return; // no paper: the customer is given their receipt later
    m_world.physical.print(sale.order, m_device, isProvisional(sale.sync));
    m_printed.insert(sale.order.id);
    if (!m_world.choices.chance(m_node, "printer silent", 1, 20))
        (void)m_counter->recordPrintResult(sale.order.id, true, {});
}

void SimCounter::voidSomething()
{
    if (!m_world.faults.has(FaultKind::WrongButton))
        return;
    for (const OrderSummary& known : m_counter->orders()) {
        if (!known.mine || known.casePhase || known.order.totalMinor() == 0 || known.sync == OrderSync::Awaiting ||
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

void SimCounter::settleSomething()
{
    for (const CaseReport& report : m_counter->cases()) {
        const Case& of = report.what;
        if (of.phase == CasePhase::Offered) {
            const bool takes = m_world.choices.chance(m_node, "takes offer", 2, 3);
            return m_counter->answerOffer(of.id, takes ? std::optional<std::uint32_t>(0) : std::nullopt,
                                          ignored<void>());
        }
        if (of.phase == CasePhase::Open)
            return m_counter->makeOffer(of.id, ignored<void>());
        if (of.phase == CasePhase::RefundDue || (of.phase == CasePhase::Exchanged && of.refundMinor > 0)) {
            const std::int64_t due = of.refundMinor;
            return m_counter->recordRefund(of.id, [this, id = of.order.id, due](Result<void> done) {
                if (done)
                    m_world.physical.returned[id] += due;
                if (done && m_world.mutant == Mutant::RefundTwice)
                    m_world.physical.returned[id] += due;
            });
        }
    }
}

void SimCounter::answerSomething()
{
    for (const OpenQuestion& question : m_counter->questions()) {
        if (question.kind == OpenQuestion::Kind::Payment) {
            const auto charge = m_charges.find(question.ref);
            const bool approved =
                charge != m_charges.end() && charge->second.kind == PaymentAnswer::Kind::Approved;
            m_world.situations.met("open payment answered");
            return m_counter->answerPayment(question.ref, approved, [this](Result<SaleDone> sale) {
                if (sale)
                    sold(*sale);
            });
        }
        if (question.kind == OpenQuestion::Kind::MoneyBack) {
            (void)m_counter->answerMoneyBack(question.ref); // nothing was sold, so nothing was counted as taken
            return;
        }
        m_world.situations.met("open print answered");
        (void)m_counter->answerPrint(question.order.id, m_printed.contains(question.order.id));
        return;
    }
}

void SimCounter::charge(PaymentRef ref, Money, std::function<void(PaymentAnswer)> done)
{
    PaymentAnswer answer;
    answer.kind = m_world.choices.chance(m_node, "declined", 1, 5) ? PaymentAnswer::Kind::Declined
                                                                  : PaymentAnswer::Kind::Approved;
    answer.reference = "t" + std::to_string(m_charges.size());
    answer = m_charges.try_emplace(ref, answer).first->second;
    if (m_world.choices.chance(m_node, "terminal silent", 1, 6))
        answer.kind = PaymentAnswer::Kind::Unknown;
    m_time->after(Milliseconds(static_cast<std::int64_t>(draw("terminal", 500, 20'000))),
                  [answer, done = std::move(done)] { done(answer); });
}

void SimCounter::query(PaymentRef ref, std::function<void(PaymentAnswer)> done)
{
    const auto known = m_charges.find(ref);
    const PaymentAnswer answer =
        known == m_charges.end() ? PaymentAnswer{PaymentAnswer::Kind::Declined, {}} : known->second;
    m_time->after(std::chrono::seconds(1), [answer, done = std::move(done)] { done(answer); });
}

void SimCounter::putInOrder()
{
    if (!m_counter)
        return;
    if (!isReady())
        return;
    if (m_counter->lineReport().drill)
        m_counter->simulateLineDown(false);
    answerSomething();
    settleSomething();
    if (!m_counter->basket().empty() && !m_counter->basket().busy)
        m_counter->clearBasket();
}

bool SimCounter::isQuiet() const
{
    if (!isReady() || !m_world.server.isUp())
        return false;
    if (m_counter->suspect())
        return true; // it waits for a person
    const LineReport report = m_counter->lineReport();
    return report.state == LineState::Up && report.unsentOps == 0 && m_counter->questions().empty() &&
           m_counter->basket().empty();
}

} // namespace parterre::testing
