# Crashes, signals, and two processes at once.

F01() { "$bin/caibian-lab" kill --invented 0 --random "${INSTANTS:-10}" --port 28951 >"$work/F01" || wrong "$(grep -m 2 FAIL "$work/F01")"; }

# Five at a time, each over and over on a ledger of its own.
F02() {
    local numbers=() id
    for turn in 1 2 3 4 5; do
        desk "F02-$turn"
        terminated $((${TIMES:-100} / 5)) &
        numbers+=($!)
    done
    for id in "${numbers[@]}"; do wait "$id" || wrong "$(cat "$work"/F02-*/trouble | head -n 1)"; done
    for turn in 1 2 3 4 5; do
        dir=$work/F02-$turn
        clock=2026-06-09T10:13:20Z
        recovers || return
    done
}

# terminated TIMES: SIGTERM to a service at a random moment of its first five seconds.
terminated() {
    local id start code
    for _ in $(seq "$1"); do
        CAIBIAN_NOW=$clock "$bin/caibian" run --config "$dir/caibian.yaml" >"$dir/out" 2>"$dir/err" &
        id=$!
        sleep "$((RANDOM % 5)).$((RANDOM % 10))"
        start=$SECONDS
        kill -TERM $id
        wait $id
        code=$?
        [ $((SECONDS - start)) -le 90 ] || echo "took $((SECONDS - start)) s to stop" >>"$dir/trouble"
        # Before the handlers are set, the signal ends the process at once, and nothing was begun.
        [ $code = 143 ] || [ $code = 0 ] || echo "exit code $code: $(tail -n 2 "$dir/err")" >>"$dir/trouble"
    done
    [ ! -s "$dir/trouble" ]
}


# Long enough that every time-out of the newsroom's settings is over when it goes on.
F03() {
    newsroom --fault keji=delay:4
    for command in "once --now" run; do
        desk "F03-${command%% *}"
        CAIBIAN_NOW=$clock "$bin/caibian" $command --config "$dir/caibian.yaml" >"$dir/out1" 2>"$dir/err1" &
        local id=$!
        sleep 2
        kill -STOP $id
        sleep "${PAUSE:-12}"
        once
        exits 75 && says "another caibian works on"
        kill -CONT $id
        sleep 6
        [ "$command" = run ] && kill -TERM $id
        wait $id
        code=$?
        exits 0 || return
    done
    newsroom
    for command in once run; do
        dir=$work/F03-$command
        clock=2026-06-09T10:13:20Z
        recovers || return
    done
}


F18() {
    desk F18
    CAIBIAN_FAILPOINT="publish linked=kill@1" once
    rm -f "$dir/state/ledger.sqlite-shm"
    recovers || return
    desk F18-wal
    CAIBIAN_FAILPOINT="ledger settlePublished* committed=kill@1" once
    rm -f "$dir/state/ledger.sqlite-wal" "$dir/state/ledger.sqlite-shm"
    once
    [ "$code" = 0 ] || [ "$code" = 78 ] || exits 0
    [ "$(ls "$dir/content" | sed 's/.*-//' | sort | uniq -d)" = "" ] || wrong "a story was told twice"
}

F20() {
    desk F20
    caibian ledger migrate
    local ids=() codes=""
    for number in $(seq 10); do
        CAIBIAN_NOW=$clock "$bin/caibian" once --now --config "$dir/caibian.yaml" \
            >"$dir/out$number" 2>"$dir/err$number" &
        ids+=($!)
    done
    for id in "${ids[@]}"; do wait "$id"; codes+="$? "; done
    [[ $codes =~ ^[075\ ]+$ ]] || wrong "exit codes $codes"
    grep -q "another caibian works on" "$dir"/err* || wrong "nobody named the holder"
    recovers
}

F33() {
    desk F33
    for _ in 1 2; do CAIBIAN_FAILPOINT="step gathered *听澜*=abort" once; exits 134 || return; done
    CAIBIAN_FAILPOINT="step gathered *听澜*=abort" once
    exits 0 || return
    caibian queue list
    says "crashed the program twice" || return
    # A feed that crashes it; every other one goes on.
    desk F33-feed
    cp "$work/feeds.yaml" "$dir/feeds.yaml"
    for _ in 1 2; do CAIBIAN_FAILPOINT="parse *127.20.0.3*=abort" once; exits 134 || return; done
    CAIBIAN_FAILPOINT="parse *127.20.0.3*=abort" once
    exits 0 || return
    [ "$(sql "SELECT COUNT(*) FROM feed WHERE error LIKE 'crashed the program twice%'")" = 1 ] || wrong "no feed was given up for it"
    [ "$(sql "SELECT COUNT(*) FROM feed WHERE error IS NULL AND changed_at IS NOT NULL")" -ge 6 ] || wrong "the other feeds did not go on"
    caibian feeds resume "$(sql "SELECT url FROM feed WHERE gone_at IS NOT NULL")"
    once
    exits 0
    [ "$(sql "SELECT COUNT(*) FROM feed WHERE error IS NOT NULL OR crashes > 0")" = 0 ] || wrong "it was not resumed"
}

# A story that takes all the memory there is.
F34() {
    desk F34
    wrapper=(bash -c 'ulimit -v 4000000; exec "$@"' bash)
    for _ in 1 2; do
        CAIBIAN_FAILPOINT="step gathered *听澜*=swallow" once
        [ "$code" -ge 128 ] || { exits "a signal"; return; }
    done
    CAIBIAN_FAILPOINT="step gathered *听澜*=swallow" once
    wrapper=(env)
    exits 0 || return
    caibian queue list
    says "crashed the program twice" && verified
}


F37() {
    desk F37
    CAIBIAN_NOW=$clock NOTIFY_SOCKET=/nowhere/socket "$bin/caibian" run --config "$dir/caibian.yaml" \
        >"$dir/out" 2>"$dir/err" &
    local id=$!
    sleep 6
    kill -TERM $id
    wait $id
    code=$?
    exits 0 && recovers
}

F38() {
    command -v python3 >/dev/null || { skip "python3 listens on the socket"; return; }
    desk F38
    hung "run housekeep=hang@3" 8 && recovers || return
    # One worker of many: no longer than its longest request may take, and a minute and a half.
    desk F38-worker
    sed -i 's/model: newsroom-extractive,/model: newsroom-extractive, timeout: 5s,/' "$dir/caibian.yaml"
    hung "publish open=hang@1" 110 && recovers
}

# hung FAILPOINT SECONDS: a service that hangs there has sent no sign of life after so long.
hung() {
    python3 - "$dir/socket" >"$dir/pings" <<'END' &
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
s.settimeout(25)
try:
    while True: print(s.recv(4096).decode(), flush=True)
except TimeoutError: pass
END
    local listener=$! id before after
    sleep 1
    CAIBIAN_NOW=$clock CAIBIAN_FAILPOINT="$1" WATCHDOG_USEC=3000000 \
        NOTIFY_SOCKET=$dir/socket "$bin/caibian" run --config "$dir/caibian.yaml" \
        >"$dir/out" 2>"$dir/err" &
    id=$!
    sleep "$2"
    before=$(grep -c WATCHDOG=1 "$dir/pings")
    sleep 4
    after=$(grep -c WATCHDOG=1 "$dir/pings")
    kill -ABRT $id
    wait $id
    kill $listener
    grep -q READY=1 "$dir/pings" || wrong "never ready"
    [ "$before" -ge 1 ] && [ "$before" = "$after" ] || wrong "$before signs of life, then $after"
}
