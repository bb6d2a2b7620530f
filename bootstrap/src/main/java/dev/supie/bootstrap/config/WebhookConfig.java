package dev.supie.bootstrap.config;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who is told of meetings that are over (HOOK-1); nobody without `url`.
///
/// @param headers by name, in the order of the file; their values may be credentials
public record WebhookConfig(
        Optional<URI> url,
        Optional<Secret> secret,
        Map<String, Secret> headers,
        boolean allowPrivate) {

    public static final WebhookConfig NONE =
            new WebhookConfig(Optional.empty(), Optional.empty(), Map.of(), false);

    public WebhookConfig {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
