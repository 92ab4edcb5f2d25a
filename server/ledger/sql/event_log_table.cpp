// SQL of table event_log.
#include "server/ledger/sql/event_log_table.h"

#include <algorithm>

namespace parterre {

Result<void> EventLogTable::append(EventNumber event, const std::vector<StoredEntry>& entries)
{
    sql::Statement insert = m_connection.prepare(
        "INSERT INTO event_log(event, seq, at, cause, body, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    for (const StoredEntry& entry : entries) {
        const std::optional<CauseId> cause = entry.cause.isNull() ? std::nullopt : std::optional(entry.cause);
        if (Result<void> stored = insert.run(event, entry.seq, entry.at, cause, entry.body, entry.hash); !stored)
            return stored;
    }
    return {};
}

Result<std::vector<StoredEntry>> EventLogTable::read(EventNumber event, std::uint64_t after, std::size_t limit,
                                                     std::size_t maxBytes)
{
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    sql::Statement rows = m_connection.prepare(
        "SELECT seq, at, cause, body, hash FROM event_log WHERE event = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3");
    rows.bind(event, std::min(after, most), std::min<std::uint64_t>(limit, most));
    std::vector<StoredEntry> page;
    std::size_t bytes = 0;
    while (bytes < maxBytes && rows.next()) {
        page.push_back({rows.unsignedInteger(0), rows.instant(1), rows.optionalId<CauseId>(2).value_or(CauseId()),
                        rows.bytes(3), rows.fixed<32>(4)});
        bytes += static_cast<std::size_t>(page.back().body.size());
    }
    if (!rows.status())
        return rows.status().error();
    return page;
}

} // namespace parterre
