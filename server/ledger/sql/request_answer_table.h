// Table request_answer: the first answer to every request that carried an idempotency key.
#pragma once

#include "server/ledger/sql/event_table.h"

namespace parterre {

class RequestAnswerTable
{
public:
    explicit RequestAnswerTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> insert(EventNumber event, const StoredAnswer& answer); // Corrupt when the key has one
    Result<std::optional<StoredAnswer>> find(const Bytes16& key);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
