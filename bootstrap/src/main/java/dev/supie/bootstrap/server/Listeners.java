package dev.supie.bootstrap.server;

import dev.supie.adapter.in.console.ConsoleRoutes;
import dev.supie.adapter.in.http.AddressSettings;
import dev.supie.adapter.in.http.BadgeAddress;
import dev.supie.adapter.in.http.HealthProbe;
import dev.supie.adapter.in.http.HttpRoutes;
import dev.supie.adapter.in.http.LanAddress;
import dev.supie.adapter.in.http.MetricsPage;
import dev.supie.adapter.in.http.RequestSpans;
import dev.supie.adapter.in.tls.ServerTls;
import dev.supie.adapter.in.websocket.WebSocketUpgrade;
import dev.supie.bootstrap.config.ServerConfig;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.observe.ObserveFeature;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The two listeners of NET-1, or one if they share a port.
final class Listeners {

    /// How long a request that is being answered may go on while the server stops.
    private static final Duration STOP_GRACE = Duration.ofSeconds(2);

    private final Capacity capacity = Capacity.ofThisProcess();
    private final ServerConfig config;
    private final List<HealthProbe> ready;
    private final MetricsPage metrics;
    private final RequestSpans spans;
    private final Optional<ServerTls> tls;
    private final ConsoleRoutes console = new ConsoleRoutes();
    private Optional<WebServer> device = Optional.empty();

    /// Empty if the device listener serves HTTP too.
    private Optional<WebServer> http = Optional.empty();

    /// @param ready what readiness asks for (OBS-1)
    Listeners(
            ServerConfig config,
            Optional<ServerTls> tls,
            List<HealthProbe> ready,
            MetricsPage metrics,
            RequestSpans spans) {
        this.config = config;
        this.tls = tls;
        this.metrics = metrics;
        this.spans = spans;
        this.ready = List.copyOf(ready);
    }

    /// Starts to accept on both; if one cannot, neither does.
    void start(HttpRoutes routes, WebSocketUpgrade upgrade) throws StartException {
        boolean shared = config.port() != 0 && config.port() == config.httpPort();
        WebServerConfig.Builder badges =
                builder(config.port())
                        .maxTcpConnections(capacity.deviceSockets(config.maxConnections()))
                        .routing(routing -> install(routes, routing, shared));
        if (shared) {
            badges.addFeature(health());
        }
        upgrade.configure(badges);
        device = Optional.of(started(badges, "server.port", config.port()));
        if (!shared) {
            try {
                http = Optional.of(startedHttp(routes, upgrade));
            } catch (StartException failure) {
                device.get().stop();
                throw failure;
            }
        }
    }

    /// In one go: a second routing of the same listener would replace the first.
    private void install(HttpRoutes routes, HttpRouting.Builder routing, boolean shared) {
        spans.install(routing);
        routes.onDeviceListener(routing);
        if (shared) {
            installHttp(routes, routing);
        }
    }

    private void installHttp(HttpRoutes routes, HttpRouting.Builder routing) {
        routes.onHttpListener(routing);
        metrics.install(routing);
        console.install(routing);
    }

    private WebServer startedHttp(HttpRoutes routes, WebSocketUpgrade upgrade)
            throws StartException {
        WebServerConfig.Builder builder =
                builder(config.httpPort())
                        .maxTcpConnections(capacity.httpSockets())
                        .routing(
                                routing -> {
                                    spans.install(routing);
                                    installHttp(routes, routing);
                                })
                        .addFeature(health());
        upgrade.configureWithoutWebSocket(builder);
        return started(builder, "server.http_port", config.httpPort());
    }

    private ObserveFeature health() {
        // Alive is whoever answers at all; a store that fails must not get the process killed.
        return HttpRoutes.health(List.of(new HealthProbe("process", () -> true)), ready);
    }

    private WebServerConfig.Builder builder(int port) {
        WebServerConfig.Builder builder =
                WebServer.builder()
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .maxPayloadSize(HttpRoutes.PAYLOAD_BYTES_MAX)
                        .shutdownGracePeriod(STOP_GRACE)
                        .host(config.ip())
                        .port(port);
        tls.ifPresent(each -> each.secure(builder));
        return builder;
    }

    private WebServer started(WebServerConfig.Builder builder, String key, int port)
            throws StartException {
        try {
            tryOut(port);
        } catch (IOException | RuntimeException failure) {
            throw new StartException(explanation(failure, key, port), failure);
        }
        // Not before: every server that is built has a thread, which ends only with one that ran.
        WebServer server = builder.build();
        try {
            server.start();
            if (!server.isRunning()) {
                throw new BindException("taken since it was tried out");
            }
            return server;
        } catch (IOException | RuntimeException failure) {
            server.stop();
            throw new StartException(explanation(failure, key, port), failure);
        }
    }

    /// Helidon logs why it cannot listen and returns as if all was well, so what a socket says is
    /// asked for before.
    private void tryOut(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(config.ip()), port));
        }
    }

    /// NET-2: host, port, cause, and what to do.
    private String explanation(Throwable failure, String key, int port) {
        String place = config.ip() + ":" + port;
        Throwable cause = socketCause(failure);
        return switch (cause) {
            case UnknownHostException _ ->
                    "cannot listen on "
                            + place
                            + ": unknown host; set server.ip to an address of this machine";
            case BindException bind when String.valueOf(bind.getMessage()).contains("denied") ->
                    "cannot listen on "
                            + place
                            + ": permission denied; set "
                            + key
                            + " to a port from 1024 up";
            case BindException bind
                    when String.valueOf(bind.getMessage()).contains("assign requested") ->
                    "cannot listen on "
                            + place
                            + ": this machine has no such address; correct server.ip";
            case BindException _ ->
                    "cannot listen on "
                            + place
                            + ": the port is taken; stop what uses it or set "
                            + key
                            + " to another port (0 for any free one)";
            default -> "cannot listen on " + place + ": " + cause.getMessage() + "; check " + key;
        };
    }

    private static Throwable socketCause(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SocketException || cause instanceof UnknownHostException) {
                return cause;
            }
            cause = cause.getCause();
        }
        return failure;
    }

    int devicePort() {
        return device.map(WebServer::port).orElse(0);
    }

    int httpPort() {
        return http.map(WebServer::port).orElseGet(this::devicePort);
    }

    void stop() {
        http.ifPresent(WebServer::stop);
        device.ifPresent(WebServer::stop);
    }

    /// The URL badges are sent to needs the port, which is only known once the listener is open.
    static BadgeAddress address(ServerConfig config, Listeners listeners) {
        return new BadgeAddress(
                new AddressSettings(
                        config.websocket().map(Object::toString),
                        config.advertiseIp(),
                        config.ip(),
                        config.paths(),
                        config.tls().isPresent()),
                LanAddress::detect,
                listeners::devicePort);
    }
}
