// SQL of table staff_session.
#include "server/ledger/sql/staff_session_table.h"

namespace parterre {

Result<void> StaffSessionTable::put(const StaffSessionRecord& session)
{
    return m_connection.run(
        "INSERT INTO staff_session(token_hash, name, expires_at) VALUES (?1, ?2, ?3) "
        "ON CONFLICT(token_hash) DO UPDATE SET name = excluded.name, expires_at = excluded.expires_at",
        session.tokenHash, session.name, session.expiresAt);
}

Result<std::optional<StaffSessionRecord>> StaffSessionTable::find(const Bytes32& tokenHash)
{
    sql::Statement row = m_connection.prepare("SELECT name, expires_at FROM staff_session WHERE token_hash = ?1");
    row.bind(tokenHash);
    std::optional<StaffSessionRecord> found;
    if (row.next())
        found = StaffSessionRecord{tokenHash, row.text(0), row.instant(1)};
    if (!row.status())
        return row.status().error();
    return found;
}

Result<void> StaffSessionTable::remove(const Bytes32& tokenHash)
{
    return m_connection.run("DELETE FROM staff_session WHERE token_hash = ?1", tokenHash);
}

Result<void> StaffSessionTable::removeExpired(Instant now)
{
    return m_connection.run("DELETE FROM staff_session WHERE expires_at <= ?1", now);
}

} // namespace parterre
