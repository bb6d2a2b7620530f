package dev.supie.bootstrap.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The keys under `config`: where a management server hands out a configuration (CFG-3).
final class ManagementSettings {

    static final Setting<Optional<URI>> URL =
            Settings.optional("config.url", Addresses.managementUrl());
    static final Setting<Optional<Secret>> SECRET =
            Settings.optional("config.secret", new SecretKind());

    private ManagementSettings() {}

    static List<Setting<?>> all() {
        return List.of(URL, SECRET);
    }

    static ManagementConfig taken(Values values) {
        return new ManagementConfig(values.take(URL), values.take(SECRET));
    }
}
