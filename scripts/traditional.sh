#!/bin/sh
# Prints the characters that only Traditional Chinese writes, each with its Simplified form:
# those of U+4E00–U+9FFF that OpenCC's t2s changes and that GB/T 2312, the set of Simplified
# Chinese, does not hold. A character that Simplified keeps for some words (著, 乾, 瞭) is in
# GB/T 2312, or OpenCC leaves it as it is.
#
#     scripts/traditional.sh >Sources/Editing/Words/Traditional.txt
#
# Needs Debian's opencc (1.1.6 when the file was made), bash and iconv.
set -eu
all=$(mktemp) kept=$(mktemp)
trap 'rm -f "$all" "$kept"' EXIT
bash -c 'for ((i = 0x4e00; i <= 0x9fff; i++)); do printf "\\U$(printf %08x $i)\n"; done' >"$all"
# iconv drops what GB/T 2312 lacks: such a line is left empty.
iconv -c -f UTF-8 -t GB2312 "$all" | iconv -f GB2312 -t UTF-8 >"$kept"
opencc -c t2s -i "$all" | paste "$all" - "$kept" |
    awk -F '\t' '$1 != $2 && $3 == "" { printf "%s%s\n", $1, $2 }' |
    # 於 and 喆 stay as they are in names.
    grep -v '^[於喆]'
