// The clerk's hands: choosing, selling, printing, and pressing the wrong button.
#include "tests/simulation/simulator/oracle.h"
#include "tests/simulation/simulator/sim_counter.h"

namespace parterre::testing {
namespace {

template <typename T>
Completion<T> ignored()
{
    return [](Result<T>) {};
}

} // namespace

void SimCounter::actAtRandom()
{
    if (!isReady() || (m_machine.stoppedUntil && *m_machine.stoppedUntil > m_world.time.now()))
        return;
    if (m_world.faults.has(FaultKind::CounterCrash) && chance("cut", 1, 60))
        m_disk.cutPowerAt(m_disk.steps() + draw("cut at", 1, 25));
    if (m_world.faults.has(FaultKind::FailedSync) && chance("fault", 1, 400)) {
        m_disk.inject({DiskFault::Kind::FailedSync, 1, 1});
        m_diskFailed = true;
        m_world.situations.met("disk said no");
    }
    if (m_world.faults.has(FaultKind::FullDisk) && chance("full", 1, 200)) {
        m_disk.inject({DiskFault::Kind::FullDisk, draw("full from", 1, 8), draw("full for", 1, 3)});
        m_diskFailed = true;
        m_world.situations.met("disk was full");
    }
    if (chance("looks at questions", 1, 2))
        answerSomething();
    if (chance("manager comes", 1, 4))
        callTheManager();
    switch (draw("act", 0, 24)) {
    case 0:
    case 1:
    case 2:
    case 3:
        return pick();
    case 4:
    case 5:
        return m_counter->addBest(static_cast<std::uint32_t>(draw("best", 1, 4)), std::nullopt, ignored<void>());
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
        return sell(TenderMethod::Cash);
    case 11:
    case 12:
    case 13:
        return sell(TenderMethod::Card);
    case 14:
        return voidSomething();
    case 15:
        return m_counter->clearBasket();
    case 16:
        if (m_counter->returnReserve())
            m_world.situations.met("clerk gave the reserve back");
        return;
    case 17:
        return m_counter->setStanding(StandingIndex{0}, static_cast<std::uint32_t>(draw("units", 0, 3)),
                                      ignored<void>());
    case 18:
    case 19:
        return drill();
    case 20:
    case 21:
        return settleSomething();
    case 22:
        return printFromList();
    case 23:
        return m_counter->reserve("Ms Gauss", m_time->now() + std::chrono::minutes(10), ignored<void>());
    default:
        if (m_world.faults.has(FaultKind::WrongButton)) { // the same button twice
            sell(TenderMethod::Cash);
            sell(TenderMethod::Cash);
        }
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

void SimCounter::sell(TenderMethod method)
{
    if (m_counter->basket().empty() || m_counter->basket().busy)
        return;
    SaleRequest request;
    request.method = method;
    request.givenMinor = 1'000'000;
    request.buyer = {"Ms Noether", "", "040 " + std::to_string(m_node)};
    request.wish = static_cast<Wish>(draw("wish", 0, 2));
    m_selling = true;
    m_counter->sell(std::move(request), [this](Result<SaleDone> sale) {
        m_selling = false;
        if (sale)
            sold(*sale);
    });
}

void SimCounter::sold(const SaleDone& sale)
{
    PARTERRE_REQUIRE(sale.sync != OrderSync::Awaiting && sale.sync != OrderSync::Refused);
    const bool provisional = isProvisional(sale.sync);
    if (m_copy)
        m_world.physical.reconciled.insert(sale.order.id);
    m_world.situations.met(provisional                       ? "sold provisionally"
                           : sale.sync == OrderSync::Pending ? "sold from the reserve"
                                                             : "sold through the centre");
    if (sale.order.tender.method == TenderMethod::Card)
        claimCharges();
    else
        m_world.physical.take(sale.order.id, m_device, sale.order.tender.paidMinor);
    print(sale.order, provisional);
}

// Now and then the printer says nothing, and now and then it has not even printed.
void SimCounter::print(const Order& order, bool provisional)
{
    if (!m_counter->recordPrintIntent(order.id) || m_disk.isCut())
        return; // no paper: the customer is given it later, from the list
    const bool silent = chance("printer silent", 1, 10);
    if (silent && chance("printer jammed", 1, 2))
        return;
    if (m_world.mutant != Mutant::PrintBeforeFsync || !m_printed.contains(order.id))
        m_world.physical.print(order, m_device, provisional);
    if (m_copy)
        m_world.physical.reconciled.insert(order.id); // whatever the original has become meanwhile
    m_printed.insert(order.id);
    if (!silent)
        (void)m_counter->recordPrintResult(order.id, true, {});
}

// A sale whose paper never came out: a payment that was settled later, a printer that jammed.
void SimCounter::printFromList()
{
    if (m_selling)
        return; // it may be of the sale at hand
    for (const OrderSummary& known : m_counter->orders()) {
        const bool inCase =
            known.casePhase && *known.casePhase != CasePhase::Won && *known.casePhase != CasePhase::Exchanged;
        if (!known.mine || m_printed.contains(known.order.id) || known.order.totalMinor() == 0 || inCase)
            continue;
        if (!m_counter->ticketCodes(known.order.id))
            continue;
        claimCharges();
        if (m_world.physical.kept(known.order.id) == 0) // sold after all: the customer pays now
            m_world.physical.take(known.order.id, m_device, known.order.tender.paidMinor);
        m_world.situations.met("printed from the list");
        return print(known.order, isProvisional(known.sync));
    }
}

void SimCounter::voidSomething()
{
    if (!m_world.faults.has(FaultKind::WrongButton))
        return;
    for (const OrderSummary& known : m_counter->orders()) {
        if (!known.mine || known.casePhase || known.order.totalMinor() == 0 || known.sync == OrderSync::Awaiting ||
            known.sync == OrderSync::Refused || known.sync == OrderSync::Conflict)
            continue;
        m_askedVoid.insert(known.order.id);
        return m_counter->voidOrder(known.order.id, "changed their mind", [this](Result<void> done) {
            if (done)
                m_world.situations.met("order voided");
        });
    }
}

void SimCounter::drill()
{
    const LineReport report = m_counter->lineReport();
    m_counter->simulateLineDown(!report.drill);
    if (!report.drill)
        return;
    const std::optional<DrillReport> about = m_counter->drillReport();
    if (!about || !about->over)
        return m_world.oracle.blame("a drill has ended and has no report");
    if (about->sales > 0)
        m_world.situations.met("drill with sales");
}

} // namespace parterre::testing
