// SqlOrderQueries: looks orders up over a reading connection of its own (or a lent one).
#pragma once

#include "server/ledger/order_queries.h"
#include "server/ledger/sql/event_log_table.h"
#include "server/ledger/sql/plan_table.h"
#include "server/ledger/sql/ticket_table.h"

#include <map>
#include <memory>

namespace parterre {

class SqlOrderQueries : public OrderQueries
{
public:
    // Opens ledger.db of the folder for reading; SqlLedger::open() has made it.
    static Result<std::unique_ptr<SqlOrderQueries>> open(const QString& dataFolder,
                                                         sql::Disk& disk = sql::systemDisk());
    static std::unique_ptr<SqlOrderQueries> reading(sql::Connection& connection); // which outlives it
    ~SqlOrderQueries() override;

    Result<std::optional<FoundOrder>> byId(OrderId id) override;
    Result<std::vector<FoundOrder>> search(EventId event, std::string_view text, std::size_t limit) override;
    Result<std::vector<FoundOrder>> latest(EventId event, std::size_t limit, std::uint64_t beforeSeq) override;
    Result<std::vector<StoredEntry>> entries(EventId event, std::uint64_t after, std::size_t limit,
                                             std::size_t maxBytes) override;

private:
    SqlOrderQueries(sql::Connection& connection, std::unique_ptr<sql::Connection> owned);
    Result<std::vector<FoundOrder>> withTickets(Result<std::vector<OrderTable::Found>> orders);
    Result<SeatPlanPtr> planOf(PlanId id); // decoded once

    std::unique_ptr<sql::Connection> m_owned;
    PlanTable m_plans;
    EventTable m_events;
    EventLogTable m_log;
    OrderTable m_orders;
    TicketTable m_tickets;
    std::map<PlanId, SeatPlanPtr> m_decodedPlans;
};

} // namespace parterre
