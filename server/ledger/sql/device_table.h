// Table device: the enrolled counters and their public keys.
#pragma once

#include "server/guard/account_store.h"
#include "sync/sql/connection.h"

namespace parterre {

class DeviceTable
{
public:
    explicit DeviceTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> put(const CounterDevice& device);
    Result<std::optional<CounterDevice>> find(DeviceId id);
    Result<std::vector<CounterDevice>> all();

private:
    sql::Connection& m_connection;
};

} // namespace parterre
