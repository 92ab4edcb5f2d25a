-- What a counter must never forget. Ids are 16 bytes, hashes 32, times milliseconds since 1970 (spans: milliseconds).

-- One row. `seed` is the secret of the device key; `device` is NULL until the centre has answered the enrolment.
CREATE TABLE identity (
    only        INTEGER PRIMARY KEY CHECK (only = 1),
    seed        BLOB NOT NULL CHECK (length(seed) = 32),
    device      BLOB CHECK (length(device) = 16),
    install_gen INTEGER NOT NULL,
    server      TEXT NOT NULL,
    name        TEXT NOT NULL,
    server_key  BLOB NOT NULL CHECK (length(server_key) = 32)
) STRICT;

-- Clerks who have signed in here on line; argon2id, never a password.
CREATE TABLE clerk (
    name     TEXT PRIMARY KEY,
    verifier TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every op whole, exactly as it is sent. `outcome` is NULL until the centre has answered; then it never changes.
CREATE TABLE op (
    event       BLOB NOT NULL CHECK (length(event) = 16),
    install_gen INTEGER NOT NULL,
    op_n        INTEGER NOT NULL CHECK (op_n > 0),
    at          INTEGER NOT NULL,
    body        BLOB NOT NULL, -- encodeOp()
    hash        BLOB NOT NULL CHECK (length(hash) = 32),
    signature   BLOB NOT NULL CHECK (length(signature) = 64),
    outcome     BLOB,          -- encodeOutcome()
    PRIMARY KEY (event, install_gen, op_n)
) STRICT, WITHOUT ROWID;

-- When each allotment was first asked for. `fence` is 0 until it was granted; its places are in the log.
CREATE TABLE allotment (
    event           BLOB NOT NULL CHECK (length(event) = 16),
    request_op_n    INTEGER NOT NULL,
    fence           INTEGER NOT NULL,
    boot_id         TEXT NOT NULL,
    sent_since_boot INTEGER NOT NULL,
    sent_at         INTEGER NOT NULL,
    PRIMARY KEY (event, request_op_n)
) STRICT, WITHOUT ROWID;

-- The basket as it was last on the screen: a local hold, or one at the centre (`hold`).
CREATE TABLE basket (
    event BLOB PRIMARY KEY CHECK (length(event) = 16),
    hold  BLOB CHECK (length(hold) = 16)
) STRICT, WITHOUT ROWID;
CREATE TABLE basket_line (
    event      BLOB NOT NULL REFERENCES basket(event) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    seat       INTEGER,
    standing   INTEGER,
    price_type INTEGER NOT NULL,
    price      INTEGER NOT NULL, -- minor units
    currency   TEXT NOT NULL,
    PRIMARY KEY (event, position),
    CHECK ((seat IS NULL) <> (standing IS NULL))
) STRICT, WITHOUT ROWID;

-- What paper was asked for and what became of it. `state`: 0 asked, 1 printed, 2 failed.
CREATE TABLE print_job (
    customer_order BLOB NOT NULL CHECK (length(customer_order) = 16),
    attempt        INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    state          INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
    detail         TEXT NOT NULL,
    PRIMARY KEY (customer_order, attempt)
) STRICT, WITHOUT ROWID;
