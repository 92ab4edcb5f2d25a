// SQL of table enrolment_code.
#include "server/ledger/sql/enrolment_code_table.h"

namespace parterre {

Result<void> EnrolmentCodeTable::put(const EnrolmentCodeRecord& code)
{
    return m_connection.run("INSERT INTO enrolment_code(code_hash, name, expires_at) VALUES (?1, ?2, ?3)",
                            code.codeHash, code.name, code.expiresAt);
}

Result<bool> EnrolmentCodeTable::take(const Bytes32& codeHash, Instant now)
{
    const Result<void> removed =
        m_connection.run("DELETE FROM enrolment_code WHERE code_hash = ?1 AND expires_at > ?2", codeHash, now);
    if (!removed)
        return removed.error();
    return m_connection.changedRows() == 1;
}

} // namespace parterre
