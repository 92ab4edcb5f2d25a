-- Plans, events, their logs, and what the arbiter answered. Ids are 16 bytes, hashes 32, times milliseconds since 1970.

CREATE TABLE plan (
    id    BLOB PRIMARY KEY CHECK (length(id) = 16),
    venue TEXT NOT NULL,
    name  TEXT NOT NULL,
    body  BLOB NOT NULL -- encodePlan()
) STRICT;

-- `number` keeps the rows of the log and of orders small; it never leaves the database.
CREATE TABLE event (
    number    INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    plan      BLOB NOT NULL REFERENCES plan(id),
    log_id    BLOB NOT NULL CHECK (length(log_id) = 16),
    head_seq  INTEGER NOT NULL,
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32)
) STRICT;

-- Append-only. `cause` is NULL for the server's own entries.
CREATE TABLE event_log (
    event INTEGER NOT NULL,
    seq   INTEGER NOT NULL,
    at    INTEGER NOT NULL,
    cause BLOB,
    body  BLOB NOT NULL, -- encodeEntry()
    hash  BLOB NOT NULL,
    PRIMARY KEY (event, seq)
) STRICT, WITHOUT ROWID;

-- Where the ops of one (device, install generation, event) stand.
CREATE TABLE op_stream (
    number      INTEGER PRIMARY KEY,
    device      BLOB NOT NULL CHECK (length(device) = 16),
    install_gen INTEGER NOT NULL,
    event       INTEGER NOT NULL REFERENCES event(number),
    applied     INTEGER NOT NULL,
    last_hash   BLOB NOT NULL CHECK (length(last_hash) = 32),
    quarantined INTEGER NOT NULL,
    UNIQUE (device, install_gen, event)
) STRICT;

-- Every op whole, as it was received, with its final outcome.
CREATE TABLE op_outcome (
    stream    INTEGER NOT NULL,
    op_n      INTEGER NOT NULL,
    op        BLOB NOT NULL,
    op_hash   BLOB NOT NULL,
    signature BLOB NOT NULL,
    outcome   BLOB NOT NULL, -- encodeOutcome()
    PRIMARY KEY (stream, op_n)
) STRICT, WITHOUT ROWID;

-- First answers to requests with an idempotency key. `refused` is an error's wire name; NULL: carried out by the
-- entries first_seq … last_seq of the event's log.
CREATE TABLE request_answer (
    key       BLOB PRIMARY KEY CHECK (length(key) = 16),
    body_hash BLOB NOT NULL,
    event     INTEGER NOT NULL REFERENCES event(number),
    at        INTEGER NOT NULL,
    refused   TEXT,
    detail    TEXT NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
