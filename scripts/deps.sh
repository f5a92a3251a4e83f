#!/bin/sh
# Installs what building needs: the C libraries, by apt. Does nothing when all is there.
# Arguments name further packages, such as those that only tests use.
set -eu

packages="libcurl4-openssl-dev libxml2-dev libsqlite3-dev $*"

if ! command -v swift >/dev/null 2>&1; then
    echo "deps: there is no swift on the PATH; install Swift 6.2 or later from swift.org" >&2
    exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
major=${version%%.*}
minor=${version#*.}
if [ "${major:-0}" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    echo "deps: Swift ${version:-of an unknown version} is too old; install 6.2 or later" >&2
    exit 1
fi

missing=""
for package in $packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
if [ -z "$missing" ]; then
    echo "deps: all there"
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "deps: there is no apt here; install by your own means what these hold:$missing" >&2
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "deps: neither root nor sudo; have an administrator install:$missing" >&2
        exit 1
    }
    as_root="sudo"
fi
echo "deps: installing$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
