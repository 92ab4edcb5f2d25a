// SQL of table customer_order.
#include "server/ledger/sql/order_table.h"

namespace parterre {
namespace {

// Every reader selects these, in this order; `o` is the order and `e` its event.
#define PARTERRE_ORDER_COLUMNS                                                                                         \
    "SELECT o.number, e.id, o.seq, o.code, o.id, o.channel, o.device, o.clerk, o.name, o.email, o.phone, "             \
    "o.tender, o.paid_minor, o.tender_reference, o.sold_at FROM customer_order o JOIN event e ON e.number = o.event "

OrderTable::Found rowOf(sql::Statement& row)
{
    OrderTable::Found found;
    found.number = OrderNumber{row.integer(0)};
    found.order.event = row.id<EventId>(1);
    found.order.seq = row.unsignedInteger(2);
    found.order.code = row.text(3);
    Order& order = found.order.order;
    order.id = row.id<OrderId>(4);
    order.channel = static_cast<Channel>(row.integer(5));
    order.device = row.optionalId<DeviceId>(6);
    order.clerk = row.text(7);
    order.buyer = {row.text(8), row.text(9), row.text(10)};
    order.tender = {static_cast<TenderMethod>(row.integer(11)), row.integer(12), row.text(13)};
    order.soldAt = row.instant(14);
    return found;
}

Result<std::vector<OrderTable::Found>> all(sql::Statement& rows)
{
    std::vector<OrderTable::Found> found;
    while (rows.next())
        found.push_back(rowOf(rows));
    if (!rows.status())
        return rows.status().error();
    return found;
}

// The text as a LIKE pattern that means itself; '\' is the escape character.
std::string escaped(std::string_view text)
{
    std::string pattern;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

} // namespace

Result<OrderNumber> OrderTable::insert(EventNumber event, std::uint64_t seq, const Order& order)
{
    const Result<void> stored = m_connection.run(
        "INSERT INTO customer_order(id, event, seq, code, channel, device, clerk, name, email, phone, "
        "tender, tender_reference, paid_minor, sold_at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        order.id, event, seq, orderCode(order.id), static_cast<int>(order.channel), order.device, order.clerk,
        order.buyer.name, order.buyer.email, order.buyer.phone, static_cast<int>(order.tender.method),
        order.tender.reference, order.tender.paidMinor, order.soldAt);
    if (!stored)
        return stored.error();
    return OrderNumber{m_connection.lastInsertId()};
}

Result<std::optional<OrderNumber>> OrderTable::find(OrderId order)
{
    sql::Statement row = m_connection.prepare("SELECT number FROM customer_order WHERE id = ?1");
    row.bind(order);
    if (row.next())
        return std::optional(OrderNumber{row.integer(0)});
    if (!row.status())
        return row.status().error();
    return std::optional<OrderNumber>();
}

Result<OrderNumber> OrderTable::numberOf(OrderId order)
{
    const Result<std::optional<OrderNumber>> found = find(order);
    if (!found)
        return found.error();
    if (*found)
        return **found;
    return Error{ErrorCode::Corrupt, "order " + order.toString() + " is in the log but not among the orders"};
}

Result<std::vector<OrderTable::Found>> OrderTable::byId(OrderId order)
{
    sql::Statement rows = m_connection.prepare(PARTERRE_ORDER_COLUMNS "WHERE o.id = ?1");
    rows.bind(order);
    return all(rows);
}

Result<std::vector<OrderTable::Found>> OrderTable::search(EventNumber event, std::string_view text,
                                                          std::optional<SeatIndex> seat, std::size_t limit)
{
    sql::Statement rows = m_connection.prepare(
        PARTERRE_ORDER_COLUMNS
        "WHERE o.event = ?1 AND (o.code LIKE ?2 || '%' ESCAPE '\\' OR o.email LIKE ?2 || '%' ESCAPE '\\' "
        "OR o.name LIKE '%' || ?2 || '%' ESCAPE '\\' OR o.number IN "
        "(SELECT t.order_number FROM ticket t WHERE t.event = ?1 AND t.seat = ?3)) ORDER BY o.seq DESC LIMIT ?4");
    rows.bind(event, escaped(text), seat, limit);
    return all(rows);
}

Result<std::vector<OrderTable::Found>> OrderTable::latest(EventNumber event, std::size_t limit, std::uint64_t beforeSeq)
{
    sql::Statement rows = m_connection.prepare(
        PARTERRE_ORDER_COLUMNS "WHERE o.event = ?1 AND (?3 = 0 OR o.seq < ?3) ORDER BY o.seq DESC LIMIT ?2");
    rows.bind(event, limit, beforeSeq);
    return all(rows);
}

#undef PARTERRE_ORDER_COLUMNS

} // namespace parterre
