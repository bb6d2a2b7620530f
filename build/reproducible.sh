#!/bin/sh
# Builds the committed state twice, in two fresh copies under different paths, time zones and
# locales, and compares every jar byte for byte. Status 0: the same; 1: not; 2: not built.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

[ -z "$(git -C "$root" status --porcelain)" ] ||
    echo "note: only what is committed is built, and the tree has changes" >&2

# build COPY TIME_ZONE LOCALE: leaves the sums of its jars in COPY.sums
build() {
    git clone --quiet --no-local "$root" "$work/$1"
    (
        cd "$work/$1"
        TZ=$2 LC_ALL=$3 mvn -B -ntp -q -DskipTests package >"$work/$1.log" 2>&1 || {
            cat "$work/$1.log" >&2
            exit 2
        }
        find . -path '*/target/*.jar' ! -path '*/target/*/*' -exec sha256sum {} + |
            LC_ALL=C sort -k 2 >"$work/$1.sums"
    )
}

build first UTC C
build second-with-a-longer-path Asia/Shanghai C.UTF-8

if [ ! -s "$work/first.sums" ]; then
    echo "no jar was built" >&2
    exit 2
fi
cat "$work/first.sums"
if ! diff "$work/first.sums" "$work/second-with-a-longer-path.sums"; then
    echo "the jars differ" >&2
    exit 1
fi
echo "$(wc -l <"$work/first.sums" | tr -d ' ') jars, byte for byte the same"
