package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// HS-2, AUTH-1, AUTH-3: what the log says about who connects, and what it never says.
@Timeout(180)
final class AccessLogTest {

    private static final String TOKEN = "unmistakable-good-token";
    private static final String WRONG = "unmistakable-bad-token";
    private static final String SECRET = "unmistakable-secret-of-32-bytes-or-more";
    private static final String FIRST = "Device-Id: aa:01";

    @TempDir private Path folder = Path.of("");

    @Test
    void tokensReachNoLogHoweverVerbose() throws IOException, InterruptedException {
        try (SupieProcess server =
                SupieProcess.serve(
                        folder,
                        "--set",
                        "log.level=trace",
                        "--set",
                        "server.auth.enabled=true",
                        "--set",
                        "server.auth.tokens=[{token: " + TOKEN + ", name: office}]",
                        "--set",
                        "server.auth.jwt.secret=" + SECRET)) {
            tryEverything(server.whenReady().deviceUrl(), server.httpUrl());
            server.terminate();
            assertEquals(0, server.exit());
            String said = server.out() + "\n" + String.join("\n", server.err());
            assertTrue(said.contains(" TRACE ") || said.contains(" DEBUG "), said);
            assertTrue(said.contains("handshake refused with 401"), said);
            assertFalse(said.contains("unmistakable"), () -> excerpt(said));
        }
    }

    /// Nor by a library, whatever an operator's own logging configuration asks for.
    @Test
    void tokensReachNoLogOfALibrary() throws IOException, StartException {
        try (EverythingSaid log = EverythingSaid.listen();
                Site site =
                        Site.open(
                                folder,
                                "server.auth.enabled=true",
                                "server.auth.tokens=[{token: " + TOKEN + ", name: office}]",
                                "server.auth.jwt.secret=" + SECRET)) {
            tryEverything(site.deviceUrl(), site.httpUrl());
            assertFalse(log.linesWith("io.helidon").isEmpty());
            assertFalse(log.linesWith("refused with 401").isEmpty());
            assertEquals(List.of(), log.linesWith("unmistakable"));
        }
    }

    private static void tryEverything(String device, String http) throws IOException {
        String bearer = "Authorization: Bearer " + TOKEN;
        assertEquals(101, RawHandshake.ask(device, "?token=" + TOKEN, FIRST).status());
        assertEquals(101, RawHandshake.ask(device, "", FIRST, bearer).status());
        assertEquals(401, RawHandshake.ask(device, "?authorization=" + WRONG, FIRST).status());
        tryEverythingElse(device, http);
    }

    /// Requests that are wrong in ways of which each takes another way through the server.
    private static void tryEverythingElse(String device, String http) throws IOException {
        String query = "?device-id=aa:01&token=" + WRONG;
        String host = "Host: 127.0.0.1\r\n";
        List<String> requests =
                List.of(
                        "GET /supie/v1/" + query + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET /elsewhere" + query + " HTTP/1.1\r\n" + host + "\r\n",
                        "POST /supie/v1/" + query + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET /supie/v1/" + query + " HTTP/9.9\r\n" + host + "\r\n",
                        "GET /supie/v1/" + query + "\r\n" + host + "\r\n",
                        "GET /supie/%zz" + query + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET /a b" + query + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET /" + query + "x".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET / HTTP/1.1\r\n" + host + "Authorization Bearer " + WRONG + "\r\n\r\n",
                        "GET / HTTP/1.1\r\n" + host + "Authorization: \u0001" + WRONG + "\r\n\r\n",
                        "GET / HTTP/1.1\r\nAuthorization: Bearer " + WRONG + "\r\n\r\n",
                        "GET / HTTP/1.1\r\n"
                                + host
                                + "Authorization: "
                                + WRONG.repeat(1000)
                                + "\r\n\r\n",
                        "GET /supie/v1/"
                                + query
                                + " HTTP/1.1\r\n"
                                + host
                                + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
                        "GET /supie/v1/?device-id=%00&token="
                                + WRONG
                                + " HTTP/1.1\r\n"
                                + host
                                + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                + "Sec-WebSocket-Version: 13\r\n\r\n",
                        WRONG + "\r\n\r\n");
        for (String request : requests) {
            RawHandshake.send(device, request);
            RawHandshake.send(http, request);
        }
        RawHandshake.send(http, "GET /supie/ota/" + query + " HTTP/1.1\r\n" + host + "\r\n");
        RawHandshake.ask(device, query, "Origin: http://" + WRONG + ".example");
    }

    @Test
    void openServerWarnsOnceUnlessItIsOnTheLoopback() throws IOException, InterruptedException {
        assertEquals(1, warnings("0.0.0.0"));
        assertEquals(0, warnings("127.0.0.1"));
    }

    @Test
    void guardWithoutAnyCheckDoesNotStart() throws IOException, InterruptedException {
        try (SupieProcess server =
                SupieProcess.serve(folder, "--set", "server.auth.enabled=true")) {
            assertEquals(2, server.exit());
            String said = server.err().toString();
            assertTrue(said.contains("server.auth.enabled"), said);
            assertTrue(said.contains("nothing is configured that could accept a badge"), said);
        }
    }

    private long warnings(String boundTo) throws IOException, InterruptedException {
        try (SupieProcess server =
                SupieProcess.serve(folder, "--set", "server.ip=" + boundTo).whenReady()) {
            server.terminate();
            assertEquals(0, server.exit());
            return server.err().stream()
                    .filter(line -> line.contains("WARN"))
                    .filter(line -> line.contains("server.auth.enabled is false"))
                    .count();
        }
    }

    private static String excerpt(String said) {
        return said.lines().filter(line -> line.contains("unmistakable")).toList().toString();
    }
}
