package dev.supie.adapter.in.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

class ConsoleRoutesTest {

    private static final Path FILES =
            Path.of("src/main/resources/dev/supie/adapter/in/console").toAbsolutePath();

    private static WebServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        var console = new ConsoleRoutes();
        server =
                WebServer.builder()
                        .featuresDiscoverServices(false)
                        .address(InetAddress.getLoopbackAddress())
                        .port(0)
                        .shutdownHook(false)
                        .routing(console::install)
                        .build()
                        .start();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    private static HttpResponse<byte[]> read(String path, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void theWayIntoTheConsoleIsRelative() throws IOException, InterruptedException {
        var response = read("/console");

        assertEquals(308, response.statusCode());
        assertEquals("console/", header(response, "Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/badge", "/console/badge?two"})
    void aPageIsServed(String path) throws IOException, InterruptedException {
        var response = read(path);

        assertEquals(200, response.statusCode());
        assertEquals("text/html; charset=UTF-8", header(response, "Content-Type"));
        assertTrue(new String(response.body(), "UTF-8").startsWith("<!doctype html>"));
    }

    @Test
    void nothingInlineMayRunAndNobodyMayFrameIt() throws IOException, InterruptedException {
        for (String path : List.of("/console/", "/console/badge/page.js", "/console/nothing")) {
            var response = read(path);
            String policy = header(response, "Content-Security-Policy");

            assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", header(response, "X-Content-Type-Options"));
            assertEquals("no-referrer", header(response, "Referrer-Policy"));
            assertEquals("DENY", header(response, "X-Frame-Options"));
        }
    }

    @Test
    void aFileThatIsKnownIsNotSentAgain() throws IOException, InterruptedException {
        String tag = header(read("/console/style.css"), "ETag");

        assertEquals("no-cache", header(read("/console/style.css"), "Cache-Control"));
        var again = read("/console/style.css", "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(200, read("/console/style.css", "If-None-Match", "\"another\"").statusCode());
    }

    @Test
    void whoTakesItZippedGetsItZipped() throws IOException, InterruptedException {
        byte[] plain = read("/console/style.css").body();
        var zipped = read("/console/style.css", "Accept-Encoding", "br, gzip");

        assertEquals("gzip", header(zipped, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(zipped, "Vary"));
        assertTrue(zipped.body().length < plain.length);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertArrayEquals(plain, unzipped.readAllBytes());
        }
        var refused = read("/console/style.css", "Accept-Encoding", "gzip;q=0");
        assertEquals("", header(refused, "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/nothing",
                "/console/package-info.class",
                "/console/ConsoleRoutes.class",
                "/console/../http/openapi.yaml",
                "/console/..%2Fhttp%2Fopenapi.yaml",
                "/console/%2e%2e/http/openapi.yaml",
                "/console/badge/..%2F..%2Fhttp%2Fopenapi.yaml",
                "/console/badge/",
                "/console//etc/passwd",
                "/console/badge/page.js%00.css",
                "/console/index.html%0a"
            })
    void whatIsNoFileOfTheConsoleIsNotThere(String path) throws IOException, InterruptedException {
        assertEquals(404, read(path).statusCode());
    }

    /// A file with another ending or in a deeper folder would be in the build and not be served.
    @Test
    void everyFileOfTheConsoleIsServed() throws IOException, InterruptedException {
        for (Path file : files()) {
            String name = FILES.relativize(file).toString();
            var response = read("/console/" + name);

            assertEquals(200, response.statusCode(), name);
            assertArrayEquals(Files.readAllBytes(file), response.body(), name);
        }
    }

    /// Together, so any first view is smaller still.
    @Test
    void allOfItIsSmallerThanOneFirstViewMayBe() throws IOException, InterruptedException {
        int sum = 0;
        for (Path file : files()) {
            String name = FILES.relativize(file).toString();
            sum += read("/console/" + name, "Accept-Encoding", "gzip").body().length;
        }

        assertTrue(sum < 150_000, sum + " bytes");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
