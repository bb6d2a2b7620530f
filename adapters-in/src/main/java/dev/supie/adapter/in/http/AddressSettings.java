package dev.supie.adapter.in.http;

import java.util.List;
import java.util.Optional;

/// What the configuration says about the address that badges are sent to (NET-3).
///
/// @param websocket `server.websocket`: the full URL, which overrides everything else
/// @param advertiseIp `server.advertise_ip`: a host name or IPv4 address
/// @param bindAddress `server.ip`: what the device listener is bound to
/// @param paths `server.paths`: what the device listener serves, each with a leading and a trailing
///   `/`, at least one
/// @param secure whether the device listener speaks TLS (`server.tls`)
public record AddressSettings(
        Optional<String> websocket,
        Optional<String> advertiseIp,
        String bindAddress,
        List<String> paths,
        boolean secure) {

    /// A longer URL could push an OTA answer over the 8,192 bytes that a badge can read.
    public static final int URL_CHARS_MAX = 1024;

    public AddressSettings {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("paths must name at least one path");
        }
        paths.forEach(AddressSettings::requireServedPath);
        websocket.ifPresent(AddressSettings::requireUrl);
        advertiseIp.ifPresent(AddressSettings::requireHost);
    }

    private static void requireServedPath(String path) {
        if (!path.matches("/([A-Za-z0-9._~-]+/)*") || path.length() > URL_CHARS_MAX / 2) {
            throw new IllegalArgumentException("not a path like /supie/v1/: " + path);
        }
    }

    private static void requireUrl(String url) {
        boolean usable = url.matches("wss?://[\\x21-\\x7e]+") && url.length() <= URL_CHARS_MAX;
        if (!usable) {
            throw new IllegalArgumentException(
                    "websocket must be a ws:// or wss:// URL of at most "
                            + URL_CHARS_MAX
                            + " characters");
        }
    }

    /// Firmware takes the first colon after the scheme for the port separator, so an IPv6 literal
    /// can never be handed out.
    private static void requireHost(String host) {
        if (!host.matches("[A-Za-z0-9._-]{1,253}")) {
            throw new IllegalArgumentException(
                    "advertise_ip must be an IPv4 address or a host name");
        }
    }
}
