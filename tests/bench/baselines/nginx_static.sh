#!/bin/bash
# P4's baseline: nginx, one worker, a file of 700 bytes. Prints "nginx_static REQUESTS_PER_S".
#   nginx_static.sh [connections=64] [seconds=5] [port=8499]
set -eu -o pipefail
connections=${1:-64} seconds=${2:-5} port=${3:-8499}

folder=$(mktemp -d)
chmod 755 "$folder" # the worker is somebody else when root starts nginx
printf 'x%.0s' {1..700} >"$folder/now.json"
cat >"$folder/nginx.conf" <<CONFIG
daemon off;
worker_processes 1;
pid $folder/pid;
error_log $folder/errors;
events { worker_connections 4096; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    open_file_cache max=16;
    types { application/json json; }
    server { listen 127.0.0.1:$port; root $folder; }
}
CONFIG
nginx -p "$folder" -c "$folder/nginx.conf" &
server=$!
trap 'kill "$server" && wait "$server" || true; rm -rf "$folder"' EXIT
for _ in {1..50}; do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    sleep 0.1
done
wrk -t1 -c"$connections" -d"${seconds}s" "http://127.0.0.1:$port/now.json" |
    sed -nE 's/^Requests\/sec: *([0-9.]+)$/nginx_static \1/p'
