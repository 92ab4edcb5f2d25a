// SQL of table staff.
#include "server/ledger/sql/staff_table.h"

namespace parterre {
namespace {

StaffUser rowOf(sql::Statement& row)
{
    const std::uint64_t role = row.unsignedInteger(1);
    if (role > static_cast<std::uint64_t>(Role::Admin))
        row.reject("a role is unknown");
    return {row.text(0), static_cast<Role>(role), row.text(2), row.integer(3) != 0};
}

} // namespace

Result<void> StaffTable::put(const StaffUser& user)
{
    return m_connection.run("INSERT INTO staff(name, role, password, disabled) VALUES (?1, ?2, ?3, ?4) "
                            "ON CONFLICT(name) DO UPDATE SET role = excluded.role, password = excluded.password, "
                            "disabled = excluded.disabled",
                            user.name, static_cast<int>(user.role), user.passwordHash, user.disabled);
}

Result<std::optional<StaffUser>> StaffTable::find(std::string_view name)
{
    sql::Statement row = m_connection.prepare("SELECT name, role, password, disabled FROM staff WHERE name = ?1");
    row.bind(name);
    std::optional<StaffUser> found;
    if (row.next())
        found = rowOf(row);
    if (!row.status())
        return row.status().error();
    return found;
}

Result<std::vector<StaffUser>> StaffTable::all()
{
    sql::Statement rows = m_connection.prepare("SELECT name, role, password, disabled FROM staff ORDER BY name");
    std::vector<StaffUser> all;
    while (rows.next())
        all.push_back(rowOf(rows));
    if (!rows.status())
        return rows.status().error();
    return all;
}

} // namespace parterre
