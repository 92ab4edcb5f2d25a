// The independent count of owners and money.
#include "server/ledger/verify_event.h"

namespace parterre {

void OwnerCount::add(const Order& order)
{
    for (const Ticket& ticket : order.tickets) {
        m_tickets[{order.id, ticket.serial}] = {ticket.seat, !ticket.voided};
        m_charged += ticket.priceMinor;
    }
    m_paid += order.tender.paidMinor;
}

void OwnerCount::rename(const TicketsReissued& reissued)
{
    for (const TicketSerial& serial : reissued.serials)
        if (auto node = m_tickets.extract({reissued.order, serial}); !node.empty()) {
            node.key().second = reissuedSerial(serial);
            m_tickets.insert(std::move(node));
        }
}

void OwnerCount::remove(const TicketsVoided& voided)
{
    for (const TicketSerial& serial : voided.serials) {
        const auto found = m_tickets.find({voided.order, serial});
        if (found != m_tickets.end())
            found->second.live = false;
    }
}

std::uint64_t OwnerCount::sold() const
{
    std::uint64_t count = 0;
    for (const auto& [key, owned] : m_tickets)
        count += owned.live ? 1 : 0;
    return count;
}

std::vector<SeatIndex> OwnerCount::seatsWithSeveral() const
{
    std::map<SeatIndex, int> owners;
    for (const auto& [key, owned] : m_tickets)
        if (owned.live && owned.seat)
            ++owners[*owned.seat];
    std::vector<SeatIndex> several;
    for (const auto& [seat, count] : owners)
        if (count > 1)
            several.push_back(seat);
    return several;
}

} // namespace parterre
