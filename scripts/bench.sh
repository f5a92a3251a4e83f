#!/bin/sh
# Measures on this machine, each figure beside that of another program in the same run.
set -eu

lab=$(swift build -c release --show-bin-path)/caibian-lab
work=.build/bench
port=${BENCH_PORT:-28990}
rm -rf "$work"
mkdir -p "$work/www" "$work/site" "$work/nginx"
work=$(cd "$work" && pwd)

cpu() { # Runs a command and prints its CPU seconds, user and system.
    /usr/bin/env bash -c 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>/dev/null; } 2>&1' _ "$@" |
        awk '{ printf "%.2f", $1 + $2 }'
}

echo "== Stories"
echo "place:          $("$lab" place)"

echo "== Feeds"
"$lab" generate "$work/www"
echo "parse:          $("$lab" parse "$work/www")"
echo "xmllint --stream: $(cpu xmllint --stream --noout "$work"/www/*.xml) s CPU"

cat >"$work/nginx.conf" <<EOF
worker_processes 1;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { worker_connections 4096; }
http {
    access_log off;
    types { application/rss+xml xml; }
    client_body_temp_path $work/nginx; proxy_temp_path $work/nginx;
    fastcgi_temp_path $work/nginx; uwsgi_temp_path $work/nginx; scgi_temp_path $work/nginx;
    server { listen $port; root $work/www; }
}
EOF
nginx -c "$work/nginx.conf" -e "$work/nginx/error.log"
trap 'kill "$(cat "$work/nginx/pid")" 2>/dev/null || true' EXIT INT TERM

config=$(cd config && pwd)
cat >"$work/caibian.yaml" <<EOF
site: {content: site, layout: $config/layouts/default.md}
prompts: $config/prompts
ledger: ledger.sqlite
network:
  contact: https://example.org/bench
  allow: [127.21.0.0/16]
  feed_spacing: 0s
models: [{url: "http://127.0.0.1:1/v1", model: none}]
EOF
# 500 hosts of four feeds each.
awk -v port="$port" 'BEGIN { for (n = 0; n < 2000; n++)
    printf "- url: http://127.21.%d.%d:%d/feed-%d.xml\n", (n % 500) / 250, n % 250 + 1, port, n }' \
    >"$work/feeds.yaml"
sed -n 's/^- url: \(.*\)/url = "\1"\noutput = "\/dev\/null"/p' "$work/feeds.yaml" >"$work/urls"
echo "curl --parallel, all 200: $(cpu curl --silent --parallel --parallel-max 32 --config "$work/urls") s CPU"
echo "cold refresh:   $("$lab" refresh --config "$work/caibian.yaml")"
echo "304 refresh:    $("$lab" refresh --config "$work/caibian.yaml")"
ls -l "$work/ledger.sqlite" | awk '{ printf "ledger: %d MB\n", $5 / 1e6 }'

echo "== Drafts"
echo "around a model call: $("$lab" around --config "$config")"
echo "spoilt drafts:       $("$lab" spoilt 100000 --layout "$config/layouts/default.md")"

echo "== Rules"
"$lab" judge Tests/VerificationTests/Fixtures/pairs.jsonl
