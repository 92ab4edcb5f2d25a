#!/bin/bash
# P1's baseline: a seat is held by a Lua script in Redis 7, and every write is fsynced before its reply (no HTTP).
#   redis_hold.sh [clients=64] [requests=200000] [port=6411]      prints: redis_hold HOLDS_PER_S P50_MS P99_MS
set -eu -o pipefail
clients=${1:-64} requests=${2:-200000} port=${3:-6411}

folder=$(mktemp -d)
finish() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    rm -rf "$folder"
}
redis-server --bind 127.0.0.1 --port "$port" --dir "$folder" --save '' --appendonly yes --appendfsync always \
    --daemonize no >"$folder/log" &
server=$!
trap finish EXIT

ready=""
for _ in $(seq 100); do
    if [ "$(redis-cli -p "$port" ping 2>/dev/null || true)" = PONG ]; then
        ready=yes
        break
    fi
    sleep 0.05
done
[ -n "$ready" ] || { echo "redis_hold: the server did not start" >&2; cat "$folder/log" >&2; exit 1; }

# A free seat gets a holder for eight minutes and a line in the log; a taken one is refused.
hold="if redis.call('exists', KEYS[1]) == 1 then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'EX', 480)
redis.call('xadd', 'log', '*', 'seat', KEYS[1])
return 1"

# The last line of --csv is "test","rps","avg","min","p50","p95","p99","max"; the name holds the script, commas and all.
redis-benchmark -p "$port" -c "$clients" -n "$requests" -r 100000 --csv eval "$hold" 1 seat:__rand_int__ fan |
    tail -n 1 | tr -d '"' | awk -F, '{ print "redis_hold", $(NF - 6), $(NF - 3), $(NF - 1) }'
