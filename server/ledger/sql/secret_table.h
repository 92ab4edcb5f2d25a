// Table server_secret: seeds and keys of this server.
#pragma once

#include "sync/base/strong_id.h"
#include "sync/sql/connection.h"

namespace parterre {

class SecretTable
{
public:
    explicit SecretTable(sql::Connection& connection) : m_connection(connection) {}
    // The one stored under the name; `fresh` is stored when there is none.
    Result<Bytes32> getOrPut(std::string_view name, const Bytes32& fresh);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
