// SQL of table ticket.
#include "server/ledger/sql/ticket_table.h"

namespace parterre {

Result<void> TicketTable::insert(OrderNumber order, EventNumber event, const std::vector<Ticket>& tickets)
{
    sql::Statement insert = m_connection.prepare(
        "INSERT INTO ticket(order_number, position, serial, event, seat, standing, price_type, price_minor, voided, "
        "admitted) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    int position = 0;
    for (const Ticket& ticket : tickets) {
        const Result<void> stored = insert.run(order, position++, ticket.serial, event, ticket.seat, ticket.standing,
                                               ticket.priceType, ticket.priceMinor, ticket.voided, ticket.admitted);
        if (!stored)
            return stored;
    }
    return {};
}

Result<void> TicketTable::changedOne(const Result<void>& stored, const TicketSerial& serial) const
{
    if (!stored || m_connection.changedRows() == 1)
        return stored;
    return Error{ErrorCode::Corrupt, "ticket " + serial.toString() + " is in the log but not among the tickets"};
}

Result<void> TicketTable::setVoided(OrderNumber order, const std::vector<TicketSerial>& serials)
{
    sql::Statement update =
        m_connection.prepare("UPDATE ticket SET voided = 1 WHERE order_number = ?1 AND serial = ?2");
    for (const TicketSerial& serial : serials)
        if (Result<void> stored = changedOne(update.run(order, serial), serial); !stored)
            return stored;
    return {};
}

Result<void> TicketTable::setReissued(OrderNumber order, const std::vector<TicketSerial>& serials)
{
    sql::Statement update =
        m_connection.prepare("UPDATE ticket SET serial = ?3 WHERE order_number = ?1 AND serial = ?2");
    for (const TicketSerial& serial : serials)
        if (Result<void> stored = changedOne(update.run(order, serial, reissuedSerial(serial)), serial); !stored)
            return stored;
    return {};
}

Result<void> TicketTable::setAdmitted(OrderNumber order, const TicketSerial& serial)
{
    sql::Statement update =
        m_connection.prepare("UPDATE ticket SET admitted = 1 WHERE order_number = ?1 AND serial = ?2");
    return changedOne(update.run(order, serial), serial);
}

Result<std::vector<Ticket>> TicketTable::ofOrder(OrderNumber order)
{
    sql::Statement rows =
        m_connection.prepare("SELECT serial, seat, standing, price_type, price_minor, voided, admitted FROM "
                             "ticket WHERE order_number = ?1 ORDER BY position");
    rows.bind(order);
    std::vector<Ticket> tickets;
    while (rows.next()) {
        Ticket ticket{rows.id<TicketSerial>(0),
                      {},
                      {},
                      PriceTypeIndex{static_cast<std::uint16_t>(rows.integer(3))},
                      rows.integer(4),
                      rows.integer(5) != 0,
                      rows.integer(6) != 0};
        if (!rows.isNull(1))
            ticket.seat = SeatIndex{static_cast<std::uint32_t>(rows.integer(1))};
        if (!rows.isNull(2))
            ticket.standing = StandingIndex{static_cast<std::uint16_t>(rows.integer(2))};
        tickets.push_back(ticket);
    }
    if (!rows.status())
        return rows.status().error();
    return tickets;
}

} // namespace parterre
