package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.Assignment;
import dev.supie.bootstrap.config.ConfigReader;
import dev.supie.bootstrap.config.ConfigResult;
import dev.supie.bootstrap.config.ConfigSources;
import dev.supie.bootstrap.config.Management;
import dev.supie.bootstrap.config.Problem;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the configuration for a command, and says what is wrong with it.
final class ConfigurationLoader {

    /// Used if it exists and no other file is named.
    static final String DEFAULT_FILE = "supie.yaml";

    private final Machine machine;
    private final Management management;

    /// @param management what is behind `config.url`
    ConfigurationLoader(Machine machine, Management management) {
        this.machine = machine;
        this.management = management;
    }

    ConfigResult load(Optional<String> file, List<Assignment> assignments) {
        return reader().read(sources(file, assignments));
    }

    /// Without what a start would do in place of what is wrong.
    ConfigResult check(String file) {
        return reader().check(sources(Optional.of(file), List.of()));
    }

    private ConfigReader reader() {
        return new ConfigReader(machine.processors(), management);
    }

    private ConfigSources sources(Optional<String> file, List<Assignment> assignments) {
        return new ConfigSources(path(file), machine.variables(), assignments);
    }

    /// Prints every problem at once (CFG-1).
    static void explain(List<Problem> problems, PrintWriter err) {
        problems.forEach(problem -> err.println(problem.text()));
        int count = problems.size();
        err.println(
                "supie: "
                        + (count == 1 ? "1 problem" : count + " problems")
                        + " in the configuration");
    }

    private Optional<Path> path(Optional<String> file) {
        return file.map(machine.folder()::resolve)
                .or(
                        () ->
                                Optional.of(machine.folder().resolve(DEFAULT_FILE))
                                        .filter(Files::exists));
    }
}
