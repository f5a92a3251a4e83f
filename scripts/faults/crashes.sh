# Crashes, signals, and two processes at once.

F01() { "$bin/caibian-lab" kill --invented 0 --random "${INSTANTS:-10}" --port 28951 >"$work/F01" || wrong "$(grep -m 2 FAIL "$work/F01")"; }

F02() {
    desk F02
    for _ in $(seq "${TIMES:-10}"); do
        CAIBIAN_NOW=$clock "$bin/caibian" run --config "$dir/caibian.yaml" >"$dir/out" 2>"$dir/err" &
        local id=$! start
        sleep "$((RANDOM % 5)).$((RANDOM % 10))"
        start=$SECONDS
        kill -TERM $id
        wait $id
        code=$?
        [ $((SECONDS - start)) -le 90 ] || wrong "took $((SECONDS - start)) s to stop"
        # Before the handlers are set, the signal ends the process at once, and nothing was begun.
        [ $code = 143 ] || exits 0 || return
    done
    recovers
}

F03() {
    newsroom --fault keji=delay:4
    desk F03
    CAIBIAN_NOW=$clock "$bin/caibian" once --now --config "$dir/caibian.yaml" >/dev/null 2>&1 &
    local id=$!
    sleep 2
    kill -STOP $id
    sleep "${PAUSE:-3}"
    once
    exits 75 && says "another caibian works on"
    kill -CONT $id
    wait $id
    newsroom
    recovers
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
    says "crashed the program twice"
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
    python3 - "$dir/socket" >"$dir/pings" <<'END' &
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
s.settimeout(25)
try:
    while True: print(s.recv(4096).decode(), flush=True)
except TimeoutError: pass
END
    local listener=$!
    sleep 1
    CAIBIAN_NOW=$clock CAIBIAN_FAILPOINT="run housekeep=hang@3" WATCHDOG_USEC=3000000 \
        NOTIFY_SOCKET=$dir/socket "$bin/caibian" run --config "$dir/caibian.yaml" \
        >"$dir/out" 2>"$dir/err" &
    local id=$!
    sleep 8
    local before after
    before=$(grep -c WATCHDOG=1 "$dir/pings")
    sleep 4
    after=$(grep -c WATCHDOG=1 "$dir/pings")
    kill -ABRT $id
    wait $id
    kill $listener
    grep -q READY=1 "$dir/pings" || wrong "never ready"
    [ "$before" -ge 1 ] && [ "$before" = "$after" ] || wrong "$before signs of life, then $after"
    recovers
}
