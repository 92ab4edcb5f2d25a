// Prepares, lends and takes back statements.
#include "sync/sql/statement_cache.h"
#include "sync/sql/sql_error.h"

#include <sqlite3.h>

namespace parterre::sql {

StatementCache::~StatementCache()
{
    PARTERRE_REQUIRE(m_lent == 0);
    for (const auto& [sql, statement] : m_idle)
        sqlite3_finalize(statement);
    // No statement is left, so closing cannot be refused.
    const int closed = sqlite3_close(m_db);
    PARTERRE_REQUIRE(closed == SQLITE_OK);
}

Result<sqlite3_stmt*> StatementCache::take(const std::string& sql)
{
    const auto found = m_idle.find(sql);
    if (found != m_idle.end()) {
        sqlite3_stmt* statement = found->second;
        m_idle.erase(found);
        ++m_lent;
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return sqlError(code, m_db, "preparing \"" + sql + "\"");
    PARTERRE_REQUIRE(statement); // an empty text is no statement
    ++m_lent;
    return statement;
}

void StatementCache::giveBack(const std::string& sql, sqlite3_stmt* statement)
{
    --m_lent;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!m_idle.emplace(sql, statement).second)
        sqlite3_finalize(statement); // a second one of a text used twice at once
}

} // namespace parterre::sql
