// Finds, checks and applies migrations.
#include "sync/sql/migrator.h"
#include "sync/sql/transaction.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace parterre::sql {
namespace {

QByteArray checksumOf(const Migration& migration)
{
    return QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256);
}

// How many of the migrations the database has; every one it has must be the one we know.
Result<std::size_t> appliedCount(Connection& connection, const std::vector<Migration>& migrations)
{
    Statement rows = connection.prepare("SELECT number, name, checksum FROM schema_migration ORDER BY number");
    std::size_t count = 0;
    while (rows.next()) {
        const std::string file = connection.path().toStdString();
        if (count == migrations.size())
            return Error{ErrorCode::Corrupt, file + " was written by a newer version of this program (schema " +
                                                 std::to_string(rows.integer(0)) + ", this version knows " +
                                                 std::to_string(migrations.size()) + ")"};
        const Migration& known = migrations[count];
        if (rows.integer(0) != known.number || rows.bytes(2) != checksumOf(known))
            return Error{ErrorCode::Corrupt,
                         file + ": schema step " + std::to_string(known.number) + " (" + known.name +
                             ") is not the one this version knows; it must never change once applied"};
        ++count;
    }
    if (!rows.status())
        return rows.status().error();
    return count;
}

Result<void> applyOne(Connection& connection, const Migration& migration)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    if (Result<void> ran = connection.runScript(migration.sql); !ran)
        return Error{ran.error().code, "schema step " + std::to_string(migration.number) + " (" + migration.name +
                                           "): " + ran.error().detail};
    if (Result<void> noted = connection.run("INSERT INTO schema_migration(number, name, checksum) VALUES (?1, ?2, ?3)",
                                            migration.number, migration.name, checksumOf(migration));
        !noted)
        return noted;
    return transaction->commit();
}

} // namespace

Result<std::vector<Migration>> readMigrations(const QString& folder)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{4})_([a-z0-9_]+)\\.sql$"));
    std::vector<Migration> migrations;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QRegularExpressionMatch match = pattern.match(name);
        const int expected = static_cast<int>(migrations.size()) + 1;
        if (!match.hasMatch() || match.captured(1).toInt() != expected)
            return Error{ErrorCode::Corrupt, folder.toStdString() + ": expected schema step " +
                                                 std::to_string(expected) + ", found " + name.toStdString()};
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Storage, "cannot read " + file.fileName().toStdString()};
        migrations.push_back({expected, match.captured(2).toStdString(), file.readAll()});
    }
    if (migrations.empty())
        return Error{ErrorCode::Corrupt, "no schema steps in " + folder.toStdString()};
    return migrations;
}

Result<void> migrate(Connection& connection, const std::vector<Migration>& migrations)
{
    if (Result<void> made =
            connection.runScript("CREATE TABLE IF NOT EXISTS schema_migration ("
                                 "number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum BLOB NOT NULL) STRICT");
        !made)
        return made;
    const Result<std::size_t> applied = appliedCount(connection, migrations);
    if (!applied)
        return applied.error();
    for (std::size_t i = *applied; i < migrations.size(); ++i)
        if (Result<void> done = applyOne(connection, migrations[i]); !done)
            return done;
    return {};
}

Result<void> migrate(Connection& connection, const QString& folder)
{
    const Result<std::vector<Migration>> migrations = readMigrations(folder);
    if (!migrations)
        return migrations.error();
    return migrate(connection, *migrations);
}

Result<void> checkSchema(Connection& connection, const QString& folder)
{
    const Result<std::vector<Migration>> migrations = readMigrations(folder);
    if (!migrations)
        return migrations.error();
    const Result<std::size_t> applied = appliedCount(connection, *migrations);
    if (!applied)
        return applied.error();
    if (*applied < migrations->size())
        return Error{ErrorCode::Unavailable,
                     connection.path().toStdString() + " has an older schema; start the server once"};
    return {};
}

} // namespace parterre::sql
