-- What a counter needs when the centre was restored, its own journal went back in time, or a card was being charged.

-- The log whose answer `outcome` is; NULL: from before logs were told apart.
ALTER TABLE op ADD COLUMN outcome_log BLOB CHECK (length(outcome_log) = 16);

-- The log an event is followed under. Outcomes of other logs count up to op `inherited` only (NULL: not known yet) when
-- `restored`. `greeted`: the generation Hello was said for.
CREATE TABLE followed_log (
    event        BLOB PRIMARY KEY CHECK (length(event) = 16),
    log          BLOB NOT NULL CHECK (length(log) = 16),
    log_gen      INTEGER NOT NULL, -- the greatest seen
    restored     INTEGER NOT NULL CHECK (restored IN (0, 1)),
    inherited    INTEGER,
    greeted      INTEGER,
    lost_history INTEGER NOT NULL CHECK (lost_history IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Written before the card terminal is asked. `state`: 0 open, 1 taken (the sale is an op), 2 declined, 3 money to be
-- given back, 4 given back.
CREATE TABLE payment (
    ref       BLOB PRIMARY KEY CHECK (length(ref) = 16),
    event     BLOB NOT NULL CHECK (length(event) = 16),
    sale      BLOB NOT NULL, -- encodeCommand()
    amount    INTEGER NOT NULL, -- minor units
    currency  TEXT NOT NULL,
    at        INTEGER NOT NULL,
    state     INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
    reference TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- At most one row: this installation is not to be believed, until it is enrolled anew.
CREATE TABLE suspicion (
    only        INTEGER PRIMARY KEY CHECK (only = 1),
    install_gen INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    reason      TEXT NOT NULL
) STRICT;

-- As `allotment` was, for each installation.
CREATE TABLE allotment_grant (
    event           BLOB NOT NULL CHECK (length(event) = 16),
    install_gen     INTEGER NOT NULL,
    request_op_n    INTEGER NOT NULL,
    fence           INTEGER NOT NULL,
    boot_id         TEXT NOT NULL,
    sent_since_boot INTEGER NOT NULL,
    sent_at         INTEGER NOT NULL,
    PRIMARY KEY (event, install_gen, request_op_n)
) STRICT, WITHOUT ROWID;
INSERT INTO allotment_grant (event, install_gen, request_op_n, fence, boot_id, sent_since_boot, sent_at)
    SELECT allotment.event, coalesce((SELECT install_gen FROM identity), 1), request_op_n, fence, boot_id,
        sent_since_boot, sent_at
    FROM allotment;
DROP TABLE allotment;
