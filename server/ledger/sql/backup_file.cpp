// SQL of a backup: chunks of a megabyte, so that neither side holds a database in memory.
#include "server/ledger/sql/backup_file.h"

#include "sync/sql/transaction.h"
#include "sync/wire/hash_stream.h"

#include <QFile>
#include <QSaveFile>

namespace parterre {
namespace {

constexpr qint64 chunkBytes = 1024 * 1024;

Error storage(const QFileDevice& file)
{
    return {ErrorCode::Storage, (file.fileName() + QStringLiteral(": ") + file.errorString()).toStdString()};
}

} // namespace

Result<BackupFile> BackupFile::create(const QString& path)
{
    if (QFile::exists(path))
        return Error{ErrorCode::Storage, path.toStdString() + " is there already"};
    Result<sql::Connection> connection = sql::Connection::open(path);
    if (!connection)
        return connection.error();
    Result<void> made = connection->runScript(
        "PRAGMA journal_mode=DELETE;" // one file, also while it is written
        "CREATE TABLE backup(taken_at INTEGER NOT NULL) STRICT;"
        "CREATE TABLE backup_file(name TEXT PRIMARY KEY, hash BLOB NOT NULL) STRICT, WITHOUT ROWID;"
        "CREATE TABLE backup_chunk(name TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL,"
        "                          PRIMARY KEY (name, number)) STRICT;");
    if (!made)
        return made.error();
    return BackupFile(std::move(*connection));
}

Result<BackupFile> BackupFile::open(const QString& path)
{
    if (!QFile::exists(path))
        return Error{ErrorCode::NotFound, path.toStdString()};
    sql::ConnectionOptions options;
    options.readOnly = true;
    Result<sql::Connection> connection = sql::Connection::open(path, options);
    if (!connection)
        return connection.error();
    BackupFile file(std::move(*connection));
    if (const Result<Instant> at = file.takenAt(); !at)
        return Error{ErrorCode::Corrupt, path.toStdString() + " is no complete backup of this program"};
    return file;
}

Result<Instant> BackupFile::takenAt()
{
    sql::Statement row = m_connection.prepare("SELECT taken_at FROM backup");
    if (row.next())
        return row.instant(0);
    return row.status() ? Error{ErrorCode::Corrupt, "the backup was never finished"} : row.status().error();
}

Result<void> BackupFile::add(const QString& name, const QString& database)
{
    const QString copy = m_connection.path() + QLatin1Char('.') + name;
    QFile::remove(copy);
    sql::ConnectionOptions options;
    options.readOnly = true;
    Result<sql::Connection> connection = sql::Connection::open(database, options);
    if (!connection)
        return connection.error();
    // VACUUM INTO writes the copy only, but counts as writing. One read transaction, so one moment; and without the
    // holes the original may have.
    Result<void> added = connection->runScript("PRAGMA query_only=OFF;");
    if (added)
        added = connection->run("VACUUM INTO ?1", copy.toStdString());
    if (added)
        added = addFile(name, copy);
    QFile::remove(copy);
    return added;
}

Result<void> BackupFile::addFile(const QString& name, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return storage(file);
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    HashStream hash;
    for (std::uint64_t number = 0; !file.atEnd(); ++number) {
        const QByteArray chunk = file.read(chunkBytes);
        if (file.error() != QFileDevice::NoError)
            return storage(file);
        hash.add(chunk.constData(), static_cast<std::size_t>(chunk.size()));
        const Result<void> stored = m_connection.run("INSERT INTO backup_chunk(name, number, body) VALUES (?1, ?2, ?3)",
                                                     name.toStdString(), number, chunk);
        if (!stored)
            return stored;
    }
    const Result<void> stored =
        m_connection.run("INSERT INTO backup_file(name, hash) VALUES (?1, ?2)", name.toStdString(), hash.result());
    return stored ? transaction->commit() : stored;
}

Result<void> BackupFile::finish(Instant at)
{
    return m_connection.run("INSERT INTO backup(taken_at) VALUES (?1)", at);
}

Result<void> BackupFile::extract(const QString& name, const QString& path)
{
    sql::Statement known = m_connection.prepare("SELECT hash FROM backup_file WHERE name = ?1");
    known.bind(name.toStdString());
    if (!known.next())
        return known.status() ? Error{ErrorCode::Corrupt, "the backup has no " + name.toStdString()}
                              : known.status().error();
    const Bytes32 expected = known.fixed<32>(0);
    if (QFile::exists(path))
        return Error{ErrorCode::Storage, path.toStdString() + " is there already"};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return storage(file);
    HashStream hash;
    sql::Statement chunks = m_connection.prepare("SELECT body FROM backup_chunk WHERE name = ?1 ORDER BY number");
    chunks.bind(name.toStdString());
    while (chunks.next()) {
        const QByteArray chunk = chunks.bytes(0);
        hash.add(chunk.constData(), static_cast<std::size_t>(chunk.size()));
        if (file.write(chunk) != chunk.size())
            return storage(file);
    }
    if (!chunks.status())
        return chunks.status().error();
    if (hash.result() != expected)
        return Error{ErrorCode::Corrupt, name.toStdString() + " in the backup was changed or cut short"};
    if (!file.commit()) // renames and flushes
        return storage(file);
    return {};
}

} // namespace parterre
