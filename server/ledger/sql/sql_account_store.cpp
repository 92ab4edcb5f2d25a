// Opens accounts.db; what needs more than one table happens in one transaction.
#include "server/ledger/sql/sql_account_store.h"
#include "sync/sql/migrator.h"
#include "sync/sql/transaction.h"

#include <QDir>

namespace parterre {

Result<std::unique_ptr<SqlAccountStore>> SqlAccountStore::open(const QString& dataFolder, sql::Disk& disk)
{
    sql::ConnectionOptions options;
    options.disk = &disk;
    Result<sql::Connection> connection =
        sql::Connection::open(QDir(dataFolder).filePath(QStringLiteral("accounts.db")), options);
    if (!connection)
        return connection.error();
    if (Result<void> migrated = sql::migrate(*connection, QStringLiteral(":/sql/accounts")); !migrated)
        return migrated.error();
    return std::unique_ptr<SqlAccountStore>(new SqlAccountStore(std::move(*connection)));
}

SqlAccountStore::SqlAccountStore(sql::Connection connection)
    : m_connection(std::move(connection)),
      m_staff(m_connection),
      m_sessions(m_connection),
      m_devices(m_connection),
      m_codes(m_connection),
      m_audit(m_connection),
      m_secrets(m_connection),
      m_settings(m_connection)
{}

Result<void> SqlAccountStore::redeemEnrolmentCode(const Bytes32& codeHash, Instant now, const CounterDevice& device)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    const Result<bool> taken = m_codes.take(codeHash, now);
    if (!taken)
        return taken.error();
    if (!*taken)
        return Error{ErrorCode::NotFound, "this enrolment code is unknown, used or expired"};
    if (Result<void> stored = m_devices.put(device); !stored)
        return stored;
    return transaction->commit();
}

Result<void> SqlAccountStore::putSession(const StaffSessionRecord& session, Instant now)
{
    Result<sql::Transaction> transaction = sql::Transaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    if (Result<void> removed = m_sessions.removeExpired(now); !removed)
        return removed;
    if (Result<void> stored = m_sessions.put(session); !stored)
        return stored;
    return transaction->commit();
}

} // namespace parterre
