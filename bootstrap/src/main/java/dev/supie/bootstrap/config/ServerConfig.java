package dev.supie.bootstrap.config;

import dev.supie.domain.connection.DuplicatePolicy;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Where the server listens and what it tells badges about itself (NET-1, NET-3).
///
/// Port 0 means any free port; `paths` each end in a slash; without `websocket` the URL handed to
/// badges is built from `advertiseIp` or, without that, from the detected LAN address.
public record ServerConfig(
        String ip,
        int port,
        int httpPort,
        Optional<URI> websocket,
        Optional<String> advertiseIp,
        List<String> paths,
        int maxConnections,
        DuplicatePolicy duplicatePolicy,
        Optional<Secret> meetingApiToken,
        ZoneOffset timezoneOffset) {

    public ServerConfig {
        paths = List.copyOf(paths);
    }
}
