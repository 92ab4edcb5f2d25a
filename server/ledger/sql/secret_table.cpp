// SQL of table server_secret.
#include "server/ledger/sql/secret_table.h"

namespace parterre {

Result<Bytes32> SecretTable::getOrPut(std::string_view name, const Bytes32& fresh)
{
    const Result<void> stored = m_connection.run(
        "INSERT INTO server_secret(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO NOTHING", name, fresh);
    if (!stored)
        return stored.error();
    sql::Statement row = m_connection.prepare("SELECT value FROM server_secret WHERE name = ?1");
    row.bind(name);
    if (!row.next())
        return row.status() ? Error{ErrorCode::Corrupt, "a secret is missing"} : row.status().error();
    const Bytes32 value = row.fixed<32>(0);
    if (!row.status())
        return row.status().error();
    return value;
}

} // namespace parterre
