// Table event_log: the entries of every log, append-only.
#pragma once

#include "server/ledger/sql/event_table.h"

namespace parterre {

class EventLogTable
{
public:
    explicit EventLogTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> append(EventNumber event, const std::vector<StoredEntry>& entries);
    // As Ledger::entries().
    Result<std::vector<StoredEntry>> read(EventNumber event, std::uint64_t after, std::size_t limit,
                                          std::size_t maxBytes);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
