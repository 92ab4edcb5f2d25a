-- What the counter can fetch again. Deleting the file loses nothing but the ability to open events off line.

CREATE TABLE event (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    title     TEXT NOT NULL,
    venue     TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    position  INTEGER NOT NULL -- in the centre's list
) STRICT, WITHOUT ROWID;

-- The state of an event: the snapshot with the entries of `entry` folded in. With a row id: in a table without one SQLite
-- reads a row of megabytes whole each time it compares its key, which every new entry makes it do.
CREATE TABLE snapshot (
    event BLOB PRIMARY KEY CHECK (length(event) = 16),
    plan  BLOB NOT NULL, -- encodePlan()
    body  BLOB NOT NULL  -- encodeSnapshot()
) STRICT;
CREATE TABLE entry (
    event BLOB NOT NULL REFERENCES snapshot(event) ON DELETE CASCADE,
    seq   INTEGER NOT NULL,
    at    INTEGER NOT NULL,
    cause BLOB NOT NULL CHECK (length(cause) = 16),
    body  BLOB NOT NULL, -- encodeEntry()
    PRIMARY KEY (event, seq)
) STRICT, WITHOUT ROWID;
