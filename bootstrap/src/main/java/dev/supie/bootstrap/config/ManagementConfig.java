package dev.supie.bootstrap.config;

import java.net.URI;
import java.util.Optional;

/// Where a part of the configuration is fetched (CFG-3); nowhere without `url`.
///
/// @param secret presented there
public record ManagementConfig(Optional<URI> url, Optional<Secret> secret) {

    static final ManagementConfig NONE = new ManagementConfig(Optional.empty(), Optional.empty());
}
