// SQL of table setting.
#include "server/ledger/sql/setting_table.h"

namespace parterre {

Result<void> SettingTable::put(std::string_view name, std::string_view value)
{
    return m_connection.run("INSERT INTO setting(name, value) VALUES (?1, ?2) "
                            "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                            name, value);
}

Result<std::optional<std::string>> SettingTable::find(std::string_view name)
{
    sql::Statement row = m_connection.prepare("SELECT value FROM setting WHERE name = ?1");
    row.bind(name);
    std::optional<std::string> found;
    if (row.next())
        found = row.text(0);
    if (!row.status())
        return row.status().error();
    return found;
}

} // namespace parterre
