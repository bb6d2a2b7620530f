# What the benchmarks know of the distribution that ./supie runs; read with `.` by each of them.
#
# Sets root, jdk, jvm_flags, helidon (a class path) and scratch, a folder that is removed at the end, and
# has a function bare_echo.

root=$(cd "$(dirname "$0")/.." && pwd -P)

# Builds when needed, and tells which Java the launcher found.
if ! shown=$(SUPIE_JAVA_OPTS=-XshowSettings:properties "$root/supie" --version 2>&1); then
    printf '%s\n' "$shown" >&2
    exit 1
fi
jdk=$(printf '%s\n' "$shown" | sed -n 's/^ *java\.home = //p')
jvm_flags=$(sed -n 's/^jvm_flags="\(.*\)"$/\1/p' "$root/supie")
if [ -z "$jdk" ] || [ -z "$jvm_flags" ]; then
    echo "benchmark: cannot tell the Java or the flags that ./supie uses" >&2
    exit 1
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The baseline is Helidon alone, without the features that Supie adds.
helidon=
for jar in "$root"/bootstrap/target/supie/lib/helidon-*.jar; do
    case $jar in
        */helidon-*-observe-*.jar | */helidon-*cors-*.jar | */helidon-*-jsonp-*.jar) ;;
        *) helidon="${helidon:+$helidon:}$jar" ;;
    esac
done

# Compiles the bare echo into $scratch/classes, and puts what it needs into helidon. Supie has frames of
# its own, so Helidon's are in no jar of the distribution.
bare_echo() {
    version=$(sed -n 's/.*<helidon.version>\(.*\)<.*/\1/p' "$root/pom.xml")
    jars=$root/bootstrap/target/benchmarks
    for artifact in webserver:helidon-webserver-websocket websocket:helidon-websocket; do
        jar=$jars/${artifact#*:}-$version.jar
        [ -e "$jar" ] || mvn -q -B -f "$root/pom.xml" -N dependency:copy -Dformat.phase=none \
            "-Dartifact=io.helidon.$artifact:$version" "-DoutputDirectory=$jars"
        helidon=$helidon:$jar
    done
    mkdir "$scratch/classes"
    "$jdk/bin/javac" -cp "$helidon" -d "$scratch/classes" "$root/benchmarks/BareEcho.java"
}
