package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `supie devices …` against a running server, and against none.
@Timeout(120)
final class DevicesCommandTest {

    private static final String APPROVE = "server.enrolment=approve";

    @TempDir private Path folder = Path.of("");

    private Terminal.Said devices(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--data";
        all[words.length + 1] = folder.toString();
        return new Terminal(folder).devices(all);
    }

    private static void assertFails(Terminal.Said said, String... parts) {
        assertEquals(1, said.status(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().startsWith("supie: "), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
        for (String part : parts) {
            assertTrue(said.err().contains(part), said.err());
        }
    }

    @Nested
    class WithAServer {

        @Test
        void listsForPeopleAndForPrograms()
                throws StartException, IOException, InterruptedException {
            try (Site site = Site.open(folder, APPROVE)) {
                assertEquals("No badges.\n", devices("list").out());
                new StockBadge(site.client(), site.httpUrl(), "aa:01", "x").boot();
                String code =
                        new StockBadge(site.client(), site.httpUrl(), "aa:02", "x")
                                .code()
                                .orElseThrow();
                devices("approve", code);

                String table = devices("list").out();
                String json = devices("list", "--json", "--state", "approved").out();

                assertTrue(
                        table.matches(
                                "STATE     CODE    SINCE                 DEVICE             ABOUT\n"
                                        + "pending   \\d{6}  \\S{20}  aa:01              "
                                        + "badge-42/2.4.2 at 127.0.0.1\n"
                                        + "approved          \\S{20}  aa:02              "
                                        + "badge-42/2.4.2 at 127.0.0.1\n"),
                        table);
                assertEquals(1, json.lines().count());
                assertTrue(json.startsWith("{\"deviceId\":\"aa:02\",\"state\":\"approved\""), json);
            }
        }

        @Test
        void approvesByIdAndRejectsByCode()
                throws StartException, IOException, InterruptedException {
            try (Site site = Site.open(folder, APPROVE)) {
                StockBadge one = new StockBadge(site.client(), site.httpUrl(), "aa:01", "x");
                StockBadge two = new StockBadge(site.client(), site.httpUrl(), "aa:02", "x");
                one.boot();
                String code = two.code().orElseThrow();

                assertEquals("approved aa:01\n", devices("approve", "AA:01").out());
                assertEquals("revoked aa:02\n", devices("reject", code).out());

                assertEquals(200, one.activate());
                assertEquals(403, two.activate());
                assertEquals("nothing is remembered of aa:01\n", devices("forget", "AA:01").out());
            }
        }

        @Test
        void whatTheServerRefusesIsSaid() throws StartException {
            try (Site site = Site.open(folder, APPROVE)) {
                assertFalse(site.httpUrl().isEmpty());
                assertFails(devices("approve", "123456"), "no badge waits with this code");
                assertFails(devices("revoke", "nobody"), "no badge with this id");
                assertFails(devices("forget", " "), "missing: deviceId");
                assertFails(devices("list", "--state", "lost"), "state must be pending");
            }
        }

        @Test
        void aConfiguredTokenIsTakenFromTheConfiguration() throws StartException {
            try (Site site = Site.open(folder, APPROVE, "server.admin_token=of-the-operator")) {
                assertFalse(Files.exists(folder.resolve("admin-token")));
                assertEquals(
                        0,
                        devices(
                                        "list",
                                        "--url",
                                        site.httpUrl() + "/",
                                        "--set",
                                        "server.admin_token=of-the-operator")
                                .status());
                assertFails(
                        devices("list", "--set", "server.admin_token=another-one"),
                        "does not accept the admin token from server.admin_token");
            }
        }

        @Test
        void aTokenFileWinsOverTheConfiguration() throws StartException, IOException {
            try (Site site = Site.open(folder, APPROVE)) {
                Path wrong = Files.writeString(folder.resolve("wrong"), "not-the-token");

                assertFails(
                        devices("list", "--token-file", wrong.toString()),
                        "does not accept the admin token from " + wrong);
                assertFails(
                        devices("list", "--token-file", folder.resolve("none").toString()),
                        "cannot be read");
                assertFalse(site.httpUrl().isEmpty());
            }
        }
    }

    @Nested
    class WithoutAServer {

        private void token() throws IOException {
            Files.writeString(folder.resolve("admin-token"), "0123456789abcdef\n");
        }

        @Test
        void noTokenIsThere() {
            assertFails(devices("list"), "no admin token", "admin-token", "--data");
        }

        @Test
        void nobodyAnswers() throws IOException {
            token();
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            String url = "http://127.0.0.1:" + port;
            assertFails(devices("list", "--url", url), "no server answers at " + url);
            // What a server that was killed has left behind.
            Files.writeString(folder.resolve("http-url"), url + "\n");
            assertFails(devices("list"), "no server answers at " + url, "supie serve");
        }

        @Test
        void somebodyElseAnswers() throws IOException {
            token();
            HttpServer other =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
            other.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                        exchange.close();
                    });
            other.start();
            try {
                assertFails(
                        devices(
                                "list",
                                "--url",
                                "http://127.0.0.1:" + other.getAddress().getPort()),
                        "is not a Supie of this version (status 200)");
            } finally {
                other.stop(0);
            }
        }

        @Test
        void aUrlThatIsNoneIsNamed() throws IOException {
            token();

            assertFails(devices("list", "--url", "ftp://h"), "not the URL of a server: ftp://h");
            assertFails(devices("list", "--url", "no url"), "not the URL of a server: no url");
        }

        @Test
        void wrongUseHasAStatusOfItsOwn() {
            assertEquals(2, devices("approve").status());
            assertEquals(2, devices("promote", "1").status());
            assertEquals(2, devices("list", "--set", "server.enrolment=closed").status());
        }
    }
}
