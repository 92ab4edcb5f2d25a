// backup and restore: everything the centre keeps, in one file; and the way back that cannot sell a seat twice.
#include "server/daemon/commands.h"

#include "server/arbiter/log_restore.h"
#include "server/ledger/sql/backup_file.h"
#include "server/ledger/sql/sql_account_store.h"
#include "server/ledger/sql/sql_ledger.h"
#include "sync/link/qt_clock.h"
#include "sync/wire/signing.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr auto ledgerName = "ledger.db";
constexpr auto accountsName = "accounts.db";

Result<void> writeBackup(const QString& data, const QString& file)
{
    const QString part = file + u".part"_s;
    QFile::remove(part);
    {
        Result<BackupFile> backup = BackupFile::create(part);
        if (!backup)
            return backup.error();
        // The ledger first: accounts that are newer know every counter the ledger knows.
        for (const char* name : {ledgerName, accountsName})
            if (Result<void> added = backup->add(QLatin1String(name), QDir(data).filePath(QLatin1String(name))); !added)
                return added;
        if (Result<void> finished = backup->finish(QtClock().now()); !finished)
            return finished;
    }
    if (!QFile::rename(part, file))
        return Error{ErrorCode::Storage, file.toStdString() + " cannot be written, or is there already"};
    return {};
}

// What was there is kept under another name: a restore destroys nothing. Answers the generation it had, if it can be
// read; Unavailable while a server runs on it.
Result<std::uint32_t> putAside(const QString& data, Instant now)
{
    std::uint32_t gen = 0;
    if (QFile::exists(SqlLedger::fileIn(data))) {
        auto ledger = SqlLedger::open(data);
        if (!ledger.ok() && ledger.error().code == ErrorCode::Unavailable)
            return ledger.error();
        if (ledger.ok())
            if (const Result<std::uint32_t> known = greatestLogGen(**ledger); known)
                gen = *known;
    }
    const QString suffix = u".before-restore-%1"_s.arg(now.ms);
    for (const QString& file : QDir(data).entryList(QDir::Files)) {
        const bool ours = file.startsWith(QLatin1String(ledgerName)) || file.startsWith(QLatin1String(accountsName));
        if (!ours || file.contains(u".before-restore-"_s))
            continue;
        if (!QFile::rename(QDir(data).filePath(file), QDir(data).filePath(file + suffix)))
            return Error{ErrorCode::Storage, "cannot rename " + file.toStdString()};
    }
    return gen;
}

Result<RestoredLogs> restoreFrom(const QString& data, BackupFile& backup, std::size_t& counters)
{
    const QtClock clock;
    const Result<std::uint32_t> gen = putAside(data, clock.now());
    if (!gen)
        return gen.error();
    for (const char* name : {accountsName, ledgerName})
        if (Result<void> put = backup.extract(QLatin1String(name), QDir(data).filePath(QLatin1String(name))); !put)
            return put.error();
    auto accounts = SqlAccountStore::open(data);
    if (!accounts.ok())
        return accounts.error();
    const auto devices = (*accounts)->devices();
    if (!devices.ok())
        return devices.error();
    std::vector<DeviceId> awaited;
    for (const CounterDevice& device : *devices)
        if (!device.revoked)
            awaited.push_back(device.id);
    counters = awaited.size();
    auto ledger = SqlLedger::open(data);
    if (!ledger.ok())
        return ledger.error();
    SystemRandom random;
    return restoreLogs(**ledger, clock, random, awaited, *gen);
}

} // namespace

int backupData(const QString& data, const QString& file)
{
    if (!QFile::exists(SqlLedger::fileIn(data)))
        return failWith(u"There is no venue in %1: nothing was written."_s.arg(data));
    if (QFile::exists(file))
        return failWith(u"%1 is there already. Nothing was written; choose another name."_s.arg(file));
    if (const Result<void> written = writeBackup(data, file); !written) {
        QFile::remove(file + u".part"_s);
        return failWith(written.error());
    }
    std::printf("Backup written to %s (%lld bytes).\n", qPrintable(file), static_cast<long long>(QFile(file).size()));
    return 0;
}

int restoreData(const QString& data, const QString& file)
{
    auto backup = BackupFile::open(file);
    if (!backup.ok())
        return failWith(backup.error());
    if (!QDir().mkpath(data))
        return failWith(u"The folder %1 cannot be made."_s.arg(data));
    std::size_t counters = 0;
    const auto restored = restoreFrom(data, *backup, counters);
    if (!restored.ok())
        return failWith(restored.error());
    const auto takenAt = backup->takenAt();
    std::printf("Restored %zu events from the backup of %s; log generation %u.\n", restored->events,
                takenAt.ok() ? toRfc3339(*takenAt).c_str() : "an unknown time", restored->logGen);
    std::printf("Each event is frozen until its %zu counters have reported what they sold since: start the server and\n"
                "let every counter connect. A counter that does not come back is given up by a manager.\n"
                "What was in %s before is kept there, named *.before-restore-*.\n",
                counters, qPrintable(data));
    return 0;
}

} // namespace parterre
