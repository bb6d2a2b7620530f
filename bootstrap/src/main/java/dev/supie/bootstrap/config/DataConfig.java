package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.Optional;

/// Where data is kept: the embedded database in `directory`, or PostgreSQL if `url` is given.
///
/// A relative directory starts at the working directory of the server.
public record DataConfig(
        Path directory, Optional<String> url, Optional<String> user, Optional<Secret> password) {}
