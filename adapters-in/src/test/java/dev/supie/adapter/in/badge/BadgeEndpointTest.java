package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.adapter.in.badge.RecordingConnections.Event;
import dev.supie.adapter.in.websocket.HandshakeDecision;
import dev.supie.adapter.in.websocket.HandshakeRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What the door hands on to the connection.
class BadgeEndpointTest {

    private final TestTime time = new TestTime();
    private final BadgeLinks links = new BadgeLinks(time);
    private final RecordingConnections core = new RecordingConnections(links);
    private final BadgeEndpoint endpoint =
            new BadgeEndpoint(
                    BadgePaths.STANDARD, OpenGate.GATE, core, links, time, () -> "0a1b2c3d");

    @ParameterizedTest(name = "Protocol-Version {0}: {1} is understood: {2}")
    @CsvSource({
        "1, f8fffe, 1",
        "2, 00020000000000000000000000000003f8fffe, 1",
        "2, f8fffe, 0",
        "3, 00000003f8fffe, 1",
        "3, f8fffe, 0",
        "9, f8fffe, 1",
        "'', f8fffe, 1",
    })
    void t17TheHandshakeChoosesTheFraming(String version, String frame, long understood)
            throws UnknownHostException {
        BadgeConnection badge = accepted(version, "10.0.0.7");
        badge.onBinary(HexFormat.of().parseHex(frame));
        assertEquals(new BadgeConnection.Heard(understood, 1 - understood, 0), badge.heard());
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7, 10.0.0.7:50000", "2001:db8::7, [2001:db8:0:0:0:0:0:7]:50000"})
    void theCoreHearsWhereTheBadgeIs(String host, String address)
            throws UnknownHostException, InterruptedException {
        BadgeConnection badge = accepted("1", host);
        badge.onOpen(new RecordingSocket());
        var opened = (Event.Opened) core.await(event -> event instanceof Event.Opened);
        assertEquals(address, opened.address());
    }

    @Test
    void whoIsRefusedIsCountedByTheStatus() throws UnknownHostException {
        var nowhere =
                new HandshakeRequest("/elsewhere/", Map.of(), Map.of(), somewhere("10.0.0.7"));
        var tooLong =
                new HandshakeRequest(
                        "/supie/v1/",
                        Map.of("device-id", List.of("x".repeat(200))),
                        Map.of(),
                        somewhere("10.0.0.7"));

        assertInstanceOf(HandshakeDecision.NotHere.class, endpoint.handshake(nowhere));
        assertInstanceOf(HandshakeDecision.Refuse.class, endpoint.handshake(tooLong));
        assertEquals(Map.of(400, 1L), links.traffic().handshakesRefused());
    }

    private static InetSocketAddress somewhere(String host) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(host), 50_000);
    }

    private BadgeConnection accepted(String version, String host) throws UnknownHostException {
        var request =
                new HandshakeRequest(
                        "/supie/v1/",
                        Map.of("device-id", List.of("a")),
                        Map.of("protocol-version", List.of(version)),
                        somewhere(host));
        var accept = assertInstanceOf(HandshakeDecision.Accept.class, endpoint.handshake(request));
        return assertInstanceOf(BadgeConnection.class, accept.listener());
    }
}
