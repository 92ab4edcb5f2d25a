// Table setting: small facts by name.
#pragma once

#include "sync/sql/connection.h"

#include <optional>
#include <string>

namespace parterre {

class SettingTable
{
public:
    explicit SettingTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> put(std::string_view name, std::string_view value); // adds or replaces
    Result<std::optional<std::string>> find(std::string_view name);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
