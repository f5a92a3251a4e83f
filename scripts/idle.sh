#!/bin/sh
# Measures the service while it has nothing to do but ask 500 feeds once an hour, which answer 304:
# memory after it polled them all for the first time, and its share of a core over MINUTES (5).
set -eu

bin=${BIN:-$(swift build -c release --show-bin-path)}
work=.build/idle
port=${BENCH_PORT:-28991}
minutes=${MINUTES:-5}
rm -rf "$work"
mkdir -p "$work/www" "$work/site" "$work/nginx"
work=$(cd "$work" && pwd)
"$bin/caibian-lab" generate "$work/www" --feeds 500 --entries 30 >/dev/null

cat >"$work/nginx.conf" <<EOF
worker_processes 1;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { worker_connections 1024; }
http {
    access_log $work/nginx/access.log;
    types { application/rss+xml xml; }
    client_body_temp_path $work/nginx; proxy_temp_path $work/nginx;
    fastcgi_temp_path $work/nginx; uwsgi_temp_path $work/nginx; scgi_temp_path $work/nginx;
    server { listen $port; root $work/www; }
}
EOF
config=$(cd config && pwd)
cat >"$work/caibian.yaml" <<EOF
site: {content: site, layout: $config/layouts/default.md}
prompts: $config/prompts
ledger: ledger.sqlite
network:
  contact: https://example.org/bench
  allow: [127.21.0.0/16]
stories: {window: 1h}
models: [{url: "http://127.0.0.1:1/v1", model: none}]
EOF
awk -v port="$port" 'BEGIN { for (n = 0; n < 500; n++)
    printf "- url: http://127.21.%d.%d:%d/feed-%d.xml\n", n / 250, n % 250 + 1, port, n }' \
    >"$work/feeds.yaml"
nginx -c "$work/nginx.conf" -e "$work/nginx/error.log"
"$bin/caibian" run --config "$work/caibian.yaml" >"$work/out" 2>"$work/err" &
id=$!
trap 'kill $id "$(cat "$work/nginx/pid")" 2>/dev/null || true' EXIT INT TERM
# Asking sqlite3 for a ledger that is not there would make an empty one.
until grep -q ready "$work/err"; do sleep 1; kill -0 $id; done
ask() { sqlite3 -cmd '.timeout 5000' "$work/ledger.sqlite" "$1" 2>/dev/null; }
until [ "$(ask "SELECT COUNT(*) FROM feed WHERE changed_at IS NOT NULL AND (SELECT COUNT(*) FROM entry WHERE place = 'new') = 0")" = 500 ]; do
    sleep 1
done
# As if they had been polled one after the other over the past hour.
ask "UPDATE feed SET polled_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (id * 7 + 300) || ' seconds'),
    due_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (id * 7 + 300) || ' seconds', '+1 hour')"
sleep 20

cpu() { awk '{ print ($14 + $15) * 10 }' "/proc/$id/stat"; } # ms, at 100 ticks a second
before=$(cpu)
unchanged=$(ask "SELECT SUM(unchanged) FROM feed")
sleep $((minutes * 60))
after=$(cpu)
awk -v ms="$((after - before))" -v minutes="$minutes" -v polls="$(($(ask "SELECT SUM(unchanged) FROM feed") - unchanged))" \
    'BEGIN { printf "idle: %.2f %% of a core over %d minutes, %d feeds answered 304\n", ms / minutes / 600, minutes, polls }'
awk '/^(VmRSS|RssAnon|RssFile):/ { printf "%s %.1f MB  ", $1, $2 / 1000 } END { print "" }' "/proc/$id/status"
[ -z "${SMAPS:-}" ] || cp "/proc/$id/smaps" "$SMAPS"
