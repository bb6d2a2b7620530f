package dev.supie.bootstrap.config;

import dev.supie.adapter.in.tls.CertificateFiles;
import dev.supie.domain.connection.DuplicatePolicy;
import dev.supie.domain.server.StatsToAll;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Where the server listens and what it tells badges about itself (NET-1, NET-3).
///
/// Port 0 means any free port; `paths` each end in a slash; without `websocket` the URL handed to
/// badges is built from `advertiseIp` or, without that, from the detected LAN address. With `tls`
/// both listeners speak it.
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
        ZoneOffset timezoneOffset,
        StatsToAll statsToAll,
        Optional<CertificateFiles> tls) {

    public ServerConfig {
        paths = List.copyOf(paths);
    }
}
