#!/bin/sh
# Tests ./supie with made-up Javas and a made-up Maven. Usage: launcher-test.sh SUPIE SCRATCH
#
# Every case is a function; each starts in a new folder with spaces in its name, and says what it
# expected if it does not get it. Run by LauncherTest, or by hand.
set -eu

supie=$1
scratch=$2
failures=0
usual_path=$PATH

# A project with a built distribution and the launcher to test.
make_project() {
    project=$work/"my project"
    runs=$project/bootstrap/target/runs
    mkdir -p "$runs/one/lib" "$project/bootstrap/src/main" "$project/build"
    cp "$supie" "$project/supie"
    : >"$project/pom.xml"
    : >"$project/bootstrap/pom.xml"
    : >"$runs/one/lib/b.jar"
    : >"$runs/one/lib/a.jar"
    touch -t 202001010000 "$project/pom.xml" "$project/bootstrap/pom.xml" \
        "$project/bootstrap/src/main" "$project/build"
    echo one >"$runs/current"
}

# make_java FOLDER VERSION [STATUS]: prints its arguments, one a line, and exits with STATUS.
make_java() {
    mkdir -p "$1/bin"
    cat >"$1/bin/java" <<EOF
#!/bin/sh
if [ "\$1" = -version ]; then
    echo 'openjdk version "$2.0.1" 2026-01-01' >&2
    exit 0
fi
echo "java=$1"
for argument in "\$@"; do
    echo "[\$argument]"
done
exit ${3:-0}
EOF
    chmod +x "$1/bin/java"
}

# A Maven that builds b.jar and counts how often it ran.
make_maven() {
    mkdir -p "$work/maven"
    cat >"$work/maven/mvn" <<EOF
#!/bin/sh
echo run >>"$work/maven/runs"
sleep ${1:-0}
[ "${2:-0}" = 0 ] || { echo "COMPILATION ERROR" ; exit ${2:-0}; }
mkdir -p "$project/bootstrap/target/supie/lib"
: >"$project/bootstrap/target/supie/lib/b.jar"
EOF
    chmod +x "$work/maven/mvn"
}

# Runs the launcher in a bare environment: only what the shell needs, and the given variables.
run() {
    status=0
    (cd "$work" && env -i PATH="$path" HOME="$work/home" TMPDIR="$work" \
        SUPIE_JDK_FOLDERS="$work/jdks" "$@") >"$work/out" 2>"$work/err" || status=$?
}

expect() {
    [ "$2" = "$3" ] || fail "$1: expected '$3' but was '$2'"
}

expect_line() {
    grep -qxF -e "$2" "$work/$1" || fail "$1 lacks the line '$2'"
}

fail() {
    echo "FAILED $case_name: $1"
    sed 's/^/    out: /' "$work/out"
    sed 's/^/    err: /' "$work/err"
    failures=$((failures + 1))
}

# The tools the launcher uses, without any Java or Maven the machine may have.
make_path() {
    mkdir -p "$work/tools" "$work/home" "$work/jdks"
    for tool in sh cat cp cut dirname env find grep head kill mkdir mktemp mv readlink rm sed sleep \
        touch; do
        location=$(PATH=$usual_path command -v "$tool")
        case $location in
            /*) ln -s "$location" "$work/tools/$tool" ;;
        esac
    done
    path=$work/tools
}

java_home_comes_first() {
    make_java "$work/one" 25
    make_java "$work/two" 26
    path=$work/two/bin:$path
    run JAVA_HOME="$work/one" "$project/supie" demo
    expect status "$status" 0
    expect_line out "java=$work/one"
}

path_comes_second() {
    make_java "$work/old" 17
    make_java "$work/two" 26
    make_java "$work/jdks/a" 25
    path=$work/two/bin:$path
    run JAVA_HOME="$work/old" "$project/supie" demo
    expect_line out "java=$work/two"
}

path_may_hold_a_symbolic_link() {
    make_java "$work/real" 25
    mkdir "$work/links"
    ln -s ../real/bin/java "$work/links/java"
    path=$work/links:$path
    run "$project/supie" demo
    expect_line out "java=$work/real"
}

folders_come_last() {
    make_java "$work/jdks/a 17" 17
    make_java "$work/jdks/b 25" 25
    make_java "$work/jdks/c 26" 26
    run "$project/supie" demo
    expect_line out "java=$work/jdks/b 25"
}

release_file_spares_a_start() {
    mkdir -p "$work/jdks/a/bin"
    printf 'JAVA_VERSION="25.0.3"\n' >"$work/jdks/a/release"
    printf '#!/bin/sh\n[ "$1" != -version ] || exit 9\necho ran\n' >"$work/jdks/a/bin/java"
    chmod +x "$work/jdks/a/bin/java"
    run "$project/supie" demo
    expect_line out ran
}

too_old_is_named() {
    make_java "$work/old" 17
    run JAVA_HOME="$work/old" "$project/supie" demo
    expect status "$status" 2
    expect_line err "supie: too old: $work/old (Java 17)"
}

none_is_explained() {
    run "$project/supie" demo
    expect status "$status" 2
    expect out "$(cat "$work/out")" ""
    expect_line err \
        "supie: no Java 25 or newer found in JAVA_HOME, on the PATH or in the usual folders"
}

broken_java_is_passed_over() {
    make_java "$work/jdks/b" 25
    mkdir -p "$work/jdks/a/bin"
    printf '#!/bin/sh\nexit 1\n' >"$work/jdks/a/bin/java"
    chmod +x "$work/jdks/a/bin/java"
    run "$project/supie" demo
    expect_line out "java=$work/jdks/b"
}

exit_status_is_passed_on() {
    make_java "$work/jdks/a" 25 75
    run "$project/supie" serve
    expect status "$status" 75
}

arguments_are_passed_on() {
    make_java "$work/jdks/a" 25
    : >"$work/-Da=file" # what -Da=* would become if it were taken for a pattern
    run SUPIE_JAVA_OPTS="-Xmx1g -Da=*" "$project/supie" serve --data "my data" '' '*' '$HOME'
    lib="$runs/one/lib"
    cat >"$work/expected" <<EOF
[-Xmx1g]
[-Da=*]
[-cp]
[$lib/a.jar:$lib/b.jar]
[dev.supie.bootstrap.Main]
[serve]
[--data]
[my data]
[]
[*]
[\$HOME]
EOF
    expect arguments "$(sed -n '/Xmx1g/,$p' "$work/out")" "$(cat "$work/expected")"
}

works_through_symbolic_links() {
    make_java "$work/jdks/a" 25
    mkdir "$work/bin"
    ln -s "../my project/supie" "$work/bin/first"
    ln -s "$work/bin/first" "$work/second"
    run ./second demo
    expect status "$status" 0
    expect_line out "[dev.supie.bootstrap.Main]"
    expect_line out "[-Dsupie.program=./second]"
}

cache_is_used_silently_if_there() {
    make_java "$work/jdks/a" 25
    : >"$runs/one/supie.aot"
    run "$project/supie" demo
    expect_line out "[-XX:AOTCache=$runs/one/supie.aot]"
    expect_line out "[-Xlog:aot=off]"
}

first_use_builds() {
    make_java "$work/jdks/a" 25
    make_maven
    path=$work/maven:$path
    rm -r "$project/bootstrap/target"
    run "$project/supie" demo
    expect status "$status" 0
    expect err "$(cat "$work/err")" "Building Supie (first use)..."
    run "$project/supie" demo
    expect err "$(cat "$work/err")" ""
    expect runs "$(cat "$work/maven/runs")" run
}

newer_source_builds_again() {
    make_java "$work/jdks/a" 25
    make_maven
    path=$work/maven:$path
    touch -t 203001010000 "$project/bootstrap/src/main/New.java"
    run "$project/supie" demo
    expect_line err "Building Supie (sources changed)..."
    expect_line out "[$runs/$(cat "$runs/current")/lib/b.jar]"
}

whatever_goes_into_the_build_counts_as_source() {
    make_java "$work/jdks/a" 25
    make_maven
    path=$work/maven:$path
    for file in demo/meeting.txt bootstrap/build/Generator.java build/Format.java; do
        mkdir -p "$(dirname "$project/$file")"
        touch -t 203001010000 "$project/$file"
        touch "$runs/current" # so that no folder is newer
        run "$project/supie" demo
        expect "err after a change of $file" "$(cat "$work/err")" \
            "Building Supie (sources changed)..."
        rm "$project/$file"
    done
}

missing_maven_is_explained() {
    make_java "$work/jdks/a" 25
    rm -r "$project/bootstrap/target"
    run "$project/supie" demo
    expect status "$status" 2
    expect err "$(cat "$work/err")" \
        "supie: Maven is needed to build: install it (apt-get install maven, brew install maven)"
    [ ! -e "$project/bootstrap/target/supie.lock" ] || fail "the lock is left"
}

failed_build_is_told_and_tried_again() {
    make_java "$work/jdks/a" 25
    make_maven 0 1
    path=$work/maven:$path
    rm -r "$project/bootstrap/target"
    run "$project/supie" demo
    expect status "$status" 1
    expect_line err "COMPILATION ERROR"
    expect_line err "supie: the build failed"
    run "$project/supie" demo
    expect runs "$(grep -c run "$work/maven/runs")" 2
}

concurrent_first_use_builds_once() {
    make_java "$work/jdks/a" 25
    make_maven 1
    path=$work/maven:$path
    rm -r "$project/bootstrap/target"
    for i in 1 2 3 4; do
        (cd "$work" && env -i PATH="$path" SUPIE_JDK_FOLDERS="$work/jdks" "$project/supie" demo) \
            >"$work/out.$i" 2>&1 &
    done
    wait
    expect runs "$(cat "$work/maven/runs")" run
    : >"$work/out"
    : >"$work/err"
    for i in 1 2 3 4; do
        grep -qxF '[demo]' "$work/out.$i" || fail "process $i did not run: $(cat "$work/out.$i")"
    done
}

lock_of_a_dead_process_is_taken() {
    make_java "$work/jdks/a" 25
    make_maven
    path=$work/maven:$path
    rm "$runs/current"
    mkdir "$project/bootstrap/target/supie.lock"
    sh -c 'echo $$' >"$project/bootstrap/target/supie.lock/pid"
    run "$project/supie" demo
    expect status "$status" 0
    expect runs "$(cat "$work/maven/runs")" run
}

building_records_the_start() {
    make_maven
    path=$work/maven:$path
    mkdir -p "$work/jdks/a/bin"
    printf 'JAVA_VERSION="25.0.3"\n' >"$work/jdks/a/release"
    cat >"$work/jdks/a/bin/java" <<'EOF'
#!/bin/sh
cache=
for argument in "$@"; do
    case $argument in
        -XX:AOTCacheOutput=*) cache=${argument#*=} ;;
    esac
done
if [ -z "$cache" ]; then
    for argument in "$@"; do echo "[$argument]"; done
    exit 0
fi
trap 'env >"$cache"; exit 143' TERM
echo 'ready device=ws://127.0.0.1:1/ http=http://127.0.0.1:2'
echo noise >&2
while :; do sleep 0.1; done
EOF
    chmod +x "$work/jdks/a/bin/java"
    rm "$runs/current"
    run SUPIE_DATA_URL=jdbc:postgresql://precious/db "$project/supie" demo
    expect status "$status" 0
    expect err "$(cat "$work/err")" "Building Supie (first use)..."
    cache=$runs/$(cat "$runs/current")/supie.aot
    expect_line out "[-XX:AOTCache=$cache]"
    ! grep -q precious "$cache" || fail "the recorded server saw the user's environment"
}

# A Java whose training run starts and then ends only when it is told to.
make_trained_java() {
    mkdir -p "$work/jdks/a/bin"
    printf 'JAVA_VERSION="25.0.3"\n' >"$work/jdks/a/release"
    cat >"$work/jdks/a/bin/java" <<EOF
#!/bin/sh
case "\$*" in
    *-XX:AOTCacheOutput=*) ;;
    *) exit 0 ;;
esac
echo \$\$ >"$work/training.new"
mv "$work/training.new" "$work/training"
while :; do sleep 0.1; done
EOF
    chmod +x "$work/jdks/a/bin/java"
}

interrupted_training_leaves_nothing() {
    make_trained_java
    make_maven
    path=$work/maven:$path
    rm "$runs/current"
    (cd "$work" && exec env -i PATH="$path" TMPDIR="$work" SUPIE_JDK_FOLDERS="$work/jdks" \
        "$project/supie" demo) >"$work/out" 2>"$work/err" &
    launcher=$!
    await "$work/training"
    kill -TERM "$launcher"
    status=0
    wait "$launcher" || status=$?
    expect status "$status" 143
    ! kill -0 "$(cat "$work/training")" 2>/dev/null || fail "the server of the training runs on"
    expect lock "$(ls -d "$project/bootstrap/target/supie.lock" 2>/dev/null)" ""
    expect "folder of the training" "$(ls -d "$work"/tmp.* 2>/dev/null)" ""
    [ ! -e "$runs/current" ] || fail "the next start would not train"
}

# A Java that runs until it is told to end, and says which jars it was given.
make_lasting_java() {
    mkdir -p "$work/jdks/a/bin"
    printf 'JAVA_VERSION="25.0.3"\n' >"$work/jdks/a/release"
    cat >"$work/jdks/a/bin/java" <<EOF
#!/bin/sh
case "\$*" in
    *AOTCacheOutput*) exit 1 ;;
    *last*) ;;
    *) exit 0 ;;
esac
echo \$\$ >"$work/lasting.new"
mv "$work/lasting.new" "$work/lasting"
while :; do sleep 0.1; done
EOF
    chmod +x "$work/jdks/a/bin/java"
}

a_build_leaves_the_jars_of_a_running_server() {
    make_lasting_java
    make_maven
    path=$work/maven:$path
    (cd "$work" && exec env -i PATH="$path" SUPIE_JDK_FOLDERS="$work/jdks" \
        "$project/supie" last) >"$work/out.last" 2>&1 &
    server=$!
    await "$work/lasting"
    touch -t 203001010000 "$project/bootstrap/src/main/New.java"
    run "$project/supie" demo
    expect_line err "Building Supie (sources changed)..."
    rm "$project/bootstrap/src/main/New.java"
    [ -e "$runs/one/lib/a.jar" ] || fail "the jars of the running server are gone"
    second=$(cat "$runs/current")
    [ "$second" != one ] || fail "the new build took the place of the running one"
    kill -KILL "$server"
    wait "$server" 2>/dev/null || :
    touch -t 203001010000 "$project/bootstrap/src/main/Newer.java"
    run "$project/supie" demo
    [ ! -e "$runs/one" ] || fail "a build that nobody runs any more is kept"
    [ ! -e "$runs/$second" ] || fail "the build before is kept, although nobody runs it"
    [ -e "$runs/$(cat "$runs/current")/lib/b.jar" ] || fail "the new build is not there"
}

failed_build_leaves_the_current_one() {
    make_java "$work/jdks/a" 25
    make_maven 0 1
    path=$work/maven:$path
    touch -t 203001010000 "$project/bootstrap/src/main/New.java"
    run "$project/supie" demo
    expect status "$status" 1
    expect current "$(cat "$runs/current")" one
    [ -e "$runs/one/lib/a.jar" ] || fail "the jars of the last build are gone"
}

# Waits for a file, at most twenty seconds.
await() {
    tries=0
    until [ -e "$1" ] || [ "$tries" -ge 200 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    [ -e "$1" ] || fail "$1 does not come"
}

mkdir -p "$scratch"
for case_name in \
    java_home_comes_first \
    path_comes_second \
    path_may_hold_a_symbolic_link \
    folders_come_last \
    release_file_spares_a_start \
    too_old_is_named \
    none_is_explained \
    broken_java_is_passed_over \
    exit_status_is_passed_on \
    arguments_are_passed_on \
    works_through_symbolic_links \
    cache_is_used_silently_if_there \
    first_use_builds \
    newer_source_builds_again \
    whatever_goes_into_the_build_counts_as_source \
    missing_maven_is_explained \
    failed_build_is_told_and_tried_again \
    concurrent_first_use_builds_once \
    lock_of_a_dead_process_is_taken \
    building_records_the_start \
    interrupted_training_leaves_nothing \
    a_build_leaves_the_jars_of_a_running_server \
    failed_build_leaves_the_current_one; do
    work=$scratch/"case $case_name"
    mkdir -p "$work"
    PATH=$usual_path
    make_path
    make_project
    "$case_name"
    echo "done $case_name"
done
[ "$failures" = 0 ] || exit 1
rm -rf "$scratch"
