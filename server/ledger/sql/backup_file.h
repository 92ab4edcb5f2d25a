// BackupFile: one file that holds copies of several databases, each checked by its hash when it is taken out.
#pragma once

#include "sync/sql/connection.h"

#include <QString>

namespace parterre {

class BackupFile
{
public:
    // A new file; Storage when it exists or cannot be written. It is complete once finish() has answered ok.
    static Result<BackupFile> create(const QString& path);
    // Corrupt when it is no backup, or one that was never finished.
    static Result<BackupFile> open(const QString& path);

    // Copies the database as it is at one moment, also while a server writes to it.
    Result<void> add(const QString& name, const QString& database);
    Result<void> finish(Instant at);
    Result<Instant> takenAt();
    // Writes the copy to `path`, which must not exist, on stable storage. Corrupt when a byte differs.
    Result<void> extract(const QString& name, const QString& path);

private:
    explicit BackupFile(sql::Connection connection) : m_connection(std::move(connection)) {}
    Result<void> addFile(const QString& name, const QString& path);
    sql::Connection m_connection;
};

} // namespace parterre
