package dev.supie.application.access;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Principal;

import java.time.Duration;
import java.util.Optional;

/// Decides who may connect, before there is a connection (HS-2, AUTH-1 to AUTH-4).
///
/// Safe for use by many threads. A call may wait for a check that asks another server, a few
/// seconds at most, and nobody waits for it but its caller.
public interface Access {

    Decision decide(Attempt attempt);

    /// One attempt to connect.
    ///
    /// @param origin the `Origin` header as it was sent; absent from badges
    /// @param host the `Host` header as it was sent
    /// @param address whom failed attempts are counted for (AUTH-3), without a port
    record Attempt(Claim claim, Optional<String> origin, Optional<String> host, String address) {}

    /// Whether the badge may connect. Reasons are for the log and hold nothing that was presented.
    sealed interface Decision {

        record Allowed(Principal principal) implements Decision {}

        /// No credential or no good one; 401.
        record Unauthorized(String reason) implements Decision {}

        /// A credential for another badge, or a page that must not connect; 403.
        record Forbidden(String reason) implements Decision {}

        /// Too many attempts failed from this address; 429.
        ///
        /// @param retryAfter until the next attempt is looked at; positive
        record TooMany(Duration retryAfter) implements Decision {}
    }
}
