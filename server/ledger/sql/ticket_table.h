// Table ticket: one row a place of an order, findable by seat.
#pragma once

#include "server/ledger/sql/order_table.h"

namespace parterre {

class TicketTable
{
public:
    explicit TicketTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> insert(OrderNumber order, EventNumber event, const std::vector<Ticket>& tickets);
    // Corrupt when one of them is not there.
    Result<void> setVoided(OrderNumber order, const std::vector<TicketSerial>& serials);
    Result<void> setReissued(OrderNumber order, const std::vector<TicketSerial>& serials); // named by the old ones
    Result<void> setAdmitted(OrderNumber order, const TicketSerial& serial);
    Result<std::vector<Ticket>> ofOrder(OrderNumber order); // in the order of the sale

private:
    Result<void> changedOne(const Result<void>& stored, const TicketSerial& serial) const;

    sql::Connection& m_connection;
};

} // namespace parterre
