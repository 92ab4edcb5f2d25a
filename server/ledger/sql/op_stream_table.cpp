// SQL of table op_stream.
#include "server/ledger/sql/op_stream_table.h"

namespace parterre {

Result<std::optional<OpStreamRow>> OpStreamTable::find(const OpStreamKey& key, EventNumber event)
{
    sql::Statement row = m_connection.prepare("SELECT number, applied, last_hash, quarantined FROM op_stream "
                                              "WHERE device = ?1 AND install_gen = ?2 AND event = ?3");
    row.bind(key.device, key.installGen, event);
    std::optional<OpStreamRow> found;
    if (row.next())
        found = OpStreamRow{OpStreamNumber{row.integer(0)},
                            {row.unsignedInteger(1), row.fixed<32>(2), row.integer(3) != 0}};
    if (!row.status())
        return row.status().error();
    return found;
}

Result<OpStreamRow> OpStreamTable::findOrInsert(const OpStreamKey& key, EventNumber event)
{
    const Result<std::optional<OpStreamRow>> found = find(key, event);
    if (!found)
        return found.error();
    if (*found)
        return **found;
    if (Result<void> inserted =
            m_connection.run("INSERT INTO op_stream(device, install_gen, event, applied, last_hash, quarantined) "
                             "VALUES (?1, ?2, ?3, 0, ?4, 0)",
                             key.device, key.installGen, event, Bytes32{});
        !inserted)
        return inserted.error();
    return OpStreamRow{OpStreamNumber{m_connection.lastInsertId()}, {}};
}

Result<std::vector<OpStreamKey>> OpStreamTable::ofEvent(EventId id, EventNumber event)
{
    sql::Statement rows =
        m_connection.prepare("SELECT device, install_gen FROM op_stream WHERE event = ?1 ORDER BY device, install_gen");
    rows.bind(event);
    std::vector<OpStreamKey> keys;
    while (rows.next())
        keys.push_back({rows.id<DeviceId>(0), static_cast<std::uint32_t>(rows.unsignedInteger(1)), id});
    if (!rows.status())
        return rows.status().error();
    return keys;
}

Result<bool> OpStreamTable::isQuarantined(DeviceId device, std::uint32_t installGen)
{
    sql::Statement row = m_connection.prepare(
        "SELECT 1 FROM op_stream WHERE device = ?1 AND install_gen = ?2 AND quarantined = 1 LIMIT 1");
    row.bind(device, installGen);
    const bool found = row.next();
    if (!row.status())
        return row.status().error();
    return found;
}

Result<void> OpStreamTable::setApplied(OpStreamNumber stream, std::uint64_t applied, const Bytes32& lastHash)
{
    return m_connection.run("UPDATE op_stream SET applied = ?2, last_hash = ?3 WHERE number = ?1", stream, applied,
                            lastHash);
}

Result<void> OpStreamTable::setQuarantined(OpStreamNumber stream)
{
    return m_connection.run("UPDATE op_stream SET quarantined = 1 WHERE number = ?1", stream);
}

} // namespace parterre
