// StatementCache: owns the database handle and every statement prepared on it, so that each text is prepared once.
#pragma once

#include "sync/base/result.h"

#include <string>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace parterre::sql {

// Lives on the heap behind Connection: statements point to it while they are in use. One thread at a time.
class StatementCache
{
public:
    explicit StatementCache(sqlite3* db) : m_db(db) {}
    ~StatementCache(); // closes the database; no statement is in use any more
    StatementCache(const StatementCache&) = delete;
    StatementCache& operator=(const StatementCache&) = delete;

    sqlite3* db() const { return m_db; }
    // Lends the statement of this text; a text that is in use already is prepared a second time.
    Result<sqlite3_stmt*> take(const std::string& sql);
    // Resets it and keeps it for the next asker.
    void giveBack(const std::string& sql, sqlite3_stmt* statement);

private:
    sqlite3* m_db;
    std::unordered_map<std::string, sqlite3_stmt*> m_idle;
    int m_lent = 0;
};

} // namespace parterre::sql
