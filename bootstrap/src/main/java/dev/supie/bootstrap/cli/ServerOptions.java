package dev.supie.bootstrap.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;

/// Which running server is meant. Without any of these it is the one of this folder's
/// configuration.
final class ServerOptions {

    @Mixin private FolderOptions folder = new FolderOptions();

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

    FolderOptions folder() {
        return folder;
    }

    Optional<String> url() {
        return url;
    }

    Optional<String> tokenFile() {
        return tokenFile;
    }
}
