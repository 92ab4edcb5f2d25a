// Table audit_log: every act of staff, append-only.
#pragma once

#include "server/guard/account_store.h"
#include "sync/sql/connection.h"

namespace parterre {

class AuditTable
{
public:
    explicit AuditTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> append(const AuditRecord& record);
    Result<std::vector<AuditRecord>> latest(std::size_t limit); // newest first

private:
    sql::Connection& m_connection;
};

} // namespace parterre
