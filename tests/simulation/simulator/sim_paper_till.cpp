// Selling from memory.
#include "tests/simulation/simulator/sim_paper_till.h"

#include "tests/support/sample_events.h"

namespace parterre::testing {

SimPaperTill::SimPaperTill(VirtualTime& time, Choices& choices, SimServer& server, PhysicalLedger& physical,
                           Situations& situations, std::uint64_t node)
    : m_time(time),
      m_choices(choices),
      m_server(server),
      m_physical(physical),
      m_situations(situations),
      m_node(node),
      m_device(idOf<DeviceId>(node))
{
    m_server.enrolled(m_device);
}

void SimPaperTill::look()
{
    if (!m_server.isUp())
        return;
    const EventState& state = m_server.state();
    m_free.clear();
    for (std::uint32_t i = 0; i < state.plan().seatCount(); ++i)
        if (state.seat(SeatIndex{i}).status == SeatStatus::Free)
            m_free.insert(SeatIndex{i});
}

void SimPaperTill::sell()
{
    if (m_free.empty() || !m_server.isUp())
        return; // it needs the plan; the server is only asked for that
    Places places;
    auto seat = m_free.begin();
    std::advance(seat, static_cast<std::ptrdiff_t>(draw("seat", 0, m_free.size() - 1)));
    for (std::uint64_t count = draw("count", 1, 3); count > 0 && seat != m_free.end(); --count)
        places.seats.push_back(*seat++);
    for (const SeatIndex taken : places.seats)
        m_free.erase(taken);
    SellProvisional sale;
    sale.device = m_device;
    sale.order = orderFor(m_server.state().plan(), m_server.state().terms(), places,
                          idOf<OrderId>(m_node * 100'000 + ++m_orders));
    sale.order.channel = Channel::Counter;
    sale.order.device = m_device;
    sale.order.buyer.phone = "040 4321";
    sale.wish = static_cast<Wish>(draw("wish", 0, 2));
    add(sale); // the journal first
    m_situations.met("sold provisionally");
    m_physical.taken[sale.order.id] += sale.order.tender.paidMinor;
    m_physical.print(sale.order, m_device, true);
}

void SimPaperTill::add(Command command)
{
    SealedOp sealed;
    sealed.opN = m_ops.size() + 1;
    sealed.bytes = encodeOp({m_device, 1, m_server.event(), sealed.opN, m_time.now(), "Ada", std::move(command)});
    sealed.hash = opHash(m_ops.empty() ? Bytes32{} : m_ops.back().hash, sealed.bytes);
    m_ops.push_back(std::move(sealed));
}

void SimPaperTill::push()
{
    if (m_busy || !m_server.isUp() || isQuiet())
        return;
    OpBatch batch{m_device, 1, m_server.event(), {}, {}};
    // Now and then some of it again: repeats are harmless.
    const std::size_t from = m_answered - std::min<std::size_t>(m_answered, draw("again", 0, 2));
    for (std::size_t i = from; i < m_ops.size() && batch.ops.size() < OpBatch::maxOps; ++i)
        batch.ops.push_back(m_ops[i]);
    m_busy = true;
    m_time.after(std::chrono::seconds(30), [this] { m_busy = false; });
    m_server.push(batch, [this](Result<OutcomeBatch> answer) {
        m_busy = false;
        if (answer && !m_choices.chance(m_node, "answer lost", 1, 8))
            m_answered = std::max<std::size_t>(m_answered, answer->applied);
    });
}

void SimPaperTill::settleCases()
{
    if (!m_server.isUp())
        return;
    for (const auto& [id, of] : m_server.state().cases()) {
        if (of.order.device != m_device)
            continue;
        if (of.phase == CasePhase::Offered) {
            const bool takes = m_choices.chance(m_node, "takes offer", 2, 3);
            return m_server.submit(AnswerOffer{id, takes ? std::optional<std::uint32_t>(0) : std::nullopt, "Ada"},
                                   std::nullopt, [](Result<CommandDone>) {});
        }
        if (of.phase == CasePhase::Refunded && m_paidBack.insert(of.order.id).second) // its answer was lost
            m_physical.returned[of.order.id] += of.refundMinor;
        if (of.phase == CasePhase::AtDoor)
            return m_server.submit(SettleAtDoor{id, true, "Ada", "stood"}, std::nullopt, [](Result<CommandDone>) {});
        if (of.phase == CasePhase::Open)
            return m_server.submit(MakeOffer{id, "Ada"}, std::nullopt, [this, id = id](Result<CommandDone> offered) {
                if (!offered && m_server.isUp()) // nothing to offer: met at the door
                    m_server.submit(SettleAtDoor{id, false, "Ada", "full"}, std::nullopt, [](Result<CommandDone>) {});
            });
        const bool due = of.phase == CasePhase::RefundDue || (of.phase == CasePhase::Exchanged && of.refundMinor > 0);
        if (due)
            return m_server.submit(RecordRefund{id, "Ada"}, std::nullopt,
                                   [this, order = of.order.id, sum = of.refundMinor](Result<CommandDone> done) {
                                       // Also when the centre had it before and its answer was lost: the money has
                                       // not left the drawer yet.
                                       if (done && m_paidBack.insert(order).second)
                                           m_physical.returned[order] += sum;
                                   });
    }
}

} // namespace parterre::testing
