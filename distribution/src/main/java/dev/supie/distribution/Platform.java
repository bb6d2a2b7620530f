package dev.supie.distribution;

import java.util.Locale;

/// The kind of machine that a Java runs on.
///
/// @param system `linux`, `macos` or `windows`
/// @param processor `x64` or `aarch64`
record Platform(String system, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String name, String architecture) {
        String lower = name.toLowerCase(Locale.ROOT);
        String system;
        if (lower.startsWith("mac")) {
            system = "macos";
        } else if (lower.startsWith("windows")) {
            system = "windows";
        } else {
            system = lower;
        }
        return new Platform(system, architecture.equals("amd64") ? "x64" : architecture);
    }

    /// The folder of its libraries inside the jar of the speech models' runtime.
    String nativeFolder() {
        String name =
                switch (system) {
                    case "macos" -> "osx";
                    case "windows" -> "win";
                    default -> system;
                };
        return name + "-" + processor;
    }

    @Override
    public String toString() {
        return system + "-" + processor;
    }
}
