# The clock, the network, feeds.

F21() {
    for moment in 2026-06-10T10:13:20Z 2026-06-08T10:13:20Z 2016-06-09T10:13:20Z; do
        approved "F21-$moment"
        clock=$moment
        once
        exits 0 && same && verified || return
    done
}

F23() {
    desk F23
    printf -- '- url: http://no-such-host.invalid/feed\n' >>"$dir/feeds.yaml"
    once
    exits 0 && same || return
    [ "$(sql "SELECT failures FROM feed WHERE url LIKE '%invalid%'")" = 1 ] || wrong "the failure was not counted"
}

F24() {
    desk F24
    printf -- '- url: http://127.20.0.99:9/feed\n- url: https://127.20.0.1:%s/feed\n' $port >>"$dir/feeds.yaml"
    once
    exits 0 && same || return
    [ "$(sql "SELECT COUNT(*) FROM feed WHERE error IS NOT NULL")" = 2 ] || wrong "not both were told apart"
    desk F24-cut
    once
    newsroom --fault keji=cut
    clock=2026-06-09T12:00:00Z
    once
    [ "$(sql "SELECT COUNT(*) FROM feed WHERE etag IS NOT NULL AND error IS NOT NULL")" = 1 ] || wrong "validators were lost"
    newsroom
    same
}

F25() {
    for seconds in 3600 1000000000 -5; do
        newsroom --fault keji=retry-after:$seconds
        desk "F25$seconds"
        once
        exits 0 || return
        [ "$(sql "SELECT due_at <= '2026-06-10T10:13:21' FROM feed")" = 1 ] || wrong "waits longer than a day"
        newsroom --fault model=retry-after:$seconds
        desk "F25-model$seconds"
        once
        [ "$(sql "SELECT MAX(attempts) FROM story WHERE state = 'gathered'")" = 0 ] || wrong "a wait was counted"
        [ "$(sql "SELECT MAX(due_at) <= '2026-06-10T10:13:21' FROM story WHERE state = 'gathered'")" = 1 ] || wrong "a story waits longer than a day"
    done
    newsroom
}

F26() {
    desk F26
    once
    local entries
    entries=$(sql "SELECT COUNT(*) FROM entry")
    newsroom --fault keji=html
    clock=2026-06-09T12:00:00Z
    once
    newsroom
    [ "$(sql "SELECT COUNT(*) FROM entry")" = "$entries" ] || wrong "entries changed"
    [ "$(sql "SELECT etag IS NOT NULL AND failures = 1 FROM feed")" = 1 ] || wrong "the failure or the validators are wrong"
}

F27() {
    newsroom --invented 150
    desk F27
    once
    cp -r "$dir/content" "$work/F27-content"
    # As if the feed gave every item another id.
    sql "UPDATE entry SET key = 'before ' || key; UPDATE feed SET etag = NULL, last_modified = NULL, body_hash = NULL"
    clock=2026-06-09T12:00:00Z
    once
    exits 0
    diff -r "$work/F27-content" "$dir/content" >/dev/null || wrong "something was told again"
    [ "$(sql "SELECT COUNT(*) FROM entry WHERE place = 'new'")" = 0 ] || wrong "entries without a story or a reason"
    [ "$(sql "SELECT COUNT(*) > 20 AND COUNT(*) = SUM(reason LIKE 'seen before under another id%') FROM entry WHERE key NOT LIKE 'before %'")" = 1 ] || wrong "the flood is not named: $(sql "SELECT COUNT(*), reason FROM entry WHERE key NOT LIKE 'before %' GROUP BY reason LIMIT 3")"
    newsroom
    verified
}


F42() {
    newsroom --invented 200
    desk F42
    cp "$work/feeds.yaml" "$dir/feeds.yaml"
    wrapper=(/usr/bin/env bash -c '"$@" & id=$!; wait $id; code=$?; exit $code' bash)
    once
    wrapper=(env)
    exits 0 && verified
    [ "$(sql "SELECT COUNT(*) FROM story WHERE state IN ('queued', 'gathered', 'drafted', 'approved')")" = 0 ] || wrong "stories are not at rest"
    newsroom
}
