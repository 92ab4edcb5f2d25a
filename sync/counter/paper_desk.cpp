// Paper, and the questions about it.
#include "sync/counter/paper_desk.h"

#include "sync/counter/order_list.h"
#include "sync/counter/sale_command.h"
#include "sync/counter/ticket_codes.h"

#include <algorithm>
#include <map>

namespace parterre {

void PaperDesk::started()
{
    std::map<OrderId, const PrintRecord*> newest;
    for (const PrintRecord& print : m_core.prints)
        if (const PrintRecord*& known = newest[print.order]; !known || known->attempt < print.attempt)
            known = &print;
    m_open.clear();
    for (const auto& [order, print] : newest)
        if (print->state == PrintState::Asked)
            m_open.insert(order);
}

const PrintRecord* PaperDesk::latest(OrderId order) const
{
    const PrintRecord* found = nullptr;
    for (const PrintRecord& known : m_core.prints)
        if (known.order == order && (!found || known.attempt > found->attempt))
            found = &known;
    return found;
}

// Whether it came out is known to be no: then the codes are as good as new.
std::set<OrderId> PaperDesk::onPaper() const
{
    std::map<OrderId, const PrintRecord*> newest;
    for (const PrintRecord& print : m_core.prints)
        if (const PrintRecord*& known = newest[print.order]; !known || known->attempt < print.attempt)
            known = &print;
    std::set<OrderId> orders;
    for (const auto& [order, print] : newest)
        if (print->state != PrintState::Failed)
            orders.insert(order);
    return orders;
}

PrintRecord PaperDesk::nextPrint(OrderId order) const
{
    const PrintRecord* before = latest(order);
    return {order, before ? before->attempt + 1 : 1, m_core.ports.clock.now(), PrintState::Asked, {}};
}

std::optional<OrderSummary> PaperDesk::find(OrderId order) const
{
    return orderIn(m_core.open->base.state(), m_core.book.stream(m_core.open->event), m_core.identity->device, order);
}

Result<void> PaperDesk::maySell() const
{
    for (const OrderId order : m_open)
        if (const std::optional<OpenQuestion> question = questionOf(order);
            question && question->event == m_core.open->event)
            return Error{ErrorCode::Unavailable, "Answer first whether the tickets of order " + orderCode(order) +
                                                     " are in the printer's tray."};
    return {};
}

Result<std::vector<std::string>> PaperDesk::ticketCodes(OrderId id) const
{
    const std::optional<OrderSummary> known = find(id);
    if (!known || !known->mine)
        return Error{ErrorCode::NotFound, "This order was not sold at this counter."};
    if (known->sync == OrderSync::Awaiting)
        return Error{ErrorCode::PaymentPending, "The centre has not answered for this order yet."};
    if (known->sync == OrderSync::Refused)
        return Error{ErrorCode::OrderGone, "This order was refused."};
    if (known->sync == OrderSync::Conflict)
        return Error{ErrorCode::OrderGone, "This order lost its seats; its case decides what is printed."};
    const TicketSigner signer{*m_core.open->base.plan(), m_core.open->base.state().terms(), m_core.identity->device,
                              *m_core.key};
    return signer.codesOf(known->order, isProvisional(known->sync));
}

Result<PrintOrder> PaperDesk::begin(OrderId order)
{
    // Before anything is noted or made worthless.
    if (const Result<std::vector<std::string>> codes = ticketCodes(order); !codes)
        return codes.error();
    if (const Result<std::vector<TicketSerial>> live = liveTickets(order); !live)
        return live.error();
    const PrintRecord* before = latest(order);
    const bool replaces = before && before->state != PrintState::Failed;
    JournalBatch with;
    with.prints.push_back(nextPrint(order));
    Result<void> noted = replaces ? reissueWith(order, "printed again", std::move(with)) : m_core.commit(with);
    if (!noted)
        return noted.error();
    Result<std::vector<std::string>> codes = ticketCodes(order);
    if (!codes)
        return codes.error();
    return PrintOrder{*find(order), std::move(*codes), replaces};
}

Result<void> PaperDesk::recordIntent(OrderId order)
{
    JournalBatch journal;
    journal.prints.push_back(nextPrint(order));
    return m_core.commit(journal);
}

Result<void> PaperDesk::recordResult(OrderId order, bool printed, std::string detail)
{
    const PrintRecord* known = latest(order);
    if (!known)
        return Error{ErrorCode::NotFound, "Nothing of this order was printed here."};
    PrintRecord record = *known;
    record.state = printed ? PrintState::Printed : PrintState::Failed;
    record.detail = std::move(detail);
    JournalBatch journal;
    journal.prints.push_back(std::move(record));
    Result<void> committed = m_core.commit(journal);
    if (!committed)
        return committed;
    if (m_open.erase(order) > 0)
        m_hooks.questionsChanged();
    m_hooks.ordersChanged();
    return committed;
}

Result<void> PaperDesk::reissue(OrderId order, std::string reason)
{
    return reissueWith(order, std::move(reason), {});
}

// Tickets of an order sold here that may be printed; OrderGone: it has none, whatever became of its paper.
Result<std::vector<TicketSerial>> PaperDesk::liveTickets(OrderId id) const
{
    if (!m_core.open)
        return Error{ErrorCode::Unavailable, "Open the event first."};
    const std::optional<OrderSummary> known = find(id);
    if (!known || !known->mine)
        return Error{ErrorCode::NotFound, "This order was not sold at this counter."};
    if (known->sync == OrderSync::Awaiting || known->sync == OrderSync::Refused || known->sync == OrderSync::Conflict)
        return Error{ErrorCode::OrderGone, "This order has no tickets."};
    std::vector<TicketSerial> serials;
    for (const Ticket& ticket : known->order.tickets)
        if (!ticket.voided)
            serials.push_back(ticket.serial);
    if (serials.empty())
        return Error{ErrorCode::OrderGone, "This order is void."};
    return serials;
}

// Where the old paper is nobody knows, so it must be worth nothing before there is new paper (I15).
Result<void> PaperDesk::reissueWith(OrderId id, std::string reason, JournalBatch with)
{
    Result<std::vector<TicketSerial>> serials = liveTickets(id);
    if (!serials)
        return serials.error();
    const Result<std::uint64_t> opN =
        m_core.journalOp(ReissueTickets{id, std::move(*serials), std::move(reason), m_core.clerk}, std::move(with));
    if (!opN)
        return opN.error();
    m_hooks.wakeOutbox();
    m_hooks.ordersChanged();
    return {};
}

Result<void> PaperDesk::answer(OrderId order, bool inTray)
{
    const PrintRecord* known = latest(order);
    if (!known || !m_open.contains(order))
        return Error{ErrorCode::NotFound, "There is no such question."};
    if (inTray)
        return recordResult(order, true, "in the tray");
    if (const auto live = liveTickets(order); !live && live.error().code == ErrorCode::OrderGone)
        return recordResult(order, false, "not in the tray, and worth nothing any more");
    PrintRecord record = *known;
    record.state = PrintState::Failed;
    record.detail = "not in the tray";
    JournalBatch with;
    with.prints.push_back(std::move(record));
    Result<void> reissued = reissueWith(order, "not in the tray after a restart", std::move(with));
    if (!reissued)
        return reissued;
    m_open.erase(order);
    m_hooks.questionsChanged();
    return {};
}

std::optional<OpenQuestion> PaperDesk::questionOf(OrderId order) const
{
    for (const auto& [event, stream] : m_core.book.streams())
        for (const BookedOp& booked : stream.ops)
            if (const Order* sold = soldOrder(booked.op.command); sold && sold->id == order) {
                OpenQuestion question;
                question.kind = OpenQuestion::Kind::Print;
                question.event = event;
                question.order = *sold;
                question.at = latest(order)->at;
                return question;
            }
    return std::nullopt; // sold so long ago that its op is forgotten
}

void PaperDesk::addQuestions(std::vector<OpenQuestion>& questions) const
{
    for (const OrderId order : m_open)
        if (std::optional<OpenQuestion> question = questionOf(order))
            questions.push_back(std::move(*question));
}

} // namespace parterre
