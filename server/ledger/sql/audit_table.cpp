// SQL of table audit_log.
#include "server/ledger/sql/audit_table.h"

namespace parterre {

Result<void> AuditTable::append(const AuditRecord& record)
{
    return m_connection.run("INSERT INTO audit_log(at, actor, action, subject, reason, before, after) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                            record.at, record.actor, record.action, record.subject, record.reason, record.before,
                            record.after);
}

Result<std::vector<AuditRecord>> AuditTable::latest(std::size_t limit)
{
    sql::Statement rows =
        m_connection.prepare("SELECT at, actor, action, subject, reason, before, after FROM audit_log "
                             "ORDER BY number DESC LIMIT ?1");
    rows.bind(limit);
    std::vector<AuditRecord> records;
    while (rows.next())
        records.push_back(
            {rows.instant(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6)});
    if (!rows.status())
        return rows.status().error();
    return records;
}

} // namespace parterre
