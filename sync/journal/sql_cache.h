// SqlCache: events, plans, snapshots and entries in one SQLite file that may be lost.
#pragma once

#include "sync/counter/cache.h"
#include "sync/sql/connection.h"

#include <memory>

namespace parterre {

class SqlCache : public Cache
{
public:
    // A file that cannot be read as our cache is set aside as "<path>.broken" and a new one begun. Error: Storage, or
    // Unavailable when another program has it.
    static Result<std::unique_ptr<SqlCache>> open(const QString& path, sql::Disk& disk = sql::systemDisk());

    Result<std::vector<EventSummary>> events() override;
    Result<void> saveEvents(const std::vector<EventSummary>& events) override;
    Result<std::optional<CachedEvent>> load(EventId event) override;
    Result<void> replace(EventId event, const Bytes& plan, const Bytes& snapshot) override;
    Result<void> append(EventId event, const std::vector<LogEntry>& entries) override;

private:
    explicit SqlCache(sql::Connection connection) : m_db(std::move(connection)) {}
    sql::Connection m_db;
};

} // namespace parterre
