package dev.supie.domain.coding;

import dev.supie.domain.coding.signal.Tool;

/// What people type. A name out of a log gets into a command only if it cannot be anything else
/// than a name there; without it the command is about everything.
final class ToolCommands {

    private static final String MARKS = "_-./@:$";

    private ToolCommands() {}

    /// Builds everything; empty if nobody knows how.
    static String build(Tool tool) {
        return switch (tool) {
            case MAVEN -> "mvn verify";
            case GRADLE -> "gradle build";
            case PYTEST -> "pytest";
            case JEST -> "npx jest";
            case GO -> "go test ./...";
            case CARGO -> "cargo test";
            case GCC -> "make";
            case NPM -> "npm run build";
            case OTHER -> "";
        };
    }

    /// Runs one test, or those that failed last; empty if nobody knows how.
    static String test(Tool tool, String test) {
        return switch (tool) {
            case JEST -> "npx jest --onlyFailures";
            case PYTEST -> isName(test) ? "pytest -k " + lastPart(test, '.') : "pytest --lf";
            case MAVEN, GRADLE, GO, CARGO, GCC, NPM, OTHER -> isName(test) ? one(tool, test) : "";
        };
    }

    private static String one(Tool tool, String test) {
        return switch (tool) {
            case MAVEN -> "mvn test -Dtest=" + test.replace('.', '#');
            case GRADLE -> "gradle test --tests " + test;
            case GO -> "go test ./... -run " + firstPart(test, '/');
            case CARGO -> "cargo test " + test;
            case JEST, PYTEST, GCC, NPM, OTHER -> "";
        };
    }

    /// Installs a dependency; empty if it must be declared instead.
    static String install(Tool tool, String name) {
        if (!isName(name)) {
            return "";
        }
        return switch (tool) {
            case PYTEST -> "pip install " + firstPart(name, '.');
            case JEST, NPM -> isPath(name) ? "" : "npm install " + name;
            case GO -> "go get " + name;
            case CARGO -> "cargo add " + firstPart(name, ':');
            case MAVEN, GRADLE, GCC, OTHER -> "";
        };
    }

    static String memory(Tool tool) {
        return switch (tool) {
            case MAVEN -> "MAVEN_OPTS=-Xmx2g";
            case GRADLE -> "org.gradle.jvmargs=-Xmx2g";
            case PYTEST -> "pytest -x";
            case JEST -> "npx jest --maxWorkers=1";
            case GO -> "go build -p 1 ./...";
            case CARGO -> "cargo build -j 1";
            case GCC, OTHER -> "make -j1";
            case NPM -> "NODE_OPTIONS=--max-old-space-size=4096";
        };
    }

    /// Whether it is a path in the project and not the name of a package.
    static boolean isPath(String name) {
        return name.startsWith(".") || name.startsWith("/");
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.startsWith("-")
                && name.chars().allMatch(ToolCommands::isOfName);
    }

    private static boolean isOfName(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    private static String firstPart(String name, char mark) {
        int at = name.indexOf(mark);
        return at > 0 ? name.substring(0, at) : name;
    }

    private static String lastPart(String name, char mark) {
        return name.substring(name.lastIndexOf(mark) + 1);
    }
}
