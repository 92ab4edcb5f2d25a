// Statement: one prepared SQL text in use: bind, step, read columns. Goes back to its connection's cache when it dies.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/result.h"
#include "sync/base/strong_id.h"

#include <QByteArray>
#include <QByteArrayView>

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace parterre::sql {

class StatementCache;

// Errors stick: after the first one every later call does nothing and status() (or run()) tells it. A column of the
// wrong type or length is Corrupt, because our own code wrote it. Must die before its Connection; same thread.
//
//     Statement rows = connection.prepare("SELECT name FROM staff WHERE role = ?1");
//     rows.bind(role);
//     while (rows.next())
//         names.push_back(rows.text(0));
//     if (!rows.status()) return rows.status().error();
class Statement
{
public:
    Statement(StatementCache& cache, std::string sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;

    // Binds ?1, ?2 … and starts over. Values are copied, so temporaries are fine.
    // Accepted: integers (unsigned ones up to 2^63 − 1, asserted), text, Bytes, byte arrays, ids, Instant, optional.
    template <typename... Values>
    Statement& bind(const Values&... values)
    {
        start(true);
        int index = 0;
        (bindValue(++index, values), ...);
        return *this;
    }

    // Binds without copying (the values live long enough), runs to the end and is ready for the next run().
    template <typename... Values>
    Result<void> run(const Values&... values)
    {
        start(false);
        int index = 0;
        (bindValue(++index, values), ...);
        return finish();
    }

    // The next row, false at the end or after an error.
    bool next();
    Result<void> status() const;

    // Columns of the current row, from 0.
    bool isNull(int column) const;
    std::int64_t integer(int column);
    std::uint64_t unsignedInteger(int column); // Corrupt when negative
    std::string text(int column);
    QByteArray bytes(int column);
    QByteArrayView view(int column); // valid until the next step
    Instant instant(int column) { return {integer(column)}; }

    // Exactly N bytes.
    template <std::size_t N>
    std::array<std::uint8_t, N> fixed(int column)
    {
        std::array<std::uint8_t, N> out{};
        readFixed(column, out.data(), N);
        return out;
    }
    template <typename Id>
    Id id(int column)
    {
        return Id{fixed<16>(column)};
    }
    template <typename Id>
    std::optional<Id> optionalId(int column)
    {
        return isNull(column) ? std::nullopt : std::optional<Id>(id<Id>(column));
    }

    // Marks the row as not understood: status() is Corrupt from now on.
    void reject(std::string_view why);

private:
    void start(bool copies);
    Result<void> finish();
    void readFixed(int column, std::uint8_t* out, std::size_t size);
    void checked(int code);

    void bindInteger(int index, std::int64_t value);
    void bindNull(int index);
    void bindText(int index, std::string_view text);
    void bindBlob(int index, const void* data, std::size_t size);

    template <std::integral T>
    void bindValue(int index, T value)
    {
        if constexpr (std::is_unsigned_v<T> && sizeof(T) == 8)
            PARTERRE_REQUIRE(value <= static_cast<T>(std::numeric_limits<std::int64_t>::max()));
        bindInteger(index, static_cast<std::int64_t>(value));
    }
    void bindValue(int index, std::string_view value) { bindText(index, value); }
    void bindValue(int index, const char* value) { bindText(index, value); }
    void bindValue(int index, const QByteArray& value)
    {
        bindBlob(index, value.constData(), static_cast<std::size_t>(value.size()));
    }
    void bindValue(int index, Instant value) { bindInteger(index, value.ms); }
    template <std::size_t N>
    void bindValue(int index, const std::array<std::uint8_t, N>& value)
    {
        bindBlob(index, value.data(), N);
    }
    template <typename Tag>
    void bindValue(int index, const Id128<Tag>& value)
    {
        bindValue(index, value.bytes);
    }
    template <typename Tag, typename Rep>
    void bindValue(int index, const StrongId<Tag, Rep>& value)
    {
        bindValue(index, value.value);
    }
    template <typename T>
    void bindValue(int index, const std::optional<T>& value)
    {
        if (value)
            bindValue(index, *value);
        else
            bindNull(index);
    }

    StatementCache* m_cache = nullptr; // null: moved from
    sqlite3_stmt* m_statement = nullptr;
    std::string m_sql;
    std::optional<Error> m_error;
    bool m_copies = true;
    bool m_onRow = false;
};

} // namespace parterre::sql
