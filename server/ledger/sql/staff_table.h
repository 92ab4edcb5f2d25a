// Table staff: who works here, with role and password hash.
#pragma once

#include "server/guard/account_store.h"
#include "sync/sql/connection.h"

namespace parterre {

class StaffTable
{
public:
    explicit StaffTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> put(const StaffUser& user);
    Result<std::optional<StaffUser>> find(std::string_view name);
    Result<std::vector<StaffUser>> all();

private:
    sql::Connection& m_connection;
};

} // namespace parterre
