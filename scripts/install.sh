#!/bin/sh
# Installs below DESTDIR: the program and its manual in PREFIX, settings in SYSCONFDIR (those that
# are there stay), units of systemd.
set -eu
destdir=$1 prefix=$2 sysconfdir=$3
bin=$(swift build -c release --show-bin-path)
[ -x "$bin/caibian" ] || { echo "install: run make build first" >&2; exit 1; }

install -D -m 0755 "$bin/caibian" "$destdir$prefix/bin/caibian"
# Every prompt and layout: the program reads all of them at its start.
for file in caibian.yaml feeds.yaml $(cd config && ls prompts/*.md layouts/*.md); do
    target="$destdir$sysconfdir/caibian/$file"
    if [ -e "$target" ]; then
        install -D -m 0644 "config/$file" "$target.new"
        cmp -s "$target" "$target.new" && rm "$target.new" || echo "kept $target; see $target.new"
    else
        install -D -m 0644 "config/$file" "$target"
    fi
done
install -D -m 0644 config/systemd/caibian.sysusers "$destdir$prefix/lib/sysusers.d/caibian.conf"
install -D -m 0644 config/systemd/caibian.tmpfiles "$destdir$prefix/lib/tmpfiles.d/caibian.conf"
for unit in caibian.service caibian-once.service caibian-once.timer; do
    sed "s|/usr/local/bin|$prefix/bin|; s|/etc/caibian|$sysconfdir/caibian|g" \
        "config/systemd/$unit" >".build/$unit"
    install -D -m 0644 ".build/$unit" "$destdir$prefix/lib/systemd/system/$unit"
done
install -D -m 0644 .build/manual/caibian.1 \
    "$destdir$prefix/share/man/man1/caibian.1"
for shell in bash zsh fish; do
    case $shell in
    bash) target=bash-completion/completions/caibian ;;
    zsh) target=zsh/site-functions/_caibian ;;
    fish) target=fish/vendor_completions.d/caibian.fish ;;
    esac
    "$bin/caibian" --generate-completion-script "$shell" >".build/completion.$shell"
    install -D -m 0644 ".build/completion.$shell" "$destdir$prefix/share/$target"
done
