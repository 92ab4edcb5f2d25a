// SalesDesk: the list of orders (base ⊕ own ops), their ticket codes and their printing.
#include "sync/counter/sales_desk.h"

#include "sync/wire/ticket_code.h"

#include <algorithm>
#include <unordered_map>

namespace parterre {
namespace {

const Order* soldOrder(const Command& command)
{
    if (const auto* local = std::get_if<SellAllotted>(&command))
        return &local->order;
    if (const auto* held = std::get_if<SellHold>(&command))
        return &held->order;
    return nullptr;
}

OrderSummary summaryOf(const BookedOp& booked, const Order& order)
{
    OrderSummary summary{order, OrderSync::Confirmed, {}, true};
    const bool local = std::holds_alternative<SellAllotted>(booked.op.command);
    if (!booked.outcome) {
        summary.sync = local ? OrderSync::Pending : OrderSync::Awaiting;
        return summary;
    }
    if (booked.outcome->kind == OutcomeKind::Refused) {
        summary.sync = OrderSync::Refused;
        summary.refusal =
            booked.outcome->detail.empty() ? std::string(wireName(booked.outcome->error)) : booked.outcome->detail;
    }
    if (booked.outcome->kind == OutcomeKind::Conflict || booked.outcome->kind == OutcomeKind::Quarantined)
        summary.sync = OrderSync::Conflict;
    return summary;
}

void voidTickets(Order& order, const VoidTickets& command)
{
    for (Ticket& ticket : order.tickets)
        if (command.serials.empty() ||
            std::find(command.serials.begin(), command.serials.end(), ticket.serial) != command.serials.end())
            ticket.voided = true;
}

bool newestFirst(const OrderSummary& a, const OrderSummary& b)
{
    if (a.mine != b.mine)
        return a.mine;
    return a.order.soldAt != b.order.soldAt ? a.order.soldAt > b.order.soldAt : a.order.id < b.order.id;
}

} // namespace

std::vector<OrderSummary> SalesDesk::orders() const
{
    const EventState& base = m_core.open->base.state();
    std::unordered_map<OrderId, OrderSummary> known;
    for (const auto& [id, order] : base.orders())
        known.emplace(id, OrderSummary{order, OrderSync::Confirmed, {}, order.device == m_core.identity->device});
    const BookedStream* stream = m_core.book.stream(m_core.open->event);
    for (const BookedOp& booked : stream ? stream->ops : std::deque<BookedOp>{}) {
        if (const Order* order = soldOrder(booked.op.command))
            known.try_emplace(order->id, summaryOf(booked, *order));
        const auto* voided = std::get_if<VoidTickets>(&booked.op.command);
        const bool refused = booked.outcome && booked.outcome->kind == OutcomeKind::Refused;
        if (const auto found = voided && !refused ? known.find(voided->order) : known.end(); found != known.end())
            if (booked.outcome || found->second.sync == OrderSync::Pending)
                voidTickets(found->second.order, *voided);
    }
    std::vector<OrderSummary> list;
    list.reserve(known.size());
    for (auto& [id, summary] : known)
        list.push_back(std::move(summary));
    std::sort(list.begin(), list.end(), newestFirst);
    return list;
}

std::optional<OrderSummary> SalesDesk::find(OrderId id) const
{
    for (OrderSummary& summary : orders())
        if (summary.order.id == id)
            return std::move(summary);
    return std::nullopt;
}

SaleDone SalesDesk::saleDone(const Order& order, OrderSync sync, Money change) const
{
    return {order, sync, change, codesOf(order)};
}

std::vector<std::string> SalesDesk::codesOf(const Order& order) const
{
    const SeatPlan& plan = *m_core.open->base.plan();
    const EventTerms& terms = m_core.open->base.state().terms();
    std::vector<std::string> codes;
    for (const Ticket& ticket : order.tickets) {
        TicketContent content;
        content.event = m_core.open->event;
        content.serial = ticket.serial;
        content.issuer = m_core.identity->device;
        content.orderCode = orderCode(order.id);
        content.place = ticket.seat ? plan.label(*ticket.seat) : plan.standing()[ticket.standing->value].name;
        content.priceType = terms.priceTypes[ticket.priceType.value];
        codes.push_back(encodeTicketCode(content, *m_core.key).toStdString());
    }
    return codes;
}

Result<std::vector<std::string>> SalesDesk::ticketCodes(OrderId id) const
{
    const std::optional<OrderSummary> known = find(id);
    if (!known || !known->mine)
        return Error{ErrorCode::NotFound, "This order was not sold at this counter."};
    if (known->sync == OrderSync::Awaiting)
        return Error{ErrorCode::PaymentPending, "The centre has not answered for this order yet."};
    if (known->sync == OrderSync::Refused)
        return Error{ErrorCode::OrderGone, "This order was refused."};
    return codesOf(known->order);
}

Result<void> SalesDesk::recordPrintIntent(OrderId order)
{
    PrintRecord record{order, 1, m_core.ports.clock.now(), PrintState::Asked, {}};
    for (const PrintRecord& known : m_core.prints)
        if (known.order == order)
            record.attempt = std::max(record.attempt, known.attempt + 1);
    JournalBatch journal;
    journal.prints.push_back(record);
    return m_core.commit(journal);
}

Result<void> SalesDesk::recordPrintResult(OrderId order, bool printed, std::string detail)
{
    const PrintRecord* latest = nullptr;
    for (const PrintRecord& known : m_core.prints)
        if (known.order == order && (!latest || known.attempt > latest->attempt))
            latest = &known;
    if (!latest)
        return Error{ErrorCode::NotFound, "Nothing of this order was printed here."};
    PrintRecord record = *latest;
    record.state = printed ? PrintState::Printed : PrintState::Failed;
    record.detail = std::move(detail);
    JournalBatch journal;
    journal.prints.push_back(std::move(record));
    return m_core.commit(journal);
}

} // namespace parterre
