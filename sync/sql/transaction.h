// Transaction: all or nothing. Rolls back when it dies without commit().
#pragma once

#include "sync/sql/connection.h"

namespace parterre::sql {

class Transaction
{
public:
    // Write takes the write lock at once, so a busy file is known before any work; Read pins one snapshot of the file.
    enum class Kind { Write, Read };

    // Unavailable when another writer stays longer than the busy timeout. Transactions do not nest (asserted).
    static Result<Transaction> begin(Connection& connection, Kind kind = Kind::Write);

    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // On stable storage when it returns ok (unless the connection is not durable). After an error nothing is stored.
    Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection; // null: done or moved from
};

} // namespace parterre::sql
