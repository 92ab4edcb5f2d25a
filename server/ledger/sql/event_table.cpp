// SQL of table event.
#include "server/ledger/sql/event_table.h"
#include "server/ledger/batch_check.h"

namespace parterre {
namespace {

EventRow rowOf(sql::Statement& row)
{
    return {EventNumber{row.integer(0)},
            {row.id<EventId>(1), row.id<PlanId>(2), row.id<LogId>(3), row.unsignedInteger(4), row.fixed<32>(5)}};
}

} // namespace

Result<void> EventTable::insert(const EventRecord& event)
{
    return m_connection.run("INSERT INTO event(id, plan, log_id, head_seq, head_hash) VALUES (?1, ?2, ?3, 0, ?4)",
                            event.event, event.plan, event.logId, Bytes32{});
}

Result<EventRow> EventTable::find(EventId event)
{
    sql::Statement row =
        m_connection.prepare("SELECT number, id, plan, log_id, head_seq, head_hash FROM event WHERE id = ?1");
    row.bind(event);
    if (!row.next())
        return row.status() ? unknownEvent(event) : row.status().error();
    const EventRow found = rowOf(row);
    if (!row.status())
        return row.status().error();
    return found;
}

Result<std::vector<EventRow>> EventTable::all()
{
    sql::Statement rows =
        m_connection.prepare("SELECT number, id, plan, log_id, head_seq, head_hash FROM event ORDER BY number");
    std::vector<EventRow> all;
    while (rows.next())
        all.push_back(rowOf(rows));
    if (!rows.status())
        return rows.status().error();
    return all;
}

Result<void> EventTable::setHead(EventNumber event, std::uint64_t seq, const Bytes32& hash)
{
    return m_connection.run("UPDATE event SET head_seq = ?2, head_hash = ?3 WHERE number = ?1", event, seq, hash);
}

Result<void> EventTable::setLogId(EventNumber event, LogId logId)
{
    return m_connection.run("UPDATE event SET log_id = ?2 WHERE number = ?1", event, logId);
}

} // namespace parterre
