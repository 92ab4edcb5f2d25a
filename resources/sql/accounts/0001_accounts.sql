-- Who may do what: staff, counters, sessions, and what staff did. Ids are 16 bytes, hashes 32, times milliseconds since 1970.

CREATE TABLE staff (
    name     TEXT PRIMARY KEY,
    role     INTEGER NOT NULL, -- Role: seller 0 … admin 3
    password TEXT NOT NULL,    -- argon2id, with its salt and parameters
    disabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_session (
    token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
    name       TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    name        TEXT NOT NULL,
    public_key  BLOB NOT NULL CHECK (length(public_key) = 32),
    install_gen INTEGER NOT NULL,
    revoked     INTEGER NOT NULL,
    enrolled_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One-time: the row goes when the code is used.
CREATE TABLE enrolment_code (
    code_hash  BLOB PRIMARY KEY CHECK (length(code_hash) = 32),
    name       TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Append-only.
CREATE TABLE audit_log (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason  TEXT NOT NULL,
    before  TEXT NOT NULL,
    after   TEXT NOT NULL
) STRICT;

-- Seeds and keys of this server, by what they are for.
CREATE TABLE server_secret (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT, WITHOUT ROWID;
