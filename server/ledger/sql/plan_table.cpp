// SQL of table plan.
#include "server/ledger/sql/plan_table.h"

namespace parterre {

Result<void> PlanTable::insert(const PlanRecord& plan)
{
    return m_connection.run(
        "INSERT INTO plan(id, venue, name, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT(id) DO NOTHING", plan.plan,
        plan.venue, plan.name, plan.bytes);
}

Result<PlanRecord> PlanTable::find(PlanId plan)
{
    sql::Statement row = m_connection.prepare("SELECT venue, name, body FROM plan WHERE id = ?1");
    row.bind(plan);
    if (!row.next())
        return row.status() ? Error{ErrorCode::NotFound, "no plan " + plan.toString()} : row.status().error();
    PlanRecord record{plan, row.text(0), row.text(1), row.bytes(2)};
    if (!row.status())
        return row.status().error();
    return record;
}

Result<std::vector<PlanRecord>> PlanTable::all()
{
    sql::Statement rows = m_connection.prepare("SELECT id, venue, name FROM plan ORDER BY venue, name, id");
    std::vector<PlanRecord> all;
    while (rows.next())
        all.push_back({rows.id<PlanId>(0), rows.text(1), rows.text(2), {}});
    if (!rows.status())
        return rows.status().error();
    return all;
}

} // namespace parterre
