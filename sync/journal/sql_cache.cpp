// The cache's tables.
#include "sync/journal/sql_cache.h"

#include "sync/sql/migrator.h"
#include "sync/sql/transaction.h"

namespace parterre {
namespace {

Result<sql::Connection> openMigrated(const QString& path, sql::Disk& disk)
{
    sql::ConnectionOptions options;
    options.exclusive = true;
    options.durable = false; // a lost commit only means an older cursor
    options.disk = &disk;
    Result<sql::Connection> connection = sql::Connection::open(path, options);
    if (!connection)
        return connection;
    if (Result<void> migrated = sql::migrate(*connection, QStringLiteral(":/sql/cache")); !migrated)
        return migrated.error();
    return connection;
}

void setAside(const QString& path, sql::Disk& disk)
{
    for (const QString& suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        disk.rename(path + suffix, path + QStringLiteral(".broken") + suffix);
}

} // namespace

Result<std::unique_ptr<SqlCache>> SqlCache::open(const QString& path, sql::Disk& disk)
{
    Result<sql::Connection> connection = openMigrated(path, disk);
    if (!connection && connection.error().code == ErrorCode::Corrupt) {
        setAside(path, disk);
        connection = openMigrated(path, disk);
    }
    if (!connection)
        return connection.error();
    return std::unique_ptr<SqlCache>(new SqlCache(std::move(*connection)));
}

Result<std::vector<EventSummary>> SqlCache::events()
{
    sql::Statement rows = m_db.prepare("SELECT id, title, venue, starts_at, time_zone, EXISTS (SELECT 1 FROM snapshot "
                                       "WHERE snapshot.event = event.id) FROM event ORDER BY position");
    rows.bind();
    std::vector<EventSummary> events;
    while (rows.next())
        events.push_back(
            {rows.id<EventId>(0), rows.text(1), rows.text(2), rows.instant(3), rows.text(4), rows.integer(5) != 0});
    if (!rows.status())
        return rows.status().error();
    return events;
}

Result<void> SqlCache::saveEvents(const std::vector<EventSummary>& events)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_db);
    if (!transaction)
        return transaction.error();
    if (Result<void> gone = m_db.run("DELETE FROM event"); !gone)
        return gone;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const EventSummary& one = events[i];
        Result<void> added = m_db.run("INSERT INTO event (id, title, venue, starts_at, time_zone, position) "
                                      "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO NOTHING",
                                      one.event, one.title, one.venue, one.startsAt, one.timeZone, i);
        if (!added)
            return added;
    }
    return transaction->commit();
}

Result<std::optional<CachedEvent>> SqlCache::load(EventId event)
{
    sql::Statement row = m_db.prepare("SELECT plan, body FROM snapshot WHERE event = ?1");
    row.bind(event);
    if (!row.next()) {
        if (!row.status())
            return row.status().error();
        return std::optional<CachedEvent>();
    }
    CachedEvent cached{row.bytes(0), row.bytes(1), {}};
    sql::Statement rows = m_db.prepare("SELECT seq, at, cause, body FROM entry WHERE event = ?1 ORDER BY seq");
    rows.bind(event);
    while (rows.next()) {
        Result<EntryBody> body = decodeEntry(rows.bytes(3));
        if (!body)
            return Error{ErrorCode::Corrupt, "the cache: " + body.error().detail};
        cached.entries.push_back({rows.unsignedInteger(0), rows.instant(1), rows.id<CauseId>(2), std::move(*body)});
    }
    if (!rows.status())
        return rows.status().error();
    return std::optional(std::move(cached));
}

Result<void> SqlCache::replace(EventId event, const Bytes& plan, const Bytes& snapshot)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_db);
    if (!transaction)
        return transaction.error();
    if (Result<void> gone = m_db.run("DELETE FROM snapshot WHERE event = ?1", event); !gone)
        return gone;
    if (Result<void> added =
            m_db.run("INSERT INTO snapshot (event, plan, body) VALUES (?1, ?2, ?3)", event, plan, snapshot);
        !added)
        return added;
    return transaction->commit();
}

Result<void> SqlCache::append(EventId event, const std::vector<LogEntry>& entries)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_db);
    if (!transaction)
        return transaction.error();
    for (const LogEntry& entry : entries) {
        Result<void> added = m_db.run("INSERT INTO entry (event, seq, at, cause, body) VALUES (?1, ?2, ?3, ?4, ?5) "
                                      "ON CONFLICT (event, seq) DO NOTHING",
                                      event, entry.seq, entry.at, entry.cause, encodeEntry(entry.body));
        if (!added)
            return added;
    }
    return transaction->commit();
}

} // namespace parterre
