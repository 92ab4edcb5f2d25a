// Table customer_order: one row an order, as people look for it. Tickets are in TicketTable.
#pragma once

#include "server/ledger/order_queries.h"
#include "server/ledger/sql/event_table.h"

namespace parterre {

using OrderNumber = StrongId<struct OrderNumberTag, std::int64_t>;

class OrderTable
{
public:
    explicit OrderTable(sql::Connection& connection) : m_connection(connection) {}

    Result<OrderNumber> insert(EventNumber event, std::uint64_t seq, const Order& order);
    Result<std::optional<OrderNumber>> find(OrderId order);
    Result<OrderNumber> numberOf(OrderId order); // Corrupt when it is not there: its entry said it was

    struct Found
    {
        OrderNumber number;
        FoundOrder order; // without its tickets
    };
    Result<std::vector<Found>> byId(OrderId order);
    // Newest first; `seat`, when given, is the seat the text is the label of.
    Result<std::vector<Found>> search(EventNumber event, std::string_view text, std::optional<SeatIndex> seat,
                                      std::size_t limit);
    Result<std::vector<Found>> latest(EventNumber event, std::size_t limit, std::uint64_t beforeSeq);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
