package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.Assignment;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which data folder is meant. Without any of these it is that of this folder's configuration.
final class FolderOptions {

    @Mixin private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the server; short for --set data.dir=DIR.")
    private Optional<String> data = Optional.empty();

    Optional<String> file() {
        return config.file();
    }

    List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>(config.assignments());
        data.ifPresent(dir -> assignments.add(new Assignment("--data", "data.dir", dir)));
        return assignments;
    }
}
