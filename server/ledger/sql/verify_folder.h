// verifyFolder(): verifyLedger() over the ledger.db of a data folder, in one snapshot, beside a running server or none.
#pragma once

#include "server/ledger/verify.h"
#include "sync/sql/disk.h"

#include <QString>

namespace parterre {

// Also lets SQLite check the file itself. Storage or Unavailable when there is nothing to read.
Result<VerifyReport> verifyFolder(const QString& dataFolder, sql::Disk& disk = sql::systemDisk());

} // namespace parterre
