package dev.supie.adapter.in.http;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

import java.util.function.BooleanSupplier;

/// One thing that health asks about (OBS-1), such as `store`.
///
/// @param healthy asked on a request's thread, by many at once; must answer within about a second.
///   An exception counts as unhealthy
public record HealthProbe(String name, BooleanSupplier healthy) {

    private static final System.Logger LOGGER = System.getLogger(HealthProbe.class.getName());

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
                return HealthCheckResponse.builder().status(isHealthy()).build();
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
