// Table op_outcome: every op whole, with its final outcome. Rows never change (I6).
#pragma once

#include "server/ledger/sql/op_stream_table.h"

namespace parterre {

class OpOutcomeTable
{
public:
    explicit OpOutcomeTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> insert(OpStreamNumber stream, const StoredOutcome& outcome);
    Result<std::optional<StoredOutcome>> find(OpStreamNumber stream, const OpStreamKey& key, std::uint64_t opN);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
