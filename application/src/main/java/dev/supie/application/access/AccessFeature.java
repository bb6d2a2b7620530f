package dev.supie.application.access;

import java.time.InstantSource;

/// Puts the access feature together.
public final class AccessFeature {

    private AccessFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param origins from which web pages may connect (AUTH-4)
    /// @param time for the limit of failed attempts (AUTH-3); must not run backwards
    public record Ports(Guard guard, AllowedOrigins origins, InstantSource time) {}

    public static Access create(Ports ports) {
        return new AccessService(ports);
    }
}
