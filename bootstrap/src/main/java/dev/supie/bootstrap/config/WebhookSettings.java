package dev.supie.bootstrap.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys under `meeting.webhook`.
final class WebhookSettings {

    static final Setting<Optional<URI>> URL =
            Settings.optional("meeting.webhook.url", Addresses.webhookUrl());
    static final Setting<Optional<Secret>> SECRET =
            Settings.optional("meeting.webhook.secret", new SecretKind());
    static final Setting<Map<String, Secret>> HEADERS =
            new Setting<>("meeting.webhook.headers", new HeadersKind(), Map.of());
    static final Setting<Boolean> ALLOW_PRIVATE =
            new Setting<>("meeting.webhook.allow_private", new FlagKind(), false);

    private WebhookSettings() {}

    static List<Setting<?>> all() {
        return List.of(URL, SECRET, HEADERS, ALLOW_PRIVATE);
    }

    static WebhookConfig taken(Values values) {
        return new WebhookConfig(
                values.take(URL),
                values.take(SECRET),
                values.take(HEADERS),
                values.take(ALLOW_PRIVATE));
    }
}
