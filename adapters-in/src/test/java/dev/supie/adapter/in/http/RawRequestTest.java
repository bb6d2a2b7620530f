package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Requests that no well-behaved client would send.
class RawRequestTest {

    private static final int READ_LIMIT_MS = 20_000;

    /// Sends one request and ends the stream; everything that comes back, possibly nothing.
    private static String answer(Site site, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.setSoTimeout(READ_LIMIT_MS);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/supie/meetings/recent?limit=%zz",
                "/supie/meetings/recent?deviceId=%00",
                "/supie/meetings/%zz",
                "/supie/meetings/a;b=c",
                "/supie/../supie/meetings/a%2Fb"
            })
    void malformedTargetIsTheClientsFault(String target) throws IOException {
        try (Site site = Site.with(Wiring.routes()::onHttpListener)) {
            String answer = answer(site, "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals("HTTP/1.1 4", answer.substring(0, 10));
            assertFalse(answer.contains("Exception"));
        }
    }

    @Test
    void bodyThatBreaksOffIsDroppedAndTheServerGoesOn() throws IOException {
        try (Site site = Site.with(Wiring.routes()::onHttpListener)) {
            String half = post(100, "{\"application\":");

            assertEquals("", answer(site, half));

            assertEquals(200, site.read("/xiaozhi/ota/").statusCode());
        }
    }

    @Test
    void hugeBodyIsRefusedByItsAnnouncedLengthAlone() throws IOException {
        try (Site site = Site.with(Wiring.routes()::onHttpListener)) {
            String announced = post(9_999_999_999L, "");

            String answer = answer(site, announced);

            assertEquals("HTTP/1.1 413", answer.substring(0, 12));
            assertFalse(answer.contains("keep-alive"));
        }
    }

    @Test
    void hugeChunkIsRefusedBeforeItIsTakenIntoMemory() throws IOException {
        try (Site site = Site.with(Wiring.routes()::onHttpListener)) {
            String announced =
                    """
                    POST /supie/ota/ HTTP/1.1
                    Host: x
                    Transfer-Encoding: chunked

                    7fffffff
                    """
                            .replace("\n", "\r\n");

            String answer = answer(site, announced);

            assertEquals("HTTP/1.1 413", answer.substring(0, 12));
            assertTrue(answer.contains("Connection: close"), answer);
        }
    }

    private static String post(long announcedLength, String body) {
        return """
        POST /xiaozhi/ota/ HTTP/1.1
        Host: x
        Device-Id: a
        Content-Length: %d

        %s"""
                .replace("\n", "\r\n")
                .formatted(announcedLength, body);
    }
}
