package dev.supie.adapter.in.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// The WebSocket address that badges are sent to (NET-3).
///
/// The host is, in this order: the configured one, the one the listener is bound to if that is a
/// single IPv4 address or name, the detected LAN address. Host and port are asked for anew each
/// time, because a listener on port 0 learns its port late and an address may change under a
/// running server. Safe for use by many threads if both suppliers are.
public final class BadgeAddress {

    private static final Set<String> EVERY_ADDRESS = Set.of("", "0.0.0.0", "*");

    private final AddressSettings settings;
    private final Supplier<String> detectedHost;
    private final IntSupplier devicePort;

    /// @param detectedHost the LAN address as an IPv4 literal, such as [LanAddress#detect]
    /// @param devicePort the port on which the device listener accepts
    public BadgeAddress(
            AddressSettings settings, Supplier<String> detectedHost, IntSupplier devicePort) {
        this.settings = settings;
        this.detectedHost = detectedHost;
        this.devicePort = devicePort;
    }

    /// The served paths, each with a leading and a trailing `/`.
    List<String> paths() {
        return settings.paths();
    }

    /// The URL of the first served path, for a line that people read.
    public String url() {
        return urlOf(settings.paths().getFirst());
    }

    /// The URL for a badge that asked under `prefix`, such as `/xiaozhi/`: the first served path
    /// under that prefix, otherwise the first served path of all.
    public String urlUnder(String prefix) {
        return urlOf(
                settings.paths().stream()
                        .filter(path -> path.startsWith(prefix))
                        .findFirst()
                        .orElse(settings.paths().getFirst()));
    }

    private String urlOf(String path) {
        return settings.websocket()
                .orElseGet(() -> scheme() + "://" + host() + ":" + devicePort.getAsInt() + path);
    }

    private String scheme() {
        return settings.secure() ? "wss" : "ws";
    }

    /// The host of the URLs, as far as it is ours to choose; empty if `server.websocket` is.
    public Optional<String> chosenHost() {
        return settings.websocket().isPresent() ? Optional.empty() : Optional.of(host());
    }

    private String host() {
        return settings.advertiseIp().or(this::boundHost).orElseGet(detectedHost);
    }

    private Optional<String> boundHost() {
        String bound = settings.bindAddress();
        // An IPv6 literal, or its wildcard, is no address that firmware could parse.
        boolean usable = !EVERY_ADDRESS.contains(bound) && !bound.contains(":");
        return usable ? Optional.of(bound) : Optional.empty();
    }
}
