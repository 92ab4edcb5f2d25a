// From ticket to code.
#include "sync/counter/ticket_codes.h"

namespace parterre {

std::vector<std::string> TicketSigner::codesOf(const Order& order, bool provisional) const
{
    std::vector<std::string> codes;
    for (const Ticket& ticket : order.tickets) {
        TicketContent content;
        content.event = terms.event;
        content.serial = ticket.serial;
        content.issuer = issuer;
        content.orderCode = orderCode(order.id);
        content.place = ticket.seat ? plan.label(*ticket.seat) : plan.standing()[ticket.standing->value].name;
        content.priceType = terms.priceTypes[ticket.priceType.value];
        content.provisional = provisional;
        codes.push_back(encodeTicketCode(content, key).toStdString());
    }
    return codes;
}

} // namespace parterre
