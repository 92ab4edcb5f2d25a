// The disks of programs that start for the first time: files with their tables and nothing else. Making tables takes
// SQLite longer than many a seed needs for its sales, so it is done once and copied; every start still checks them.
#pragma once

#include "tests/support/crash_disk/crash_disk.h"

#include <QString>

namespace parterre::testing {

inline QString journalFile()
{
    return QStringLiteral("journal.db");
}
inline QString cacheFile()
{
    return QStringLiteral("cache.db");
}
inline QString ledgerFolder()
{
    return QStringLiteral("data");
}

const DiskImage& newCounterDisk(); // of a counter at which ann has signed in before, by the password "secret"
const DiskImage& newServerDisk();

} // namespace parterre::testing
