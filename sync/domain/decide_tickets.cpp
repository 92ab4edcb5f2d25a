// Rules of tickets that have an owner: voiding, new paper for old, letting in.
#include "sync/domain/decide_rules.h"

#include <algorithm>
#include <set>

namespace parterre::rules {
namespace {

// Cash went back for paper that lost its seats: the case is over. A party is one: all of it or nothing.
Decision voidCase(const Case& of, const VoidTickets& command)
{
    const std::set<TicketSerial> named(command.serials.begin(), command.serials.end());
    const auto isNamed = [&named](const Ticket& ticket) { return named.contains(ticket.serial); };
    const auto met = std::count_if(of.order.tickets.begin(), of.order.tickets.end(), isNamed);
    if (!named.empty() && static_cast<std::size_t>(met) != of.order.tickets.size())
        return malformed("of an order that waits for other seats all tickets go back, or none");
    if (of.phase == CasePhase::Refunded)
        return Entries{};
    CaseMoved entry;
    entry.id = of.id;
    entry.phase = CasePhase::Refunded;
    entry.refundMinor = of.order.tender.paidMinor;
    entry.by = command.by;
    entry.note = command.reason;
    return oneEntry(std::move(entry));
}

} // namespace

Decision decideOn(const EventState& state, const VoidTickets& command, Instant)
{
    if (command.reason.empty() || command.reason.size() > maxReasonBytes)
        return malformed("a void needs a reason of at most 1000 bytes");
    const Order* order = state.order(command.order);
    if (!order) {
        const Case* of = state.caseOf(CaseId{command.order.bytes});
        if (of && (!isClosed(of->phase) || of->phase == CasePhase::Refunded))
            return voidCase(*of, command);
        return Error{ErrorCode::OrderGone, command.order.toString()};
    }
    std::vector<TicketSerial> wanted = command.serials;
    std::sort(wanted.begin(), wanted.end());
    if (std::adjacent_find(wanted.begin(), wanted.end()) != wanted.end())
        return malformed("a ticket is named twice");
    TicketsVoided entry{command.order, {}, command.reason, command.by};
    std::size_t met = 0;
    for (const Ticket& ticket : order->tickets) {
        const bool named = std::binary_search(wanted.begin(), wanted.end(), ticket.serial);
        met += named ? 1 : 0;
        if ((named || wanted.empty()) && !ticket.voided)
            entry.serials.push_back(ticket.serial);
    }
    if (met != wanted.size())
        return malformed("a ticket is not of this order");
    return entry.serials.empty() ? Decision(Entries{}) : oneEntry(std::move(entry));
}

Decision decideOn(const EventState& state, const ReissueTickets& command, Instant)
{
    if (command.reason.empty() || command.reason.size() > maxReasonBytes)
        return malformed("new paper needs a reason of at most 1000 bytes");
    // After a restore an order waits as a case until everybody has reported; its paper may have been renewed before.
    const Case* waits = state.caseOf(CaseId{command.order.bytes});
    const Order* order = state.order(command.order);
    if (!order && waits && waits->phase == CasePhase::Contest)
        order = &waits->order;
    if (!order)
        return Error{ErrorCode::OrderGone, command.order.toString()};
    if (command.serials.empty())
        return malformed("no ticket is named");
    TicketsReissued entry{command.order, {}, command.reason, command.by};
    for (const TicketSerial& serial : command.serials) {
        const auto same = [&](const Ticket& ticket) { return ticket.serial == serial && !ticket.voided; };
        const auto renewed = [&](const Ticket& ticket) { return ticket.serial == reissuedSerial(serial); };
        if (std::any_of(order->tickets.begin(), order->tickets.end(), same))
            entry.serials.push_back(serial);
        else if (std::none_of(order->tickets.begin(), order->tickets.end(), renewed))
            return malformed("a ticket is not a live ticket of this order");
    }
    std::sort(entry.serials.begin(), entry.serials.end());
    if (std::adjacent_find(entry.serials.begin(), entry.serials.end()) != entry.serials.end())
        return malformed("a ticket is named twice");
    return entry.serials.empty() ? Decision(Entries{}) : oneEntry(std::move(entry));
}

Decision decideOn(const EventState& state, const AdmitTicket& command, Instant)
{
    const Order* order = state.order(command.order);
    if (!order)
        return Error{ErrorCode::OrderGone, command.order.toString()};
    for (const Ticket& ticket : order->tickets) {
        if (ticket.serial != command.serial)
            continue;
        if (ticket.voided)
            return Error{ErrorCode::OrderGone, "this ticket is void"};
        return ticket.admitted ? Decision(Entries{}) : oneEntry(TicketAdmitted{command.order, command.serial});
    }
    return Error{ErrorCode::NotFound, "this ticket is not valid, or there is newer paper"};
}

} // namespace parterre::rules
