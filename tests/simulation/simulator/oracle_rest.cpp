// When everything is still: seats, paper, money, and counters against the centre.
#include "sync/counter/replica.h"
#include "tests/simulation/simulator/oracle.h"
#include "tests/simulation/simulator/sim_counter.h"

namespace parterre::testing {

void Oracle::atRest(const std::vector<std::unique_ptr<SimCounter>>& counters)
{
    if (!m_broken.empty())
        return;
    checkModel();
    if (m_server.state().digest() != m_state->digest() || m_server.state().seq() != m_state->seq())
        return blame("I9: the folded log is another state than the server's");
    for (const auto& counter : counters)
        checkCards(*counter);
    checkSeats();
    for (const Paper& paper : m_physical.papers)
        checkPaper(paper);
    for (const auto& [id, of] : m_server.state().cases())
        checkCase(of);
    for (const OrderId& id : m_promised)
        checkPromise(id);
    for (const auto& [id, in] : m_physical.taken)
        checkMoney(id);
    for (const auto& [id, order] : m_server.state().orders())
        if (!m_physical.taken.contains(id))
            checkMoney(id);
    for (const auto& counter : counters)
        checkCounter(*counter);
}

// I15 and the promise itself: at most one valid paper a seat.
void Oracle::checkSeats()
{
    const EventState& state = m_server.state();
    std::map<SeatIndex, TicketSerial> valid;
    for (const auto& [id, order] : state.orders())
        for (const Ticket& ticket : order.tickets)
            if (ticket.seat && !ticket.voided && !valid.emplace(*ticket.seat, ticket.serial).second)
                blame("I15: two valid tickets for " + state.plan().label(*ticket.seat));
}

// I17: paper that did not say "provisional" is worth its seat, or a person has signed that it may not be.
void Oracle::checkPaper(const Paper& paper)
{
    if (!paper.taken || m_physical.isPersonsProblem(paper.order))
        return;
    const EventState& state = m_server.state();
    const Order* order = state.order(paper.order);
    const Case* of = state.caseOf(CaseId{paper.order.bytes});
    if (!order && !of)
        return blame("I5: paper of order " + paper.order.toString() + " is unknown to the centre");
    const bool excused = of && isExcused(*of);
    const bool stands = order && std::any_of(order->tickets.begin(), order->tickets.end(), [&](const Ticket& ticket) {
                            return !ticket.voided && ticket.serial == paper.serial;
                        });
    if (!paper.provisional && of && !stands && !excused)
        blame("I17: order " + paper.order.toString() + " was told confirmed and lost its seats");
    if (!order || of || excused)
        return;
    if (!stands)
        blame("I17: a ticket of order " + paper.order.toString() + " is not the one on paper");
}

// I14: somebody has dealt with every case.
void Oracle::checkCase(const Case& of)
{
    if (!isClosed(of.phase) && !m_physical.isPersonsProblem(of.order.id))
        blame("I14: the case of order " + of.order.id.toString() + " rests in phase " + std::to_string(int(of.phase)));
}

// I6: what a counter was told is sold has its seats, whatever was restored since.
void Oracle::checkPromise(OrderId id)
{
    if (m_physical.isPersonsProblem(id) || m_voided.contains(id))
        return;
    const Case* of = m_server.state().caseOf(CaseId{id.bytes});
    if (of && of->phase != CasePhase::Won && !isExcused(*of))
        return blame("I6: order " + id.toString() + " was told to be sold and became a case");
    if (!of && !m_server.state().order(id))
        blame("I6: order " + id.toString() + " was told to be sold and is nowhere");
}

bool Oracle::isExcused(const Case& of) const
{
    return m_physical.isWrittenOff(of) || m_physical.wasSignedAndForgotten(of) ||
           m_physical.lostToFormerReserve.contains(of.order.id);
}

// I13: what came in and stayed is what the tickets are worth and what is still to be given back.
void Oracle::checkMoney(OrderId id)
{
    if (m_physical.isPersonsProblem(id) || m_physical.moneyUnclear.contains(id))
        return;
    const EventState& state = m_server.state();
    const Order* order = state.order(id);
    const Case* of = state.caseOf(CaseId{id.bytes});
    if (order && order->device && m_physical.rolledBack.contains(*order->device))
        return;
    std::int64_t owed = order ? order->totalMinor() : 0;
    if (of && (!isClosed(of->phase) || of->phase == CasePhase::Closed))
        owed += of->order.tender.paidMinor;
    if (of && of->phase == CasePhase::Exchanged)
        owed += of->refundMinor;
    if (m_physical.kept(id) != owed)
        blame("I13: order " + id.toString() +
              (of      ? " (case in phase " + std::to_string(int(of->phase)) + ")"
               : order ? " (placed)"
                       : " (nowhere)") +
              " kept " + std::to_string(m_physical.kept(id)) + " and owes " + std::to_string(owed));
}

// I13: every capture is an owner's or was given back.
void Oracle::checkCards(SimCounter& counter)
{
    if (counter.isSwitchedOff())
        return; // a person counts what a copy has sold
    if (counter.machineOrNull() && counter.machineOrNull()->openedEvent())
        counter.claimCharges();
    for (const auto& [ref, charge] : counter.terminal().charges())
        if (charge.captured && !charge.order && !charge.returned && !charge.reconciled)
            blame("I13: card payment " + charge.reference + " was captured and is nobody's");
}

// I7: paper ⇒ its op is in the journal, which may forget it only when the centre has it.
void Oracle::checkPrinted(SimCounter& counter)
{
    std::set<OrderId> known;
    for (const OrderSummary& order : counter.machineOrNull()->orders())
        known.insert(order.order.id);
    for (const OrderId& order : counter.printed())
        if (!known.contains(order) && !m_server.state().caseOf(CaseId{order.bytes}) &&
            !m_physical.isPersonsProblem(order))
            blame("I7: order " + order.toString() + " is on paper and not in the journal");
}

// I12: it has the centre's log to the end, and so it is on its disk.
void Oracle::checkBase(SimCounter& counter)
{
    const Result<std::optional<CachedEvent>> cached = counter.cache().load(m_server.event());
    if (!cached || !*cached)
        return blame("I12: a counter at rest has no event in its cache");
    const Result<Replica> base = Replica::fromCache(m_server.event(), **cached);
    if (!base || base->logId() != m_server.logId() || base->cursor() != m_server.state().seq() ||
        base->state().digest() != m_server.state().digest())
        blame("I12: a counter at rest has another event than the centre: " +
              (base ? "at " + std::to_string(base->cursor()) + " of " + std::to_string(m_server.state().seq())
                    : base.error().detail));
}

// I10, I12: a counter at rest has nothing to send and the same event as the centre.
void Oracle::checkCounter(SimCounter& counter)
{
    const Counter* machine = counter.machineOrNull();
    if (!machine || counter.isSwitchedOff())
        return;
    if (machine->lineReport().unsentOps > 0)
        blame("I12: a counter at rest has " + std::to_string(machine->lineReport().unsentOps) + " ops to send");
    if (!machine->questions().empty())
        blame("I12: a counter at rest has open questions");
    const EventState& state = m_server.state();
    const std::vector<SeatView> views = machine->seatViews();
    for (std::uint32_t i = 0; i < views.size(); ++i) {
        const SeatIndex seat{i};
        const bool sold = state.seat(seat).status == SeatStatus::Sold;
        if (sold && views[i].sellable)
            blame("I11: a counter offers " + state.plan().label(seat) + ", which is sold");
        if (state.seat(seat).status == SeatStatus::Free && !views[i].sellable && views[i].mark == SeatMark::Free)
            blame("I11: a counter at rest cannot sell " + state.plan().label(seat) + ", which is free");
    }
    checkPrinted(counter);
    checkBase(counter);
}

} // namespace parterre::testing
