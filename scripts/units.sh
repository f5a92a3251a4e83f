#!/bin/sh
# Checks the units of systemd as they would be installed: nothing to complain of, and an exposure of
# 1.5 at most. Needs no systemd that runs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for unit in caibian.service caibian-once.service caibian-once.timer; do
    # A program that is there: verify looks for it.
    sed 's|/usr/local/bin/caibian|/bin/true|' "config/systemd/$unit" >"$folder/$unit"
done
systemd-analyze verify --man=no --recursive-errors=no "$folder"/*.service "$folder"/*.timer
for unit in caibian.service caibian-once.service; do
    systemd-analyze security --offline=true --threshold=15 --no-pager "$folder/$unit" | tail -n 1
done
