package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.websocket.WebSocketLimits;
import dev.supie.adapter.in.websocket.WebSocketUpgrade;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;

import java.net.InetAddress;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A real server on a free port with everything of this package, a core that records, and virtual
/// time.
final class RunningBadgeServer implements AutoCloseable {

    static final String PAGE = "Server is running";

    /// One line for each connection and each start of a server is too much in a thousand of them.
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger(BadgeEndpoint.class.getPackageName()),
                    Logger.getLogger("io.helidon"));

    final TestTime time = new TestTime();
    final BadgeLinks links = new BadgeLinks(time);
    final RecordingConnections core = new RecordingConnections(links);

    private final WebServer server;

    RunningBadgeServer() {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        var endpoint =
                new BadgeEndpoint(
                        BadgePaths.STANDARD, OpenGate.GATE, core, links, time, () -> "0a1b2c3d");
        WebServerConfig.Builder listener =
                WebServer.builder()
                        .shutdownHook(false)
                        .address(InetAddress.getLoopbackAddress())
                        .port(0)
                        .routing(routing -> routing.get("/*", (_, answer) -> answer.send(PAGE)));
        new WebSocketUpgrade(endpoint, WebSocketLimits.standard(), time, time).configure(listener);
        server = listener.build().start();
    }

    int port() {
        return server.port();
    }

    BadgeClient connect(String pathAndQuery, String... headers) {
        return BadgeClient.connect(port(), pathAndQuery, headers);
    }

    /// A badge that is connected and has read its welcome.
    BadgeClient welcomed() throws InterruptedException {
        BadgeClient badge = connect("/supie/v1/", "Device-Id", "aa:bb");
        badge.read();
        return badge;
    }

    @Override
    public void close() {
        server.stop();
    }
}
