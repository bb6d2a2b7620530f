package dev.supie.bootstrap.cli;

import picocli.CommandLine.Option;

/// Whose tasks are meant.
final class GroupOptions {

    @Option(
            names = "--group",
            required = true,
            paramLabel = "KEY",
            description =
                    "The group: as configured under workflow.groups, else the first 8 characters of"
                            + " its badges' ids.")
    private String key = "";

    String key() {
        return key;
    }
}
