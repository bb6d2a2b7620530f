package dev.supie.adapter.in.websocket;

import dev.supie.adapter.in.websocket.HandshakeDecision.Accept;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.SystemAlarms;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A real Helidon server on a free loopback port with the WebSocket layer on it.
final class TestServer implements AutoCloseable {

    private final WebServer server;
    private final Runnable release;

    private TestServer(WebServer server, Runnable release) {
        this.server = server;
        this.release = release;
    }

    /// Accepts everybody; every connection gets a listener of its own.
    static TestServer accepting(Supplier<? extends WebSocketListener> listeners) {
        return start(_ -> new Accept(listeners.get()), _ -> {});
    }

    static TestServer start(WebSocketEndpoint endpoint, Consumer<WebServerConfig.Builder> more) {
        SystemAlarms alarms = new SystemAlarms(InstantSource.system());
        WebServer server =
                build(endpoint, WebSocketLimits.standard(), InstantSource.system(), alarms, more);
        return new TestServer(server, alarms::close);
    }

    /// As [#accepting], in a time that the test moves.
    static TestServer accepting(
            Supplier<? extends WebSocketListener> listeners,
            ManualTime time,
            Consumer<WebServerConfig.Builder> more) {
        WebSocketEndpoint endpoint = _ -> new Accept(listeners.get());
        WebServer server = build(endpoint, WebSocketLimits.standard(), time, time, more);
        return new TestServer(server, () -> {});
    }

    int port() {
        return server.port();
    }

    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        server.stop();
        release.run();
    }

    private static WebServer build(
            WebSocketEndpoint endpoint,
            WebSocketLimits limits,
            InstantSource clock,
            Alarms alarms,
            Consumer<WebServerConfig.Builder> more) {
        WebServerConfig.Builder builder = WebServer.builder().host("127.0.0.1").port(0);
        new WebSocketUpgrade(endpoint, limits, clock, alarms).configure(builder);
        more.accept(builder);
        return builder.build().start();
    }
}
