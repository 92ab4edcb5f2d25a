// SQL of table request_answer.
#include "server/ledger/sql/request_answer_table.h"
#include "server/ledger/batch_check.h"

namespace parterre {

Result<void> RequestAnswerTable::insert(EventNumber event, const StoredAnswer& answer)
{
    std::optional<std::string_view> refused;
    if (answer.refused)
        refused = wireName(answer.refused->code);
    Result<void> stored =
        m_connection.run("INSERT INTO request_answer(key, body_hash, event, at, refused, detail, first_seq, last_seq) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(key) DO NOTHING",
                         answer.key, answer.bodyHash, event, answer.at, refused,
                         answer.refused ? answer.refused->detail : std::string(), answer.firstSeq, answer.lastSeq);
    if (stored && m_connection.changedRows() == 0)
        return answeredTwice();
    return stored;
}

Result<std::optional<StoredAnswer>> RequestAnswerTable::find(const Bytes16& key)
{
    sql::Statement row =
        m_connection.prepare("SELECT a.body_hash, e.id, a.at, a.refused, a.detail, a.first_seq, a.last_seq "
                             "FROM request_answer a JOIN event e ON e.number = a.event WHERE a.key = ?1");
    row.bind(key);
    std::optional<StoredAnswer> found;
    if (row.next()) {
        found = StoredAnswer{key,          row.fixed<32>(0),       row.id<EventId>(1),    row.instant(2),
                             std::nullopt, row.unsignedInteger(5), row.unsignedInteger(6)};
        if (!row.isNull(3))
            found->refused = Error{errorCodeFromWireName(row.text(3)), row.text(4)};
    }
    if (!row.status())
        return row.status().error();
    return found;
}

} // namespace parterre
