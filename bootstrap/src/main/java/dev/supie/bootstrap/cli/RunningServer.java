package dev.supie.bootstrap.cli;

import dev.supie.bootstrap.config.SupieConfig;

import java.nio.file.Path;
import java.util.Optional;

/// Which running server is meant, and how to prove oneself to it.
///
/// @param config the one it was started with, as far as is known here
/// @param dataFolder where it keeps its data
/// @param url where it is, if that is said
/// @param tokenFile what holds its token, if that is said
public record RunningServer(
        SupieConfig config, Path dataFolder, Optional<String> url, Optional<Path> tokenFile) {}
