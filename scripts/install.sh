#!/bin/sh
# Installs below DESTDIR: the program and its manual in PREFIX, settings in SYSCONFDIR (those that
# are there stay), units of systemd.
set -eu
destdir=$1 prefix=$2 sysconfdir=$3
bin=$(swift build -c release --show-bin-path)
[ -x "$bin/caibian" ] || { echo "install: run make build first" >&2; exit 1; }

install -D -m 0755 "$bin/caibian" "$destdir$prefix/bin/caibian"
for file in caibian.yaml feeds.yaml prompts/draft-system.md prompts/draft-user.md \
    layouts/default.md layouts/news.md; do
    target="$destdir$sysconfdir/caibian/$file"
    if [ -e "$target" ]; then
        install -D -m 0644 "config/$file" "$target.new"
        cmp -s "$target" "$target.new" && rm "$target.new" || echo "kept $target; see $target.new"
    else
        install -D -m 0644 "config/$file" "$target"
    fi
done
install -D -m 0644 config/systemd/caibian.sysusers "$destdir$prefix/lib/sysusers.d/caibian.conf"
for unit in caibian.service caibian-once.service caibian-once.timer; do
    install -D -m 0644 "config/systemd/$unit" "$destdir$prefix/lib/systemd/system/$unit"
done
"$bin/caibian" --generate-completion-script bash >"$bin/caibian.bash"
install -D -m 0644 "$bin/caibian.bash" "$destdir$prefix/share/bash-completion/completions/caibian"
