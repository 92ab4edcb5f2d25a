// Table op_stream: how far the ops of each (device, install generation, event) have been applied.
#pragma once

#include "server/ledger/sql/event_table.h"

namespace parterre {

using OpStreamNumber = StrongId<struct OpStreamNumberTag, std::int64_t>;

struct OpStreamRow
{
    OpStreamNumber number;
    OpStream stream;
};

class OpStreamTable
{
public:
    explicit OpStreamTable(sql::Connection& connection) : m_connection(connection) {}
    Result<std::optional<OpStreamRow>> find(const OpStreamKey& key, EventNumber event);
    Result<OpStreamRow> findOrInsert(const OpStreamKey& key, EventNumber event);
    Result<std::vector<OpStreamKey>> ofEvent(EventId id, EventNumber event);
    Result<bool> isQuarantined(DeviceId device, std::uint32_t installGen); // of any event
    Result<void> setApplied(OpStreamNumber stream, std::uint64_t applied, const Bytes32& lastHash);
    Result<void> setQuarantined(OpStreamNumber stream);

private:
    sql::Connection& m_connection;
};

} // namespace parterre
