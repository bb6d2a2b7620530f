package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import java.net.URI;
import java.util.List;

/// The keys under `observe.tracing` (OBS-1).
final class TracingSettings {

    private static final int ALL_PERCENT = 100;

    static final Setting<Boolean> ENABLED =
            new Setting<>("observe.tracing.enabled", new FlagKind(), false);
    static final Setting<URI> ENDPOINT =
            new Setting<>(
                    "observe.tracing.endpoint",
                    Addresses.tracesUrl(),
                    URI.create("http://127.0.0.1:4318/v1/traces"));
    static final Setting<Integer> SAMPLE_PERCENT =
            new Setting<>(
                    "observe.tracing.sample_percent",
                    Numbers.integer(0, ALL_PERCENT, REFUSED),
                    ALL_PERCENT);
    static final Setting<Boolean> HAND_ON =
            new Setting<>("observe.tracing.hand_on", new FlagKind(), false);

    private TracingSettings() {}

    static List<Setting<?>> all() {
        return List.of(ENABLED, ENDPOINT, SAMPLE_PERCENT, HAND_ON);
    }

    static TracingConfig taken(Values values) {
        return new TracingConfig(
                values.take(ENABLED),
                values.take(ENDPOINT),
                values.take(SAMPLE_PERCENT),
                values.take(HAND_ON));
    }
}
