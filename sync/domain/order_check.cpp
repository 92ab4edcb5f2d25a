// Orders: well-formed in themselves, and charged as the terms say.
#include "sync/domain/order_check.h"

#include <algorithm>

namespace parterre {
namespace {

constexpr std::int64_t maxTicketMinor = 1'000'000'000;
constexpr int maxReissues = 100; // of one ticket, that a repeat of its sale is recognised after

Error malformed(std::string detail)
{
    return {ErrorCode::Malformed, std::move(detail)};
}

PriceAreaIndex areaOf(const SeatPlan& plan, const Ticket& ticket)
{
    return ticket.seat ? plan.seat(*ticket.seat).priceArea : plan.standing()[ticket.standing->value].priceArea;
}

Result<void> checkTicket(const EventTerms& terms, const Ticket& ticket)
{
    if (ticket.serial.isNull())
        return malformed("a ticket has no serial");
    if (ticket.voided || ticket.admitted)
        return malformed("a ticket is void or let in before it is sold");
    if (ticket.priceType.value >= terms.priceTypes.size())
        return malformed("a ticket has an unknown price type");
    if (ticket.priceMinor < 0 || ticket.priceMinor > maxTicketMinor)
        return malformed("a ticket price is outside 0 … 1000000000 minor units");
    return {};
}

bool serialsRepeat(const std::vector<Ticket>& tickets)
{
    std::vector<TicketSerial> serials;
    serials.reserve(tickets.size());
    for (const Ticket& ticket : tickets)
        serials.push_back(ticket.serial);
    std::sort(serials.begin(), serials.end());
    return std::adjacent_find(serials.begin(), serials.end()) != serials.end();
}

} // namespace

Result<Places> checkOrder(const SeatPlan& plan, const EventTerms& terms, const Order& order)
{
    if (order.id.isNull())
        return malformed("the order has no id");
    if (order.tickets.empty())
        return malformed("the order has no ticket");
    if (order.tickets.size() > maxTicketsPerOrder)
        return Error{ErrorCode::LimitExceeded, "over 2000 tickets in one order"};
    for (const Ticket& ticket : order.tickets)
        if (Result<void> checked = checkTicket(terms, ticket); !checked)
            return checked.error();
    if (serialsRepeat(order.tickets))
        return malformed("two tickets have the same serial");
    if (order.tender.paidMinor != order.totalMinor())
        return Error{ErrorCode::AmountMismatch, "paid " + std::to_string(order.tender.paidMinor) + " for tickets of " +
                                                    std::to_string(order.totalMinor())};
    return placesOf(plan, order.tickets);
}

Result<void> checkPricesCharged(const SeatPlan& plan, const EventTerms& terms, const Order& order)
{
    for (const Ticket& ticket : order.tickets) {
        const Result<Money> price = priceOf(terms, areaOf(plan, ticket), ticket.priceType);
        if (!price)
            return price.error();
        if (price->minor != ticket.priceMinor)
            return Error{ErrorCode::AmountMismatch, "charged " + std::to_string(ticket.priceMinor) +
                                                        " where the price is " + std::to_string(price->minor)};
    }
    return {};
}

bool sameTickets(const Order& placed, const Order& asked)
{
    const auto same = [](const Ticket& now, Ticket then) {
        for (int i = 0; i < maxReissues && then.serial != now.serial; ++i)
            then.serial = reissuedSerial(then.serial);
        then.voided = now.voided;
        then.admitted = now.admitted;
        return then == now;
    };
    return std::equal(placed.tickets.begin(), placed.tickets.end(), asked.tickets.begin(), asked.tickets.end(), same);
}

} // namespace parterre
