// Joins what the tables answer.
#include "server/ledger/sql/sql_order_queries.h"
#include "server/ledger/sql/sql_ledger.h"
#include "sync/sql/migrator.h"
#include "sync/wire/snapshot.h"

#include <algorithm>

namespace parterre {

Result<std::unique_ptr<SqlOrderQueries>> SqlOrderQueries::open(const QString& dataFolder, sql::Disk& disk)
{
    sql::ConnectionOptions options;
    options.readOnly = true;
    options.disk = &disk;
    Result<sql::Connection> opened = sql::Connection::open(SqlLedger::fileIn(dataFolder), options);
    if (!opened)
        return opened.error();
    auto connection = std::make_unique<sql::Connection>(std::move(*opened));
    if (Result<void> checked = sql::checkSchema(*connection, QStringLiteral(":/sql/ledger")); !checked)
        return checked.error();
    sql::Connection& used = *connection;
    return std::unique_ptr<SqlOrderQueries>(new SqlOrderQueries(used, std::move(connection)));
}

std::unique_ptr<SqlOrderQueries> SqlOrderQueries::reading(sql::Connection& connection)
{
    return std::unique_ptr<SqlOrderQueries>(new SqlOrderQueries(connection, nullptr));
}

SqlOrderQueries::SqlOrderQueries(sql::Connection& connection, std::unique_ptr<sql::Connection> owned)
    : m_owned(std::move(owned)),
      m_plans(connection),
      m_events(connection),
      m_log(connection),
      m_orders(connection),
      m_tickets(connection)
{}

SqlOrderQueries::~SqlOrderQueries() = default;

Result<std::vector<FoundOrder>> SqlOrderQueries::withTickets(Result<std::vector<OrderTable::Found>> orders)
{
    if (!orders)
        return orders.error();
    std::vector<FoundOrder> found;
    for (OrderTable::Found& order : *orders) {
        Result<std::vector<Ticket>> tickets = m_tickets.ofOrder(order.number);
        if (!tickets)
            return tickets.error();
        found.push_back(std::move(order.order));
        found.back().order.tickets = std::move(*tickets);
    }
    return found;
}

Result<SeatPlanPtr> SqlOrderQueries::planOf(PlanId id)
{
    const auto known = m_decodedPlans.find(id);
    if (known != m_decodedPlans.end())
        return known->second;
    const Result<PlanRecord> record = m_plans.find(id);
    if (!record)
        return record.error();
    Result<SeatPlanParts> parts = decodePlan(record->bytes);
    if (!parts)
        return parts.error();
    Result<SeatPlanPtr> plan = SeatPlan::create(std::move(*parts));
    if (plan)
        m_decodedPlans.emplace(id, *plan);
    return plan;
}

Result<std::optional<FoundOrder>> SqlOrderQueries::byId(OrderId id)
{
    Result<std::vector<FoundOrder>> found = withTickets(m_orders.byId(id));
    if (!found)
        return found.error();
    return found->empty() ? std::optional<FoundOrder>() : std::move(found->front());
}

Result<std::vector<FoundOrder>> SqlOrderQueries::search(EventId event, std::string_view text, std::size_t limit)
{
    const Result<EventRow> row = m_events.find(event);
    if (!row)
        return row.error();
    const std::size_t most = std::min(limit, maxResults);
    if (text.empty())
        return withTickets(m_orders.latest(row->number, most, 0));
    const Result<SeatPlanPtr> plan = planOf(row->record.plan);
    if (!plan)
        return plan.error();
    return withTickets(m_orders.search(row->number, text, (*plan)->seatByLabel(text), most));
}

Result<std::vector<FoundOrder>> SqlOrderQueries::latest(EventId event, std::size_t limit, std::uint64_t beforeSeq)
{
    const Result<EventRow> row = m_events.find(event);
    if (!row)
        return row.error();
    return withTickets(m_orders.latest(row->number, std::min(limit, maxResults), beforeSeq));
}

Result<std::vector<StoredEntry>> SqlOrderQueries::entries(EventId event, std::uint64_t after, std::size_t limit,
                                                          std::size_t maxBytes)
{
    const Result<EventRow> row = m_events.find(event);
    if (!row)
        return row.error();
    return m_log.read(row->number, after, limit, maxBytes);
}

} // namespace parterre
