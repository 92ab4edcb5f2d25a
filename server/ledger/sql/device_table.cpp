// SQL of table device.
#include "server/ledger/sql/device_table.h"

namespace parterre {
namespace {

CounterDevice rowOf(sql::Statement& row)
{
    return {row.id<DeviceId>(0), row.text(1),   row.fixed<32>(2), static_cast<std::uint32_t>(row.unsignedInteger(3)),
            row.integer(4) != 0, row.instant(5)};
}

} // namespace

Result<void> DeviceTable::put(const CounterDevice& device)
{
    return m_connection.run("INSERT INTO device(id, name, public_key, install_gen, revoked, enrolled_at) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(id) DO UPDATE SET name = excluded.name, "
                            "public_key = excluded.public_key, install_gen = excluded.install_gen, "
                            "revoked = excluded.revoked, enrolled_at = excluded.enrolled_at",
                            device.id, device.name, device.publicKey, device.installGen, device.revoked,
                            device.enrolledAt);
}

Result<std::optional<CounterDevice>> DeviceTable::find(DeviceId id)
{
    sql::Statement row = m_connection.prepare(
        "SELECT id, name, public_key, install_gen, revoked, enrolled_at FROM device WHERE id = ?1");
    row.bind(id);
    std::optional<CounterDevice> found;
    if (row.next())
        found = rowOf(row);
    if (!row.status())
        return row.status().error();
    return found;
}

Result<std::vector<CounterDevice>> DeviceTable::all()
{
    sql::Statement rows = m_connection.prepare(
        "SELECT id, name, public_key, install_gen, revoked, enrolled_at FROM device ORDER BY enrolled_at, id");
    std::vector<CounterDevice> all;
    while (rows.next())
        all.push_back(rowOf(rows));
    if (!rows.status())
        return rows.status().error();
    return all;
}

} // namespace parterre
