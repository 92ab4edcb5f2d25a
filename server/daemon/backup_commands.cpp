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

struct Accounts
{
    std::vector<CounterDevice> counters;
    std::vector<StaffUser> staff;
};

// What was there before, as far as it can be read.
struct Before
{
    std::uint32_t logGen = 0;
    std::optional<Accounts> accounts;
};

Result<Accounts> accountsOf(SqlAccountStore& store)
{
    auto counters = store.devices();
    if (!counters)
        return counters.error();
    auto staff = store.allStaff();
    if (!staff)
        return staff.error();
    return Accounts{std::move(*counters), std::move(*staff)};
}

std::optional<Accounts> accountsIn(const QString& data)
{
    if (!QFile::exists(QDir(data).filePath(QLatin1String(accountsName))))
        return std::nullopt;
    const auto store = SqlAccountStore::open(data);
    Result<Accounts> read = store.ok() ? accountsOf(**store) : Result<Accounts>(store.error());
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

// What was there is kept under another name: a restore destroys nothing. Unavailable while a server runs on it.
Result<Before> putAside(const QString& data, Instant now)
{
    Before before;
    if (QFile::exists(SqlLedger::fileIn(data))) {
        auto ledger = SqlLedger::open(data);
        if (!ledger.ok() && ledger.error().code == ErrorCode::Unavailable)
            return ledger.error();
        if (ledger.ok())
            if (const Result<std::uint32_t> known = greatestLogGen(**ledger); known)
                before.logGen = *known;
    }
    before.accounts = accountsIn(data);
    const QString suffix = u".before-restore-%1"_s.arg(now.ms);
    for (const QString& file : QDir(data).entryList(QDir::Files)) {
        const bool ours = file.startsWith(QLatin1String(ledgerName)) || file.startsWith(QLatin1String(accountsName));
        if (!ours || file.contains(u".before-restore-"_s))
            continue;
        if (!QFile::rename(QDir(data).filePath(file), QDir(data).filePath(file + suffix)))
            return Error{ErrorCode::Storage, "cannot rename " + file.toStdString()};
    }
    return before;
}

// Who was revoked since the backup stays revoked, who was enrolled since is known, and no installation comes back that
// another has followed.
Result<void> carryOver(const Accounts& before, SqlAccountStore& accounts)
{
    for (const CounterDevice& was : before.counters) {
        const auto known = accounts.device(was.id);
        if (!known)
            return known.error();
        const bool newer = !*known || was.installGen > (*known)->installGen;
        if (!newer && (was.installGen < (*known)->installGen || !was.revoked))
            continue;
        if (Result<void> put = accounts.putDevice(was); !put)
            return put;
    }
    for (const StaffUser& was : before.staff) {
        auto known = accounts.staff(was.name);
        if (!known)
            return known.error();
        if (!was.disabled || !*known)
            continue;
        (*known)->disabled = true;
        if (Result<void> put = accounts.putStaff(**known); !put)
            return put;
    }
    return {};
}

void printToCheck(const Accounts& accounts)
{
    std::printf(
        "The accounts of before cannot be read: whoever was revoked since the backup has their key or password\n"
        "back. Go through the list before you start the server:\n");
    for (const CounterDevice& counter : accounts.counters)
        std::printf("  counter %s, %s, installation %u%s\n", counter.name.c_str(), counter.id.toString().c_str(),
                    counter.installGen, counter.revoked ? ", revoked" : "");
    for (const StaffUser& user : accounts.staff)
        std::printf("  staff %s, %s%s\n", user.name.c_str(), std::string(roleName(user.role)).c_str(),
                    user.disabled ? ", disabled" : "");
}

Result<RestoredLogs> restoreFrom(const QString& data, BackupFile& backup, std::size_t& counters)
{
    const QtClock clock;
    const Result<Before> before = putAside(data, clock.now());
    if (!before)
        return before.error();
    for (const char* name : {accountsName, ledgerName})
        if (Result<void> put = backup.extract(QLatin1String(name), QDir(data).filePath(QLatin1String(name))); !put)
            return put.error();
    auto accounts = SqlAccountStore::open(data);
    if (!accounts.ok())
        return accounts.error();
    if (before->accounts)
        if (Result<void> carried = carryOver(*before->accounts, **accounts); !carried)
            return carried.error();
    const Result<Accounts> now = accountsOf(**accounts);
    if (!now)
        return now.error();
    if (!before->accounts)
        printToCheck(*now);
    std::vector<DeviceId> awaited;
    for (const CounterDevice& device : now->counters)
        if (!device.revoked)
            awaited.push_back(device.id);
    counters = awaited.size();
    auto ledger = SqlLedger::open(data);
    if (!ledger.ok())
        return ledger.error();
    SystemRandom random;
    return restoreLogs(**ledger, clock, random, awaited, before->logGen);
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
