#!/bin/sh
# Removes what install.sh put below DESTDIR and PREFIX. Settings and ledger stay.
set -eu
destdir=$1 prefix=$2
for file in bin/caibian lib/sysusers.d/caibian.conf lib/tmpfiles.d/caibian.conf \
    lib/systemd/system/caibian.service \
    lib/systemd/system/caibian-once.service lib/systemd/system/caibian-once.timer \
    share/man/man1/caibian.1 share/bash-completion/completions/caibian \
    share/zsh/site-functions/_caibian share/fish/vendor_completions.d/caibian.fish; do
    rm -f "$destdir$prefix/$file"
done
