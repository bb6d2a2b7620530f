package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.in.websocket.HandshakeDecision.Refuse;
import dev.supie.adapter.in.websocket.HandshakeRequest;
import dev.supie.application.access.Access;
import dev.supie.application.access.Access.Attempt;
import dev.supie.application.access.Access.Decision;
import dev.supie.application.access.port.Claim;
import dev.supie.domain.kernel.DeviceId;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks whether a badge may connect, and says no in HTTP (HS-2).
///
/// The answer tells the peer as little as it needs; the log tells the reason, the address and
/// nothing that was presented. Asking may take seconds, and only the handshake's own thread waits.
public final class BadgeGate {

    private static final Logger LOG = System.getLogger(BadgeGate.class.getName());

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    /// Whoever has one IPv6 address has all that share its first half.
    private static final Pattern IPV6_NETWORK = Pattern.compile("((?:[0-9a-f]+:){4}).*");

    private final Access access;
    private final TrustedProxies proxies;

    public BadgeGate(Access access, TrustedProxies proxies) {
        this.access = access;
        this.proxies = proxies;
    }

    /// Empty if the badge may connect.
    Optional<Refuse> refusal(DeviceId device, HandshakeRequest request) {
        var attempt =
                new Attempt(
                        new Claim(device, PresentedCredential.of(request)),
                        single(request, "origin"),
                        single(request, "host"),
                        countedAs(request));
        return switch (access.decide(attempt)) {
            case Decision.Allowed allowed -> {
                log(Level.DEBUG, "accepted by " + allowed.principal(), device, request);
                yield Optional.empty();
            }
            case Decision.Unauthorized(String reason) -> {
                log(Level.INFO, "refused with 401: " + reason, device, request);
                yield Optional.of(
                        new Refuse(
                                UNAUTHORIZED,
                                "a valid credential is needed",
                                Map.of("WWW-Authenticate", "Bearer")));
            }
            case Decision.Forbidden(String reason) -> {
                log(Level.INFO, "refused with 403: " + reason, device, request);
                yield Optional.of(new Refuse(FORBIDDEN, "not allowed", Map.of()));
            }
            // That it has begun was said once; each of these would be a line for whoever guesses.
            case Decision.TooMany(Duration retryAfter) -> {
                log(Level.DEBUG, "refused with 429", device, request);
                yield Optional.of(tooMany(retryAfter));
            }
        };
    }

    /// Where the badge is, for people: behind a trusted proxy as the proxy says.
    String address(HandshakeRequest request) {
        if (!(request.remoteAddress() instanceof InetSocketAddress peer) || peer.isUnresolved()) {
            return request.remoteAddress().toString();
        }
        InetAddress client = client(peer, request);
        String text = bracketed(peer.getHostString()) + ":" + peer.getPort();
        return client.equals(peer.getAddress())
                ? text
                : bracketed(client.getHostAddress()) + " (via " + text + ")";
    }

    private static Refuse tooMany(Duration retryAfter) {
        long seconds = retryAfter.plusSeconds(1).minusNanos(1).toSeconds();
        return new Refuse(
                TOO_MANY,
                "too many failed attempts, try again later",
                Map.of("Retry-After", String.valueOf(seconds)));
    }

    private String countedAs(HandshakeRequest request) {
        if (!(request.remoteAddress() instanceof InetSocketAddress peer) || peer.isUnresolved()) {
            return request.remoteAddress().toString();
        }
        InetAddress client = client(peer, request);
        // The JDK writes all eight groups of an IPv6 address.
        return IPV6_NETWORK.matcher(client.getHostAddress()).replaceFirst("$1:/64");
    }

    private InetAddress client(InetSocketAddress peer, HandshakeRequest request) {
        return proxies.client(peer, request.headers().getOrDefault("x-forwarded-for", List.of()));
    }

    /// Of a header that is given twice nobody can say which one is meant, so it means neither.
    private static Optional<String> single(HandshakeRequest request, String name) {
        List<String> values = request.headers().getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private void log(Level level, String what, DeviceId device, HandshakeRequest request) {
        LOG.log(level, "handshake {0}; device={1} address={2}", what, device, address(request));
    }
}
