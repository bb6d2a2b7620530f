package dev.supie.adapter.in.websocket;

import dev.supie.adapter.in.websocket.HandshakeDecision.Accept;
import dev.supie.application.runtime.SystemAlarms;

import io.helidon.webserver.WebServer;

import java.time.Duration;
import java.time.InstantSource;

/// The WebSocket layer as an echo server on the port that is its argument, with limits above the
/// largest message of the public suites; see `build/autobahn.sh`. Runs until it is killed.
final class EchoServer {

    private static final int MESSAGE_BYTES_MAX = 32 * 1024 * 1024;
    private static final int QUEUE_MESSAGES_MAX = 4_096;
    private static final int QUEUE_BYTES_MAX = 4 * MESSAGE_BYTES_MAX;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSE_ANSWER_MAX = Duration.ofSeconds(2);

    private EchoServer() {}

    public static void main(String[] arguments) {
        InstantSource clock = InstantSource.system();
        OutboundLimits outbound =
                new OutboundLimits(
                        QUEUE_MESSAGES_MAX, QUEUE_BYTES_MAX, PATIENCE, PATIENCE, CLOSE_ANSWER_MAX);
        WebSocketLimits limits =
                new WebSocketLimits(MESSAGE_BYTES_MAX, MESSAGE_BYTES_MAX, outbound, Long.MAX_VALUE);
        var listener = WebServer.builder().host("127.0.0.1").port(Integer.parseInt(arguments[0]));
        new WebSocketUpgrade(
                        _ -> new Accept(new EchoListener()), limits, clock, new SystemAlarms(clock))
                .configure(listener);
        listener.build().start();
    }
}
