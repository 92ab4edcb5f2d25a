// Migrator: brings a database file to the newest schema by numbered SQL files, each exactly once.
#pragma once

#include "sync/sql/connection.h"

#include <vector>

namespace parterre::sql {

struct Migration
{
    int number = 0; // NNNN of the file name; from 1, gap-free
    std::string name;
    QByteArray sql;
};

// Reads NNNN_name.sql from a folder or from resources (":/sql/ledger"). Corrupt when there is none, a name does not
// fit or the numbers have a gap.
Result<std::vector<Migration>> readMigrations(const QString& folder);

// Applies what is missing, each file in its own transaction, and writes it down in schema_migration with its checksum.
// Corrupt, and nothing changes, when a file that was applied reads differently today, or when the database was
// written by a newer version of the program.
Result<void> migrate(Connection& connection, const std::vector<Migration>& migrations);
Result<void> migrate(Connection& connection, const QString& folder);

// For readers: the schema is exactly what `folder` describes; Unavailable when it is older, Corrupt as above.
Result<void> checkSchema(Connection& connection, const QString& folder);

} // namespace parterre::sql
