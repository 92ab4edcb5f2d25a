// Table event: which events there are and where the log of each stands.
#pragma once

#include "server/ledger/ledger.h"
#include "sync/sql/connection.h"

namespace parterre {

// The small number an event has in the rows of other tables.
using EventNumber = StrongId<struct EventNumberTag, std::int64_t>;

struct EventRow
{
    EventNumber number;
    EventRecord record;
};

class EventTable
{
public:
    explicit EventTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> insert(const EventRecord& event); // with an empty log
    Result<EventRow> find(EventId event);          // NotFound
    Result<std::vector<EventRow>> all();           // in order of creation
    Result<void> setLogId(EventNumber event, LogId logId);
    Result<void> setHead(EventNumber event, std::uint64_t seq, const Bytes32& hash);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
