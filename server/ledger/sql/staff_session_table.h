// Table staff_session: who is signed in, by the hash of the token.
#pragma once

#include "server/guard/account_store.h"
#include "sync/sql/connection.h"

namespace parterre {

class StaffSessionTable
{
public:
    explicit StaffSessionTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> put(const StaffSessionRecord& session);
    Result<std::optional<StaffSessionRecord>> find(const Bytes32& tokenHash);
    Result<void> remove(const Bytes32& tokenHash);
    Result<void> removeExpired(Instant now);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
