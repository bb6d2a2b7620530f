#!/bin/sh
# Builds the committed state twice, in two fresh copies under different paths, time zones and
# locales, and compares every jar byte for byte, and every file of the packed archive but its cache,
# which is what one start of the JVM was like (ADR 0029). Status 0: the same; 1: not; 2: not built.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

[ -z "$(git -C "$root" status --porcelain)" ] ||
    echo "note: only what is committed is built, and the tree has changes" >&2

# build COPY TIME_ZONE LOCALE: leaves the sums of its jars and of its archive's files in COPY.sums
build() {
    git clone --quiet --no-local "$root" "$work/$1"
    (
        cd "$work/$1"
        TZ=$2 LC_ALL=$3 mvn -B -ntp -q -DskipTests package >"$work/$1.log" 2>&1 || {
            cat "$work/$1.log" >&2
            exit 2
        }
        {
            find . -path '*/target/*.jar' ! -path '*/target/*/*' -exec sha256sum {} +
            packed distribution/target/supie-*.tar.gz
        } >"$work/$1.found"
        LC_ALL=C sort -k 2 "$work/$1.found" >"$work/$1.sums"
    )
    # Two builds, each with a Java of its own, are much for a small disk.
    rm -rf "${work:?}/$1"
}

# packed ARCHIVE: a sum for each file in it, and one for the list of names, modes, owners and times
packed() {
    if [ ! -f "$1" ]; then
        echo "no archive was packed" >&2
        exit 2
    fi
    mkdir unpacked
    tar -xzf "$1" -C unpacked
    tar -tvzf "$1" | sed '/\/lib\/supie\.aot$/d' >unpacked/list
    find unpacked -type f ! -path '*/lib/supie.aot' -exec sha256sum {} +
}

build first UTC C
build second-with-a-longer-path Asia/Shanghai C.UTF-8

# Those that Maven built; the archive has them, and others, too.
if ! grep ' \./.*\.jar$' "$work/first.sums"; then
    echo "no jar was built" >&2
    exit 2
fi
if ! diff "$work/first.sums" "$work/second-with-a-longer-path.sums"; then
    echo "the builds differ" >&2
    exit 1
fi
echo "$(wc -l <"$work/first.sums" | tr -d ' ') files, byte for byte the same"
