#!/bin/sh
# Feeds libFuzzer's inputs to the parsers, with the address sanitizer: fuzz.sh [SECONDS].
# A SwiftPM program does not link with libFuzzer, so the modules are compiled here.
set -eu

seconds=${1:-600}
work=.build/fuzz
mkdir -p "$work/corpus"
cp Tests/ParsingTests/Fixtures/* "$work/corpus/"
common="-sanitize=fuzzer,address -parse-as-library -swift-version 6 -package-name caibian -O -g
    -I $work -I Sources/CXML2 -I /usr/include/libxml2
    -enable-upcoming-feature InternalImportsByDefault"
for module in Domain Parsing; do
    # shellcheck disable=SC2046,SC2086
    swiftc $common -emit-module -emit-library -static -module-name $module \
        -emit-module-path "$work/$module.swiftmodule" -o "$work/lib$module.a" \
        $(find "Sources/$module" -name '*.swift')
done
# shellcheck disable=SC2086
swiftc $common Fuzz/FeedFuzz.swift -o "$work/fuzz" -L "$work" -lParsing -lDomain -lxml2 \
    -lFoundation -lFoundationEssentials -lswiftGlibc
SWIFT_BACKTRACE=enable=no "$work/fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
    -max_len=65536 -artifact_prefix="$work/" -print_final_stats=1 "$work/corpus"
