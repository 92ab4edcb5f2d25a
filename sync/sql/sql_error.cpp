// The table from SQLite's result codes to ours. Source of the codes: https://sqlite.org/rescode.html
#include "sync/sql/sql_error.h"

#include <sqlite3.h>

namespace parterre::sql {

ErrorCode errorCodeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_NOLFS:
        return ErrorCode::Storage;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorCode::Unavailable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    case SQLITE_INTERRUPT:
        return ErrorCode::Timeout;
    default:
        return ErrorCode::Internal;
    }
}

Error sqlError(int sqliteCode, sqlite3* db, std::string_view doing)
{
    std::string text(doing);
    text += ": ";
    text += sqlite3_errstr(sqliteCode);
    if (db && (sqlite3_errcode(db) & 0xff) == (sqliteCode & 0xff)) {
        const std::string kept = sqlite3_errmsg(db);
        if (kept != sqlite3_errstr(sqliteCode))
            text += " (" + kept + ")";
    }
    return {errorCodeOf(sqliteCode), std::move(text)};
}

} // namespace parterre::sql
