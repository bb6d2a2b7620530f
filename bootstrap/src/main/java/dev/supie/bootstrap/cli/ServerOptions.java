package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.Assignment;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which running server is meant. Without any of these it is the one of this folder's
/// configuration.
final class ServerOptions {

    @Mixin private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the server; short for --set data.dir=DIR.")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where its HTTP listener is (default: what the server wrote into its data"
                            + " folder).")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Holds the admin token (default: server.admin_token of the configuration, else"
                            + " what the server made in its data folder).")
    private Optional<String> tokenFile = Optional.empty();

    Optional<String> file() {
        return config.file();
    }

    List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>(config.assignments());
        data.ifPresent(dir -> assignments.add(new Assignment("--data", "data.dir", dir)));
        return assignments;
    }

    Optional<String> url() {
        return url;
    }

    Optional<String> tokenFile() {
        return tokenFile;
    }
}
