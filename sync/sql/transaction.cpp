// BEGIN, COMMIT, ROLLBACK.
#include "sync/sql/transaction.h"

namespace parterre::sql {
namespace {

// After a full disk or an I/O error SQLite may have rolled back by itself already.
void rollBack(Connection& connection)
{
    if (!connection.inTransaction())
        return;
    const Result<void> rolledBack = connection.run("ROLLBACK");
    PARTERRE_REQUIRE(rolledBack.ok() || !connection.inTransaction());
}

} // namespace

Result<Transaction> Transaction::begin(Connection& connection, Kind kind)
{
    PARTERRE_REQUIRE(!connection.inTransaction());
    if (Result<void> begun = connection.run(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun)
        return begun.error();
    return Transaction(connection);
}

Transaction::~Transaction()
{
    if (m_connection)
        rollBack(*m_connection);
}

Result<void> Transaction::commit()
{
    PARTERRE_REQUIRE(m_connection);
    Connection& connection = *std::exchange(m_connection, nullptr);
    // A statement may have failed in a way that ended the transaction; committing nothing must not look like success.
    if (!connection.inTransaction())
        return Error{ErrorCode::Storage, "the transaction was rolled back by an earlier error"};
    Result<void> committed = connection.run("COMMIT");
    if (!committed)
        rollBack(connection);
    return committed;
}

} // namespace parterre::sql
