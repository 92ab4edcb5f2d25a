// Connection: one open SQLite database file with our settings, and the statements prepared on it.
#pragma once

#include "sync/base/result.h"
#include "sync/sql/disk.h"
#include "sync/sql/statement.h"

#include <QString>

#include <memory>

namespace parterre::sql {

class StatementCache;

struct ConnectionOptions
{
    // Readers never write and never create the file; they see committed data beside a writer in another thread or
    // process.
    bool readOnly = false;
    // Nobody else may open the file while we have it (locking_mode=EXCLUSIVE), not even to read.
    bool exclusive = false;
    // false: a commit may be lost by a power cut (never torn). For files that can be rebuilt.
    bool durable = true;
    Milliseconds busyTimeout{5000}; // how long to wait for another writer before Unavailable
    Disk* disk = &systemDisk();     // where the file lives; outlives the connection
};

// Always WAL and foreign_keys=ON. Used by one thread at a time; movable; statements die before it.
class Connection
{
public:
    // The file is made when it is not there (unless readOnly), readable by its owner only. Errors: Unavailable when
    // another program has it exclusively, Storage when the folder or disk is in the way, Corrupt when it is no
    // database.
    static Result<Connection> open(const QString& path, const ConnectionOptions& options = {});

    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    // Prepared on first use of this text, kept for the life of the connection. A text that cannot be prepared
    // reports it when it runs.
    Statement prepare(std::string sql);

    // One statement without rows, values not copied.
    template <typename... Values>
    Result<void> run(std::string sql, const Values&... values)
    {
        return prepare(std::move(sql)).run(values...);
    }

    // Any number of statements without parameters, not kept. For migrations and pragmas.
    Result<void> runScript(const QByteArray& sql);

    std::int64_t lastInsertId() const;
    std::int64_t changedRows() const; // by the last INSERT, UPDATE or DELETE
    bool inTransaction() const;
    const QString& path() const { return m_path; }

private:
    Connection(std::unique_ptr<StatementCache> cache, QString path);
    Result<void> configure(const ConnectionOptions& options);
    std::unique_ptr<StatementCache> m_cache;
    QString m_path;
};

} // namespace parterre::sql
