// What SQLite says went wrong, in our words: result code → ErrorCode, with a sentence for people and logs.
#pragma once

#include "sync/base/error.h"

#include <string_view>

struct sqlite3;

namespace parterre::sql {

// FULL, IOERR, READONLY, CANTOPEN, PERM → Storage · BUSY, LOCKED → Unavailable · CORRUPT, NOTADB → Corrupt ·
// TOOBIG → TooLarge · the rest (wrong SQL, broken constraint) → Internal. Extended codes are understood.
ErrorCode errorCodeOf(int sqliteCode);

// `doing` names what was tried. The text SQLite kept for the connection is added; `db` may be null.
Error sqlError(int sqliteCode, sqlite3* db, std::string_view doing);

} // namespace parterre::sql
