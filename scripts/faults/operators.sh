# What operators do.

F39() {
    desk F39
    CAIBIAN_NOW=$clock "$bin/caibian" run --config "$dir/caibian.yaml" >"$dir/out" 2>"$dir/err" &
    local id=$!
    sleep 5
    cp "$dir/caibian.yaml" "$dir/right.yaml"
    echo "sight: {}" >>"$dir/caibian.yaml"
    kill -HUP $id
    sleep 3
    kill -0 $id || wrong "it did not survive"
    says "kept as they were"
    cp "$dir/right.yaml" "$dir/caibian.yaml"
    kill -HUP $id
    sleep 3
    says "read again"
    kill -TERM $id
    wait $id
    code=$?
    exits 0 && recovers
}

F40() { swift test --skip-build --disable-xctest --filter ActionTests >"$work/F40" 2>&1 || wrong "$(tail -n 1 "$work/F40")"; }
F22() { swift test --skip-build --disable-xctest --filter SiteDayTests >"$work/F22" 2>&1 || wrong "$(tail -n 1 "$work/F22")"; }

F41() {
    approved F41
    caibian ledger backup "$dir/backup.sqlite"
    exits 0 || return
    clock=2026-06-09T12:00:00Z
    once
    exits 0 && same || return
    rm -f "$dir"/state/ledger.sqlite*
    cp "$dir/backup.sqlite" "$dir/state/ledger.sqlite"
    recovers || return
    # A backup from before anything was known: held, and never told twice.
    desk F41-empty
    caibian ledger migrate
    caibian ledger backup "$dir/backup.sqlite"
    once
    rm -f "$dir"/state/ledger.sqlite*
    cp "$dir/backup.sqlite" "$dir/state/ledger.sqlite"
    clock=2026-06-10T12:00:00Z
    once
    exits 0 && same
    caibian queue list
    says "path taken"
}
