// What is left to do when the selling is over: questions, voids, cases, a counter that is not believed any more.
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

// The terminal's reference on the order says whose the money is.
void SimCounter::claimCharges()
{
    const auto isUnclaimed = [](const auto& known) {
        const Charge& charge = known.second;
        return charge.captured && !charge.order && !charge.returned; // also one that a manager has noted meanwhile
    };
    if (std::none_of(m_terminal.charges().begin(), m_terminal.charges().end(), isUnclaimed))
        return;
    for (const OrderSummary& known : m_counter->orders()) {
        if (known.order.tender.method != TenderMethod::Card || known.order.tender.reference.empty())
            continue;
        for (auto& [ref, charge] : m_terminal.charges())
            if (!charge.order && charge.captured && charge.reference == known.order.tender.reference &&
                known.sync != OrderSync::Awaiting && known.sync != OrderSync::Refused) {
                charge.order = known.order.id;
                m_world.physical.take(known.order.id, m_device, charge.amount.minor);
            }
    }
}

// Void orders that the customer asked to be void: the money goes back when the list says so.
void SimCounter::giveBackWhatIsVoid()
{
    claimCharges();
    if (m_askedVoid.empty())
        return;
    for (const OrderSummary& known : m_counter->orders()) {
        const OrderId id = known.order.id;
        const bool settled = !known.casePhase || isClosed(*known.casePhase);
        const bool inCase = known.casePhase == CasePhase::Refunded;
        if (!known.mine || !m_askedVoid.contains(id) || !settled || (known.order.totalMinor() != 0 && !inCase) ||
            (m_world.physical.kept(id) == 0 && !inCase))
            continue;
        m_world.physical.returned[id] += m_world.physical.kept(id);
        m_world.physical.tearUp(id);
        m_paidBack.insert(id);
        m_askedVoid.erase(id);
    }
}

void SimCounter::settleSomething()
{
    claimCharges();
    for (const CaseReport& report : m_counter->cases()) {
        if (!report.mine)
            continue;
        payBackWhatIsRecorded(report.what);
        const bool due = report.what.phase == CasePhase::Exchanged && report.what.refundMinor > 0;
        if ((!isClosed(report.what.phase) && report.what.phase != CasePhase::Contest) || due)
            return settle(report.what);
    }
}

void SimCounter::settle(const Case& of)
{
    const CaseId id = of.id;
    switch (of.phase) {
    case CasePhase::Offered: {
        const bool takes = chance("takes offer", 2, 3);
        m_world.situations.met(takes ? "offer taken" : "offer declined");
        return m_counter->answerOffer(id, takes ? std::optional<std::uint32_t>(0) : std::nullopt, ignored<void>());
    }
    case CasePhase::Open:
        return m_counter->makeOffer(id, [this, id, life = m_life](Result<void> offered) {
            if (!offered && offered.error().code == ErrorCode::NotEnoughSeats && life == m_life && m_counter)
                m_counter->settleAtDoor(id, false, "full", ignored<void>());
        });
    case CasePhase::AtDoor:
        m_world.situations.met("case settled at the door");
        return m_counter->settleAtDoor(id, true, "stood", ignored<void>());
    default:
        if (of.phase == CasePhase::Exchanged)
            m_differences[of.order.id] = of.refundMinor;
        return m_counter->recordRefund(id, ignored<void>());
    }
}

// Recorded first, handed out then: once a case, and once the difference to other seats.
void SimCounter::payBackWhatIsRecorded(const Case& of)
{
    const OrderId id = of.order.id;
    if (of.phase == CasePhase::Exchanged && of.refundMinor == 0)
        if (const auto due = m_differences.find(id); due != m_differences.end()) {
            m_world.physical.returned[id] += due->second;
            m_world.physical.unclearAfterRestore.insert(id);
            m_differences.erase(due);
        }
    if (of.phase != CasePhase::Refunded || !m_paidBack.insert(id).second)
        return;
    m_world.physical.returned[id] += of.order.tender.paidMinor;
    if (of.wish != Wish::Auto)
        return;
    const Case* now = m_world.server.isUp() ? m_world.server.state().caseOf(CaseId{id.bytes}) : &of;
    const bool isKnown = now && now->phase == CasePhase::Refunded;
    (isKnown ? m_world.physical.unclearAfterRestore : m_world.physical.moneyUnclear).insert(id);
}

void SimCounter::answerSomething()
{
    for (const OpenQuestion& question : m_counter->questions()) {
        switch (question.kind) {
        case OpenQuestion::Kind::Payment:
            return answerPayment(question);
        case OpenQuestion::Kind::MoneyBack:
            if (Charge* charge = m_terminal.find(question.ref); charge && m_counter->answerMoneyBack(question.ref)) {
                m_world.situations.met("a card got its money back");
                charge->returned = true;
                if (charge->order)
                    m_world.physical.returned[*charge->order] += charge->amount.minor;
            }
            return;
        case OpenQuestion::Kind::Print:
            return answerPrint(question);
        }
    }
}

// By the terminal's display.
void SimCounter::answerPayment(const OpenQuestion& question)
{
    Charge* charge = m_terminal.find(question.ref);
    const bool charged = charge && charge->captured;
    if (charged && !charge->order) {
        charge->order = question.order.id;
        m_world.physical.take(question.order.id, m_device, charge->amount.minor);
    }
    m_counter->answerPayment(question.ref, charged, [this](Result<SaleDone> sale) {
        if (sale)
            sold(*sale);
    });
    m_world.situations.met(charged ? "payment question: charged" : "payment question: not charged");
}

void SimCounter::answerPrint(const OpenQuestion& question)
{
    const OrderId id = question.order.id;
    const bool inTray =
        m_printed.contains(id) && !(m_world.faults.has(FaultKind::WrongButton) && chance("blind", 1, 4));
    if (const Result<void> answered = m_counter->answerPrint(id, inTray); !answered) {
        m_lastRefusal = answered.error().detail;
        return;
    }
    m_world.situations.met(inTray ? "print question: in the tray" : "print question: not in the tray");
    if (inTray)
        return;
    m_world.physical.tearUp(id); // worth nothing from here on, wherever it is
    m_printed.erase(id);
}

// The paper is counted, then there is a new code.
void SimCounter::callTheManager()
{
    const bool copied =
        m_counter->lineReport().halt == Halt::Quarantined && m_world.physical.rolledBack.contains(m_device);
    if ((!m_counter->suspect() && !copied) || !m_world.server.isUp() || m_copy || std::exchange(m_enrolling, true))
        return;
    m_counter->enrol("centre", "another code", "Till", [this](Result<void> enrolled) {
        m_enrolling = false;
        if (!enrolled)
            return;
        m_world.situations.met("enrolled anew");
        m_wasSuspect = false;
        for (auto& [ref, charge] : m_terminal.charges())
            charge.reconciled = charge.reconciled || !charge.order;
        m_world.physical.reconcile(m_device, m_world.server.newestFence());
        m_world.oracle.believedAgain(m_device);
    });
}

void SimCounter::putInOrder()
{
    if (!isReady() || m_off)
        return;
    callTheManager();
    giveBackWhatIsVoid();
    if (m_counter->lineReport().drill)
        m_counter->simulateLineDown(false);
    answerSomething();
    settleSomething();
    if (++m_rounds % 3 == 0)
        printFromList();
    if (!m_counter->basket().empty() && !m_counter->basket().busy)
        m_counter->clearBasket();
}

std::string SimCounter::unrest() const
{
    if (m_off)
        return {};
    const std::string name = "counter " + std::to_string(m_node);
    if (!isReady())
        return name + " is not up";
    if (m_counter->suspect())
        return name + " is suspect";
    const LineReport report = m_counter->lineReport();
    if (report.unsentOps > 0)
        return name + " has " + std::to_string(report.unsentOps) + " ops to send, halt " +
               std::to_string(int(report.halt));
    if (report.state != LineState::Up)
        return name + " is not on line";
    if (!m_counter->basket().empty())
        return name + " has a basket" + (m_counter->basket().busy ? ", busy" : "") +
               (m_counter->basket().local ? ", local" : "") + ", halt " + std::to_string(int(report.halt)) +
               (m_diskFailed ? ", disk failed" : "");
    const std::vector<OpenQuestion> questions = m_counter->questions();
    return questions.empty()
               ? std::string()
               : name + " has a question of kind " + std::to_string(int(questions.front().kind)) + ": " + m_lastRefusal;
}

} // namespace parterre::testing
