// Opens and configures a database file.
#include "sync/sql/connection.h"
#include "sync/sql/sql_error.h"
#include "sync/sql/statement_cache.h"

#include <sqlite3.h>

namespace parterre::sql {
namespace {

std::string takenSentence(const QString& path)
{
    return path.toStdString() + " is in use by another running program; close that one first";
}

} // namespace

Result<Connection> Connection::open(const QString& path, const ConnectionOptions& options)
{
    if (!options.readOnly)
        if (Result<void> made = options.disk->makePrivate(path); !made)
            return made.error();
    sqlite3* db = nullptr;
    const QByteArray name = path.toUtf8();
    // Also readers open for writing: only a writer can recover the WAL a killed program left. query_only guards them.
    const int code =
        sqlite3_open_v2(name.constData(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, options.disk->vfs());
    if (code != SQLITE_OK) {
        Error error = sqlError(code, db, "opening " + path.toStdString());
        sqlite3_close(db);
        return error;
    }
    sqlite3_extended_result_codes(db, 1);
    Connection connection(std::make_unique<StatementCache>(db), path);
    if (Result<void> configured = connection.configure(options); !configured) {
        if (configured.error().code == ErrorCode::Unavailable)
            return Error{ErrorCode::Unavailable, takenSentence(path)};
        return configured.error();
    }
    return connection;
}

Result<void> Connection::configure(const ConnectionOptions& options)
{
    sqlite3* db = m_cache->db();
    // An exclusive owner does not go away while it runs, so waiting for one only delays the sentence.
    sqlite3_busy_timeout(db, options.exclusive ? 0 : static_cast<int>(options.busyTimeout.count()));
    QByteArray settings;
    if (options.exclusive)
        settings += "PRAGMA locking_mode=EXCLUSIVE;";
    if (!options.readOnly)
        settings += "PRAGMA journal_mode=WAL;";
    settings += options.durable ? "PRAGMA synchronous=FULL;" : "PRAGMA synchronous=NORMAL;";
    settings += "PRAGMA foreign_keys=ON;";
    settings += options.readOnly ? "PRAGMA query_only=ON;" : "";
    // Touches the file: takes the exclusive lock, and finds out whether it is a database at all.
    settings += options.exclusive ? "BEGIN IMMEDIATE; COMMIT;" : "SELECT count(*) FROM sqlite_schema;";
    return runScript(settings);
}

Connection::Connection(std::unique_ptr<StatementCache> cache, QString path)
    : m_cache(std::move(cache)), m_path(std::move(path))
{}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Statement Connection::prepare(std::string sql)
{
    return Statement(*m_cache, std::move(sql));
}

Result<void> Connection::runScript(const QByteArray& sql)
{
    const int code = sqlite3_exec(m_cache->db(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqlError(code, m_cache->db(), m_path.toStdString());
    return {};
}

std::int64_t Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_cache->db());
}

std::int64_t Connection::changedRows() const
{
    return sqlite3_changes64(m_cache->db());
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_cache->db()) == 0;
}

} // namespace parterre::sql
