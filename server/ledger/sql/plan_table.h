// Table plan: published seat plans by their content's identity.
#pragma once

#include "server/ledger/ledger.h"
#include "sync/sql/connection.h"

namespace parterre {

class PlanTable
{
public:
    explicit PlanTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> insert(const PlanRecord& plan); // one that is there stays as it is
    Result<PlanRecord> find(PlanId plan);        // NotFound
    Result<std::vector<PlanRecord>> all();       // without bytes

private:
    sql::Connection& m_connection;
};

} // namespace parterre
