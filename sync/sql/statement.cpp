// Binding, stepping and reading on the SQLite C interface.
#include "sync/sql/statement.h"
#include "sync/sql/sql_error.h"
#include "sync/sql/statement_cache.h"

#include <sqlite3.h>

namespace parterre::sql {

Statement::Statement(StatementCache& cache, std::string sql) : m_cache(&cache), m_sql(std::move(sql))
{
    Result<sqlite3_stmt*> taken = cache.take(m_sql);
    if (taken)
        m_statement = *taken;
    else
        m_error = taken.error();
}

Statement::~Statement()
{
    if (m_statement)
        m_cache->giveBack(m_sql, m_statement);
}

Statement::Statement(Statement&& other) noexcept
    : m_cache(std::exchange(other.m_cache, nullptr)),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_sql(std::move(other.m_sql)),
      m_error(std::move(other.m_error)),
      m_copies(other.m_copies),
      m_onRow(other.m_onRow)
{}

void Statement::start(bool copies)
{
    m_copies = copies;
    m_onRow = false;
    if (m_statement)
        sqlite3_reset(m_statement);
}

bool Statement::next()
{
    m_onRow = false;
    if (m_error)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        m_onRow = true;
        return true;
    }
    if (code != SQLITE_DONE)
        m_error = sqlError(code, m_cache->db(), "running \"" + m_sql + "\"");
    // Ends the read at once: an idle statement must not keep an old snapshot of the file alive.
    sqlite3_reset(m_statement);
    return false;
}

Result<void> Statement::finish()
{
    while (next()) {
    }
    if (!m_error)
        return {};
    // A later run() is a new attempt: the disk may have space again.
    if (m_statement)
        return *std::exchange(m_error, std::nullopt);
    return *m_error;
}

Result<void> Statement::status() const
{
    if (m_error)
        return *m_error;
    return {};
}

void Statement::checked(int code)
{
    if (code != SQLITE_OK && !m_error)
        m_error = sqlError(code, m_cache->db(), "binding \"" + m_sql + "\"");
}

void Statement::bindInteger(int index, std::int64_t value)
{
    if (!m_error)
        checked(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bindNull(int index)
{
    if (!m_error)
        checked(sqlite3_bind_null(m_statement, index));
}

void Statement::bindText(int index, std::string_view text)
{
    // A null pointer would bind NULL, and an empty view may hold one.
    if (!m_error)
        checked(sqlite3_bind_text64(m_statement, index, text.empty() ? "" : text.data(), text.size(),
                                    m_copies ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindBlob(int index, const void* data, std::size_t size)
{
    if (m_error)
        return;
    if (size == 0)
        checked(sqlite3_bind_zeroblob(m_statement, index, 0));
    else
        checked(sqlite3_bind_blob64(m_statement, index, data, size, m_copies ? SQLITE_TRANSIENT : SQLITE_STATIC));
}

bool Statement::isNull(int column) const
{
    PARTERRE_REQUIRE(m_onRow);
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column)
{
    PARTERRE_REQUIRE(m_onRow);
    if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER)
        reject("a column is not a number");
    return sqlite3_column_int64(m_statement, column);
}

std::uint64_t Statement::unsignedInteger(int column)
{
    const std::int64_t value = integer(column);
    if (value < 0)
        reject("a number is negative");
    return value < 0 ? 0 : static_cast<std::uint64_t>(value);
}

std::string Statement::text(int column)
{
    PARTERRE_REQUIRE(m_onRow);
    if (sqlite3_column_type(m_statement, column) != SQLITE_TEXT) {
        reject("a column is not text");
        return {};
    }
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data ? std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                : std::string();
}

QByteArrayView Statement::view(int column)
{
    PARTERRE_REQUIRE(m_onRow);
    if (sqlite3_column_type(m_statement, column) != SQLITE_BLOB) {
        reject("a column is not a byte string");
        return {};
    }
    const void* data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(data), data ? sqlite3_column_bytes(m_statement, column) : 0};
}

QByteArray Statement::bytes(int column)
{
    return view(column).toByteArray();
}

void Statement::readFixed(int column, std::uint8_t* out, std::size_t size)
{
    const QByteArrayView stored = view(column);
    if (static_cast<std::size_t>(stored.size()) != size) {
        reject("a byte string has the wrong length");
        return;
    }
    std::memcpy(out, stored.data(), size);
}

void Statement::reject(std::string_view why)
{
    if (!m_error)
        m_error = Error{ErrorCode::Corrupt, std::string(why) + " in \"" + m_sql + "\""};
}

} // namespace parterre::sql
