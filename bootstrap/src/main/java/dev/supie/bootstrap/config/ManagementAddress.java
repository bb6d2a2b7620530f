package dev.supie.bootstrap.config;

import java.net.URI;
import java.util.Optional;

/// Where a management server hands out a configuration, and what is presented there.
public record ManagementAddress(URI url, Optional<Secret> secret) {}
