# Model endpoints that fail, lie, or cost too much.

# spoilt KIND: a fresh desk whose model answers so; no article may come of it.
spoilt() { newsroom --fault "model=$1"; desk "model-${1//:/-}"; once; exits 0; empty; newsroom; }

F28() {
    newsroom --fault model=status:500
    desk F28
    for hour in 10 12 14 16 18 20 22; do clock=2026-06-09T$hour:30:00Z; once; done
    empty
    [ "$(sql "SELECT MAX(n) <= 5 FROM (SELECT COUNT(*) AS n FROM model_call GROUP BY story_id)")" = 1 ] || wrong "a story was tried more than 5 times"
    newsroom
}

F29() {
    for kind in prose half-json html large:1000000; do
        spoilt $kind
        [ "$(sql "SELECT COUNT(*) > 0 FROM model_call")" = 1 ] || wrong "no call was recorded"
        [ "$(sql "SELECT MAX(length(answer)) < 4000000 OR MAX(length(answer)) IS NULL FROM model_call")" = 1 ] || wrong "the answer is unbounded"
    done
}

F30() { spoilt invented-evidence && spoilt wrong-source; }

F31() {
    for status in 401 402; do
        newsroom --fault model=status:$status
        desk "F31-$status"
        once
        exits 0
        empty
        [ "$(sql "SELECT COUNT(*) > 0 FROM endpoint WHERE paused_until IS NOT NULL")" = 1 ] || wrong "the endpoint is not paused"
        [ "$(sql "SELECT COUNT(*) FROM model_call")" -le 2 ] || wrong "it was asked again and again"
        [ "$(sql "SELECT COUNT(*) FROM notice")" -ge 1 ] || wrong "nobody was told"
        newsroom
        recovers_late || return
    done
}

# Long enough for the pause, and a clock that stands still.
recovers_late() { clock=2026-06-10T02:00:00Z; once; [ -n "$(ls "$dir/content")" ] || wrong "nothing was published later"; verified; }

F32() {
    desk F32 "budget: {day: {tokens: 100}}"
    once
    exits 0 && empty || return
    [ "$(sql "SELECT COUNT(*) FROM story WHERE state = 'gathered'")" -gt 0 ] || wrong "the stories did not wait"
    sed -i '/^budget:/d' "$dir/caibian.yaml"
    recovers_late
}
