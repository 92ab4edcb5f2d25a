#!/bin/bash
# P2's baseline: one prepared statement in PostgreSQL updates the seat's row and adds a row to the log; commits are fsynced.
#   postgres_hold.sh [clients=64] [seconds=6] [port=5499]         prints: postgres_hold HOLDS_PER_S AVERAGE_MS
set -eu -o pipefail
clients=${1:-64} seconds=${2:-6} port=${3:-5499}

programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)
[ -n "$programs" ] || { echo "postgres_hold: PostgreSQL is not installed" >&2; exit 1; }
folder=$(mktemp -d)
chmod 755 "$folder"

# The server refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        su postgres -s /bin/bash -c 'cd / && "$@"' -- postgres "$@"
    else
        "$@"
    fi
}
finish() {
    as_postgres "$programs/pg_ctl" stop -m immediate -D "$folder/data" >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT
[ "$(id -u)" != 0 ] || chown postgres "$folder"
as_postgres "$programs/initdb" -U postgres -A trust -D "$folder/data" >/dev/null
as_postgres "$programs/pg_ctl" start -w -D "$folder/data" -l "$folder/log" \
    -o "-p $port -c listen_addresses='' -c unix_socket_directories='$folder'" >/dev/null

cat >"$folder/tables.sql" <<'SQL'
CREATE TABLE seat (event int, number int, status int NOT NULL DEFAULT 0, holder bigint, version int NOT NULL DEFAULT 0,
                   expires_at bigint, PRIMARY KEY (event, number));
CREATE TABLE log (position bigserial PRIMARY KEY, event int, seat int, what int, holder bigint, at bigint);
INSERT INTO seat (event, number) SELECT 1, n FROM generate_series(1, 100000) AS n;
SQL
cat >"$folder/hold.sql" <<'SQL'
\set seat random(1, 100000)
\set fan random(1, 1000000000)
WITH held AS (
    UPDATE seat SET status = 1, holder = :fan, version = version + 1, expires_at = 480
    WHERE event = 1 AND number = :seat RETURNING number)
INSERT INTO log (event, seat, what, holder, at) SELECT 1, number, 1, :fan, 0 FROM held;
SQL
chmod 644 "$folder"/*.sql
as_postgres "$programs/psql" -q -h "$folder" -p "$port" -U postgres -f "$folder/tables.sql" postgres
as_postgres "$programs/pgbench" -n -M prepared -c "$clients" -j 1 -T "$seconds" -f "$folder/hold.sql" \
    -h "$folder" -p "$port" -U postgres postgres 2>/dev/null |
    awk '/^latency average/ { average = $4 } /^tps/ { rate = $3 } END { print "postgres_hold", rate, average }'
