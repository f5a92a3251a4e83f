#!/bin/bash
# Stages the faults of docs/faults.md against the program and the newsroom, one line for each: ok,
# FAIL with what went wrong, or SKIP with what this machine lacks. Names of rows choose some.
set -u
cd "$(dirname "$0")/.." || exit 1
bin=${BIN:-$PWD/.build/debug}
work=$(mktemp -d /tmp/caibian-faults.XXXXXX)
port=28950
started=() mounted=() failed=0 skipped=0
export SWIFT_BACKTRACE=enable=no

finish() {
    for id in "${started[@]}"; do kill "$id" 2>/dev/null; done
    for place in "${mounted[@]}"; do umount "$place" 2>/dev/null; done
    rm -rf "$work"
}
trap finish EXIT

# newsroom [option...]: the world at its one moment, in place of the one before.
newsroom() {
    if [ -n "${newsroom:-}" ]; then kill "$newsroom"; wait "$newsroom"; fi 2>/dev/null
    rm -f "$work/ready"
    printf 1781000000 >"$work/anchor"
    "$bin/caibian-newsroom" --for 3600 --port $port --anchor "$work/anchor" \
        --ready-file "$work/ready" --write-feeds "$work/feeds.yaml" "$@" >/dev/null 2>&1 &
    newsroom=$!
    started+=("$newsroom")
    for _ in $(seq 300); do [ -s "$work/ready" ] && return; sleep 0.1; done
    echo "faults: the newsroom does not answer" >&2
    exit 1
}

# desk NAME [line...]: a fresh directory with settings, and lines beyond them.
desk() {
    dir=$work/$1
    shift
    mkdir -p "$dir/content" "$dir/state"
    # One site is enough to publish, and soon done.
    grep -A2 -e 127.20.0.3 "$work/feeds.yaml" >"$dir/feeds.yaml"
    cat >"$dir/caibian.yaml" <<END
site: {content: content, layout: $PWD/config/layouts/default.md}
ledger: state/ledger.sqlite
prompts: $PWD/config/prompts
network:
  {contact: "mailto:test@example.org", allow: [127.20.0.0/16], timeout: 5s, feed_spacing: 0s, page_spacing: 0s}
stories: {window: 30d, per_day: 10000}
search: [{kind: searxng, url: "http://127.20.0.100:$port", name: newsroom}]
models:
  - {url: "http://127.20.0.100:$port/v1", model: newsroom-extractive, price: {prompt: 2, answer: 8}}
END
    for line in "$@"; do echo "$line" >>"$dir/caibian.yaml"; done
    clock=2026-06-09T10:13:20Z
}

caibian() {
    CAIBIAN_NOW=$clock "${wrapper[@]}" "$bin/caibian" "$@" --config "$dir/caibian.yaml" \
        >"$dir/out" 2>"$dir/err"
    code=$?
}
wrapper=(env)
once() { caibian once --now; }
sql() { sqlite3 "$dir/state/ledger.sqlite" "$1"; }

# What a row found wrong; the first counts.
wrong() { [ -n "$trouble" ] || trouble="$1"; return 1; }
exits() { [ "$code" = "$1" ] || wrong "exit code $code instead of $1: $(tail -n 2 "$dir/err" "$dir/out" | tr '\n' ' ')"; }
says() { grep -q -- "$1" "$dir/err" "$dir/out" || wrong "does not say \"$1\": $(cat "$dir/err" "$dir/out" | tail -n 3 | tr '\n' ' ')"; }
same() { diff -r "$work/reference/content" "$dir/content" >"$dir/diff" || wrong "other files: $(head -n 3 "$dir/diff" | tr '\n' ' ')"; }
empty() { [ -z "$(ls -A "$dir/content")" ] || wrong "files were left: $(ls -A "$dir/content" | head -n 3)"; }
verified() { caibian ledger verify; [ "$code" = 0 ] || wrong "$(head -n 3 "$dir/out" "$dir/err" | tr '\n' ' ')"; }
recovers() { once; clock=2026-06-09T12:00:00Z; once; exits 0 && same && verified; }
skip() { skip="$1"; }
# mounts PLACE OPTION...: or the row is skipped.
mounts() {
    place=$1
    shift
    mount "$@" "$place" 2>/dev/null || { skip "mounting is not allowed here"; return 1; }
    mounted+=("$place")
}

row() {
    [ ${#chosen[@]} = 0 ] || [[ " ${chosen[*]} " == *" $1 "* ]] || return
    trouble="" skip="" wrapper=(env)
    if [ "$(type -t "$1")" != function ]; then skip "$2"; else "$1"; fi
    if [ -n "$skip" ]; then
        skipped=$((skipped + 1)); echo "SKIP $1 $2: $skip"
    elif [ -n "$trouble" ]; then
        failed=$((failed + 1)); echo "FAIL $1 $2: $trouble"
    else echo "ok   $1 $2"; fi
}

chosen=("$@")
for part in crashes disks world models operators; do . "scripts/faults/$part.sh"; done

newsroom
desk reference
once
[ "$code" = 0 ] && [ -n "$(ls "$dir/content")" ] || { cat "$dir/err"; exit 1; }

while IFS='|' read -r _ name what _; do
    name=$(echo "$name" | tr -d ' ') what=$(echo "$what" | sed 's/^ *//; s/ *$//')
    [[ $name =~ ^F[0-9]+$ ]] && row "$name" "$what"
done <docs/faults.md
echo "$failed failed, $skipped skipped"
[ "$failed" = 0 ]
