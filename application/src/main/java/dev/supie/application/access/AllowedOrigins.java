package dev.supie.application.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// AUTH-4: from which web pages a browser may connect. A pure function of two headers.
///
/// No `Origin`, `null` and `file://` mean that it is a badge, a program or a page from a file,
/// about which the header says nothing: the credential alone decides.
public sealed interface AllowedOrigins {

    /// Pages that the badge's own host serves, on any port: the console has another than badges.
    record SameHost() implements AllowedOrigins {}

    /// These pages and no other.
    record Listed(Set<WebOrigin> origins) implements AllowedOrigins {

        public Listed {
            origins = Set.copyOf(origins);
        }
    }

    /// @param origin the `Origin` header, if there is one
    /// @param host the `Host` header, if there is one
    default boolean allow(Optional<String> origin, Optional<String> host) {
        String page = origin.map(String::strip).orElse("").toLowerCase(Locale.ROOT);
        return Set.of("", "null", "file://").contains(page)
                || WebOrigin.of(page).filter(known -> allow(known, host)).isPresent();
    }

    private boolean allow(WebOrigin origin, Optional<String> host) {
        return switch (this) {
            case SameHost _ ->
                    host.map(WebOrigin::hostName).filter(origin.host()::equals).isPresent();
            case Listed(Set<WebOrigin> origins) -> origins.contains(origin);
        };
    }
}
