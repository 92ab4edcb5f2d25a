-- Orders and tickets as people look for them. Written with the log entries that made them; the log can rebuild them.
-- Money is in minor units of the event's currency.

CREATE TABLE customer_order (
    number           INTEGER PRIMARY KEY,
    id               BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    event            INTEGER NOT NULL REFERENCES event(number),
    seq              INTEGER NOT NULL, -- of the entry that placed it
    code             TEXT NOT NULL,    -- orderCode()
    channel          INTEGER NOT NULL,
    device           BLOB,
    clerk            TEXT NOT NULL,
    name             TEXT NOT NULL,
    email            TEXT NOT NULL,
    phone            TEXT NOT NULL,
    tender           INTEGER NOT NULL,
    tender_reference TEXT NOT NULL,
    paid_minor       INTEGER NOT NULL,
    sold_at          INTEGER NOT NULL,
    UNIQUE (event, seq)
) STRICT;
CREATE INDEX customer_order_by_code ON customer_order(code);
CREATE INDEX customer_order_by_email ON customer_order(email COLLATE NOCASE) WHERE email <> '';

-- `seat` and `standing` are positions in the event's plan; exactly one is set.
CREATE TABLE ticket (
    order_number INTEGER NOT NULL REFERENCES customer_order(number),
    position     INTEGER NOT NULL,
    serial       BLOB NOT NULL CHECK (length(serial) = 16),
    event        INTEGER NOT NULL,
    seat         INTEGER,
    standing     INTEGER,
    price_type   INTEGER NOT NULL,
    price_minor  INTEGER NOT NULL,
    voided       INTEGER NOT NULL,
    admitted     INTEGER NOT NULL,
    PRIMARY KEY (order_number, position),
    CHECK ((seat IS NULL) <> (standing IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_by_seat ON ticket(event, seat) WHERE seat IS NOT NULL;
