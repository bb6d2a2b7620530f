#!/usr/bin/env bash
# Runs the public Autobahn suite (301 cases, without compression) against the WebSocket layer as an
# echo server, and prints how many cases had which outcome. Takes about ten minutes, and needs the
# network once, for the suite. Its status is 0 if no case failed.
set -euo pipefail

readonly port=9001
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly work=$PWD/build/autobahn/target
readonly reports=$work/autobahntestsuite-reports
rm -rf "$work"
mkdir -p "$work"

# The classes, their class path, and the JDK that the build found for itself.
mvn -B -q -pl adapters-in -am -DskipTests -Dformat.phase=none verify
mvn -B -q -pl adapters-in -am -DskipTests -Dformat.phase=none test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
    -Dmdep.outputFile="$work/classpath"
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [[ -r $home/release ]] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release"; then
        java=$home/bin/java
    fi
done

"${java:?a JDK 25 or newer is needed}" -Xmx1g -cp \
    "adapters-in/target/test-classes:adapters-in/target/classes:$(cat "$work/classpath")" \
    dev.supie.adapter.in.websocket.EchoServer "$port" >"$work/server.log" 2>&1 &
readonly server=$!
trap 'kill $server' EXIT

# The suite's own end is an exception; what counts is its report, which it writes into the target
# folder of wherever it is called from.
(cd build/autobahn && mvn -B -q compile \
    me.normanmaurer.maven.autobahntestsuite:autobahntestsuite-maven-plugin:0.1.5:fuzzingclient \
    >"$work/suite.log" 2>&1) || true

outcomes=$(grep -o '"behavior": *"[A-Z -]*"' "$reports/index.json" | sort | uniq -c)
echo "$outcomes"
! grep -qE 'FAILED|UNCLEAN|NON-STRICT' <<<"$outcomes"
