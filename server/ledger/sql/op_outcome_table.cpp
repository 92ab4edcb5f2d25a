// SQL of table op_outcome.
#include "server/ledger/sql/op_outcome_table.h"

namespace parterre {

Result<void> OpOutcomeTable::insert(OpStreamNumber stream, const StoredOutcome& outcome)
{
    return m_connection.run("INSERT INTO op_outcome(stream, op_n, op, op_hash, signature, outcome) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                            stream, outcome.op.opN, outcome.op.bytes, outcome.op.hash, outcome.op.signature,
                            encodeOutcome(outcome.outcome));
}

Result<std::optional<StoredOutcome>> OpOutcomeTable::find(OpStreamNumber stream, const OpStreamKey& key,
                                                          std::uint64_t opN)
{
    sql::Statement row =
        m_connection.prepare("SELECT op, op_hash, signature, outcome FROM op_outcome WHERE stream = ?1 AND op_n = ?2");
    row.bind(stream, opN);
    if (!row.next()) {
        if (!row.status())
            return row.status().error();
        return std::optional<StoredOutcome>();
    }
    StoredOutcome found{key, {opN, row.bytes(0), row.fixed<32>(1), row.fixed<64>(2)}, {}};
    const Result<Outcome> outcome = decodeOutcome(row.bytes(3));
    if (!row.status())
        return row.status().error();
    if (!outcome)
        return Error{ErrorCode::Corrupt,
                     "the stored outcome of op " + std::to_string(opN) + " cannot be read: " + outcome.error().detail};
    found.outcome = *outcome;
    return std::optional<StoredOutcome>(std::move(found));
}

} // namespace parterre
