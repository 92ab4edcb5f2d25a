// Orders of the log, with what this counter has done to them since.
#include "sync/counter/order_list.h"

#include "sync/counter/sale_command.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace parterre {
namespace {

OrderSync syncOf(const BookedOp& booked)
{
    const Command& command = booked.op.command;
    if (!booked.outcome && std::holds_alternative<SellProvisional>(command))
        return OrderSync::Provisional;
    if (!booked.outcome)
        return isLocalSale(command) ? OrderSync::Pending : OrderSync::Awaiting;
    switch (booked.outcome->kind) {
    case OutcomeKind::Refused:
        return OrderSync::Refused;
    case OutcomeKind::Conflict:
    case OutcomeKind::Quarantined:
        return OrderSync::Conflict;
    case OutcomeKind::Contested:
        return OrderSync::Contested;
    case OutcomeKind::Ok:
    case OutcomeKind::Confirmed:
    case OutcomeKind::ConfirmedLate:
    case OutcomeKind::Granted:
    case OutcomeKind::Recorded:
        break;
    }
    return OrderSync::Confirmed;
}

OrderSummary summaryOf(const BookedOp& booked, const Order& order)
{
    OrderSummary summary{order, syncOf(booked), {}, true, std::nullopt};
    if (summary.sync == OrderSync::Refused)
        summary.refusal =
            booked.outcome->detail.empty() ? std::string(wireName(booked.outcome->error)) : booked.outcome->detail;
    return summary;
}

// The log knows better than the answer to the op how a case goes on.
void addCase(OrderSummary& summary, const EventState& base)
{
    const Case* of = base.caseOf(CaseId{summary.order.id.bytes});
    if (!of)
        return;
    summary.casePhase = of->phase;
    if (!base.order(summary.order.id))
        summary.sync = of->phase == CasePhase::Contest ? OrderSync::Contested : OrderSync::Conflict;
}

bool isNamed(const Ticket& ticket, const std::vector<TicketSerial>& serials)
{
    return std::find(serials.begin(), serials.end(), ticket.serial) != serials.end();
}

// What ops behind the sale have done to it. Doing it twice changes nothing, so those the base shows do no harm. Behind
// a `local` sale a void is done when it is journalled: both go up in this order, and the money is back already.
void follow(OrderSummary& summary, const BookedOp& booked, bool local)
{
    if (booked.outcome && booked.outcome->kind == OutcomeKind::Refused)
        return;
    if (const auto* voided = std::get_if<VoidTickets>(&booked.op.command); voided && (booked.outcome || local))
        for (Ticket& ticket : summary.order.tickets)
            ticket.voided = ticket.voided || voided->serials.empty() || isNamed(ticket, voided->serials);
    if (const auto* reissued = std::get_if<ReissueTickets>(&booked.op.command))
        for (Ticket& ticket : summary.order.tickets)
            if (isNamed(ticket, reissued->serials))
                ticket.serial = reissuedSerial(ticket.serial);
}

std::optional<OrderId> followedOrder(const Command& command)
{
    if (const auto* voided = std::get_if<VoidTickets>(&command))
        return voided->order;
    if (const auto* reissued = std::get_if<ReissueTickets>(&command))
        return reissued->order;
    return std::nullopt;
}

bool newestFirst(const OrderSummary& a, const OrderSummary& b)
{
    if (a.mine != b.mine)
        return a.mine;
    return a.order.soldAt != b.order.soldAt ? a.order.soldAt > b.order.soldAt : a.order.id < b.order.id;
}

// Paper may go out only for what is told to a centre that has forgotten it (Outbox::proven): a sale at the centre of
// which the log knows, and the journal does not yet, is not that far.
bool isUntold(const BookedOp& booked)
{
    return !booked.outcome && std::holds_alternative<SellHold>(booked.op.command);
}

using Known = std::unordered_map<OrderId, OrderSummary>;

void addOps(Known& known, const EventState& base, const BookedStream& stream, const OrderId* only)
{
    std::unordered_set<OrderId> local;
    for (const BookedOp& booked : stream.ops) {
        if (isLocalSale(booked.op.command))
            local.insert(soldOrder(booked.op.command)->id);
        if (const Order* order = soldOrder(booked.op.command); order && (!only || order->id == *only)) {
            const auto [found, added] = known.try_emplace(order->id, summaryOf(booked, *order));
            if (added)
                addCase(found->second, base);
            else if (isUntold(booked))
                found->second.sync = OrderSync::Awaiting;
        }
        if (const std::optional<OrderId> id = followedOrder(booked.op.command))
            if (const auto found = known.find(*id); found != known.end())
                follow(found->second, booked, local.contains(*id));
    }
}

OrderSummary ofBase(const EventState& base, const Order& order, DeviceId own)
{
    OrderSummary summary{order, OrderSync::Confirmed, {}, order.device == own, std::nullopt};
    addCase(summary, base);
    return summary;
}

// An order whose seats are another's is in no list of the log but that of its case.
OrderSummary ofCase(const EventState& base, const Case& of, DeviceId own)
{
    OrderSummary summary{of.order, OrderSync::Conflict, {}, of.order.device == own, std::nullopt};
    addCase(summary, base);
    return summary;
}

} // namespace

std::vector<OrderSummary> orderList(const EventState& base, const BookedStream* stream, DeviceId own)
{
    Known known;
    for (const auto& [id, order] : base.orders())
        known.emplace(id, ofBase(base, order, own));
    for (const auto& [id, of] : base.cases())
        known.emplace(of.order.id, ofCase(base, of, own)); // those with an order are known already
    if (stream)
        addOps(known, base, *stream, nullptr);
    std::vector<OrderSummary> list;
    list.reserve(known.size());
    for (auto& [id, summary] : known)
        list.push_back(std::move(summary));
    std::sort(list.begin(), list.end(), newestFirst);
    return list;
}

std::optional<OrderSummary> orderIn(const EventState& base, const BookedStream* stream, DeviceId own, OrderId id)
{
    Known known;
    if (const Order* order = base.order(id))
        known.emplace(id, ofBase(base, *order, own));
    if (const Case* of = base.caseOf(CaseId{id.bytes}))
        known.emplace(id, ofCase(base, *of, own));
    if (stream)
        addOps(known, base, *stream, &id);
    const auto found = known.find(id);
    return found == known.end() ? std::nullopt : std::optional(std::move(found->second));
}

} // namespace parterre
