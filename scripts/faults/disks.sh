# Disks that are full, read-only, broken, or whose files are not what they were.

# approved NAME: a desk whose stories wait for their file alone.
approved() { desk "$1"; CAIBIAN_FAILPOINT="publish open=error;publish write=error" once; empty; }

# Publishing, traced; then every state in which a power cut could have left the disk.
F04() {
    command -v strace >/dev/null || { skip "no strace"; return; }
    command -v python3 >/dev/null || { skip "python3 replays the trace"; return; }
    approved F04
    cp -r "$dir" "$work/F04-before"
    clock=2026-06-09T12:00:00Z
    wrapper=(strace -f -y -xx -s 300000 -o "$dir/trace"
        -e "trace=openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,linkat")
    once
    wrapper=(env)
    exits 0 && same || return
    local trace=$dir/trace count moment
    rm -rf "$dir/state" "$dir/content"
    cp -r "$work/F04-before/state" "$work/F04-before/content" "$dir"
    count=$(python3 scripts/faults/powercut.py "$trace" "$dir" "$work/F04-cuts")
    [ "$count" -ge 6 ] || { wrong "only $count moments in the trace"; return; }
    for moment in $(seq "$count"); do
        rm -rf "$dir/state" "$dir/content"
        cp -r "$work/F04-cuts/$moment/state" "$work/F04-cuts/$moment/content" "$dir"
        once
        exits 0 && same && verified || { wrong "moment $moment of $count"; return; }
    done
}


F05() {
    approved F05
    mounts "$dir/content" -t tmpfs -o size=256k none || return
    dd if=/dev/zero of="$dir/content/filler" bs=1k count=256 2>/dev/null
    clock=2026-06-09T12:00:00Z
    once
    [ "$(ls -A "$dir/content")" = filler ] || wrong "something was left behind"
    [ "$(sql "SELECT COUNT(*) FROM story WHERE state = 'approved'")" -gt 0 ] || wrong "none stayed approved"
    caibian status
    says "no space left" || return
    local calls
    calls=$(sql "SELECT COUNT(*) FROM model_call")
    sql "UPDATE story SET state = 'gathered', due_at = '2026-06-09T00:00:00.000Z' WHERE id = (SELECT id FROM story WHERE state = 'approved' LIMIT 1)"
    once
    [ "$(sql "SELECT COUNT(*) FROM model_call")" = "$calls" ] || wrong "a model was asked with a full disk"
    sql "UPDATE story SET state = 'approved' WHERE state = 'gathered'"
    umount "$dir/content"
    recovers
}

F06() {
    desk F06
    mounts "$dir/state" -t tmpfs -o size=600k none || return
    once
    [ "$code" = 75 ] || [ "$code" = 78 ] || { exits 75; return; }
    says "space left" || return
    mount -o remount,size=200m "$dir/state"
    recovers
    umount "$dir/state"
}

F07() {
    desk F07
    caibian ledger migrate
    wrapper=(bash -c 'ulimit -f 300; exec "$@"' bash)
    once
    exits 75 || return
    wrapper=(env)
    recovers
}

F08() {
    approved F08
    mounts "$dir/content" --bind "$dir/content" || return
    mount -o remount,ro,bind "$dir/content" || { skip "no read-only mounts"; return; }
    clock=2026-06-09T12:00:00Z
    once
    exits 0 && empty
    caibian status
    says "Read-only" || return
    umount "$dir/content"
    recovers
}

F09() {
    desk F09
    mounts "$dir/state" --bind "$dir/state" || return
    mount -o remount,ro,bind "$dir/state" || { skip "no read-only mounts"; return; }
    once
    exits 78 && says "Read-only"
    umount "$dir/state"
    recovers
}

F10() { desk F10; CAIBIAN_FAILPOINT="publish fsync=error" once; empty && recovers; }

F11() {
    command -v strace >/dev/null || { skip "no strace"; return; }
    for turn in 2 5 9; do
        desk "F11-$turn"
        caibian ledger migrate
        wrapper=(strace -f -o /dev/null -e "inject=fdatasync:error=EIO:when=$turn")
        once
        wrapper=(env)
        [ "$code" = 75 ] || [ "$code" = 78 ] || [ "$code" = 0 ] || { exits 75; return; }
        recovers || return
    done
}

F12() {
    command -v strace >/dev/null || { skip "no strace"; return; }
    desk F12
    wrapper=(strace -f -o /dev/null -e "inject=write:error=EINTR:when=3+4")
    once
    wrapper=(env)
    recovers
}

F13() {
    desk F13
    local name
    name=$(ls "$work/reference/content" | head -n 1)
    echo mine >"$dir/content/$name"
    once
    exits 0
    [ "$(cat "$dir/content/$name")" = mine ] || wrong "a person's file was touched"
    caibian queue list
    says "path taken"
}

F14() {
    desk F14
    mkdir "$dir/elsewhere"
    rmdir "$dir/content"
    once
    exits 0
    [ -z "$(ls -A "$dir/elsewhere")" ] || wrong "files appeared elsewhere"
    ln -s elsewhere "$dir/content"
    once
    exits 78 && says "it is a link" || return
    [ -z "$(ls -A "$dir/elsewhere")" ] || { wrong "a link was followed"; return; }
    rm "$dir/content"
    mkdir "$dir/content"
    recovers || return
    # Removed while the service runs, and made again.
    desk F14-run
    CAIBIAN_FAILPOINT="publish open=hang@1" CAIBIAN_NOW=$clock "$bin/caibian" run --config "$dir/caibian.yaml" >"$dir/out" 2>"$dir/err" &
    local id=$!
    for _ in $(seq 100); do grep -q approved "$dir/err" && break; sleep 0.2; done
    rm -rf "$dir/content"
    kill -KILL $id
    wait $id 2>/dev/null
    mkdir "$dir/content"
    recovers
}


F15() {
    desk F15
    caibian ledger migrate
    CAIBIAN_NOW=$clock "$bin/caibian" run --config "$dir/caibian.yaml" >"$dir/out" 2>"$dir/err" &
    local id=$!
    until grep -q ready "$dir/err"; do sleep 0.1; done
    (echo "BEGIN EXCLUSIVE;"; sleep "${LOCKED:-30}"; echo "COMMIT;") | sqlite3 "$dir/state/ledger.sqlite"
    sleep 12
    kill -TERM $id
    wait $id
    code=$?
    exits 0 && recovers || return
    # Locked before it starts.
    desk F15-start
    caibian ledger migrate
    (echo "BEGIN EXCLUSIVE;"; sleep 14; echo "COMMIT;") | sqlite3 "$dir/state/ledger.sqlite" &
    id=$!
    sleep 1
    once
    exits 75 && says "keeps the ledger" || return
    wait $id
    recovers
}


F16() {
    desk F16
    caibian ledger migrate
    (echo "BEGIN; SELECT COUNT(*) FROM story;"; sleep 15; echo "COMMIT;") | sqlite3 "$dir/state/ledger.sqlite" >/dev/null &
    local reader=$!
    sleep 1
    once
    exits 0 && same
    wait $reader
    verified
}

F17() {
    desk F17-first
    once
    local source=$dir/state/ledger.sqlite size
    sqlite3 "$source" "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null
    size=$(stat -c %s "$source")
    for turn in $(seq 20); do
        desk "F17-$turn"
        cp "$source" "$dir/state/ledger.sqlite"
        head -c 64 /dev/urandom | dd of="$dir/state/ledger.sqlite" bs=1 conv=notrunc \
            seek=$((size * (turn - 1) / 20)) 2>/dev/null
        once
        case $code in 0 | 65 | 75 | 78) ;; *) exits 78; return ;; esac
        [ "$(stat -c %s "$dir/state/ledger.sqlite")" -ge "$size" ] || { wrong "the ledger was made anew"; return; }
    done
    for cut in 0 100 $((size / 2)); do
        desk "F17-cut-$cut"
        head -c "$cut" "$source" >"$dir/state/ledger.sqlite"
        once
        exits 78 && says "restore a backup" || return
        [ "$(stat -c %s "$dir/state/ledger.sqlite")" = "$cut" ] || { wrong "the file was changed"; return; }
    done
}

F19() {
    desk F19
    caibian ledger migrate
    sql "PRAGMA user_version = 99"
    once
    exits 78 && says "newer than this program"
}

F35() { desk F35; wrapper=(bash -c 'ulimit -n 64; exec "$@"' bash); once; wrapper=(env); recovers; }

F36() {
    desk F36
    CAIBIAN_NOW=$clock "$bin/caibian" once --now --config "$dir/caibian.yaml" >/dev/full 2>/dev/full
    same || return
    desk F36-closed
    CAIBIAN_NOW=$clock "$bin/caibian" once --now --config "$dir/caibian.yaml" >&- 2>&-
    same || return
    desk F36-pipe
    CAIBIAN_NOW=$clock "$bin/caibian" once --now --config "$dir/caibian.yaml" 2>&1 | true
    recovers
}
