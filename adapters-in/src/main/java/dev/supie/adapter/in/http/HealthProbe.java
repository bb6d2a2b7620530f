package dev.supie.adapter.in.http;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One thing that health asks about (OBS-1), such as `store`.
///
/// @param healthy asked on a request's thread, by many at once; must answer within about a second.
///   An exception counts as unhealthy
/// @param state shown beside the answer, in a few words for people; none if empty. Asked likewise
public record HealthProbe(String name, BooleanSupplier healthy, Supplier<Optional<String>> state) {

    private static final System.Logger LOGGER = System.getLogger(HealthProbe.class.getName());

    public HealthProbe(String name, BooleanSupplier healthy) {
        this(name, healthy, Optional::empty);
    }

    /// About a part that the server can do without, so that its state never makes it unready.
    public static HealthProbe ofOptionalPart(String name, Supplier<String> state) {
        return new HealthProbe(name, () -> true, () -> Optional.of(state.get()));
    }

    HealthCheck as(HealthCheckType type) {
        return new HealthCheck() {
            @Override
            public HealthCheckType type() {
                return type;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public HealthCheckResponse call() {
                var response = HealthCheckResponse.builder().status(isHealthy());
                state.get().ifPresent(words -> response.detail("state", words));
                return response.build();
            }
        };
    }

    private boolean isHealthy() {
        try {
            return healthy.getAsBoolean();
        } catch (RuntimeException e) {
            // Any failure of a check is an answer to it; what failed goes to the log, not outside.
            LOGGER.log(System.Logger.Level.WARNING, "health check " + name + " failed", e);
            return false;
        }
    }
}
