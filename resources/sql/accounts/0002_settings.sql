-- Small facts this server keeps about itself and its events, by name ("returns/<event>", "refunds/<event>" …).
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
