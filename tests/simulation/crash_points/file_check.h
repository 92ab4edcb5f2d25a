// damageIn(): what SQLite itself finds wrong with the databases of a disk.
#pragma once

#include "sync/sql/connection.h"
#include "tests/support/crash_disk/crash_disk.h"

#include <string>
#include <vector>

namespace parterre::testing {

// Opens every "….db" of a copy as the programs do.
inline std::vector<std::string> damageIn(const DiskImage& left)
{
    std::vector<std::string> problems;
    CrashDisk disk;
    disk.restore(left);
    for (const auto& [name, content] : left) {
        if (!name.ends_with(".db"))
            continue;
        sql::ConnectionOptions options;
        options.disk = &disk;
        Result<sql::Connection> connection = sql::Connection::open(QString::fromStdString(name), options);
        if (!connection) {
            problems.push_back(connection.error().detail);
            continue;
        }
        for (const char* check : {"PRAGMA integrity_check(3)", "PRAGMA foreign_key_check"}) {
            sql::Statement rows = connection->prepare(check);
            while (rows.next())
                if (const std::string said = rows.text(0); said != "ok")
                    problems.push_back(name + ": " + said);
            if (!rows.status())
                problems.push_back(rows.status().error().detail);
        }
    }
    return problems;
}

} // namespace parterre::testing
