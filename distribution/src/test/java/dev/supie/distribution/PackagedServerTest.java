package dev.supie.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The archive as its users meet it: unpacked somewhere, on a machine without any Java.
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PackagedServerTest {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    @TempDir private static Path folder = Path.of("");

    private Path home = folder;

    @BeforeAll
    void unpack() throws IOException, InterruptedException {
        Path archive =
                Path.of(System.getProperty("supie.target"))
                        .resolve(
                                "supie-"
                                        + System.getProperty("supie.version")
                                        + "-"
                                        + Platform.current()
                                        + ".tar.gz");
        Path place = Files.createDirectories(folder.resolve("a place with blanks"));
        Process tar =
                new ProcessBuilder("tar", "-xzf", archive.toString())
                        .directory(place.toFile())
                        .inheritIO()
                        .start();
        assertEquals(0, tar.waitFor());
        home = place.resolve("supie-" + System.getProperty("supie.version"));
    }

    private PackagedServer start(String name, String javaOptions) throws IOException {
        return PackagedServer.start(home, Files.createDirectory(folder.resolve(name)), javaOptions);
    }

    @Test
    void startsWithoutAnyJavaTakesABadgeAndStops() throws IOException, InterruptedException {
        try (PackagedServer server = start("usual", "");
                HttpClient client = HttpClient.newHttpClient()) {
            URI ready = URI.create(server.httpUrl() + "/observe/health/ready");
            HttpResponse<String> health =
                    client.send(
                            HttpRequest.newBuilder(ready).timeout(ANSWER_MAX).build(),
                            HttpResponse.BodyHandlers.ofString());
            WebSocket badge =
                    client.newWebSocketBuilder()
                            .header("Device-Id", "02:00:00:00:00:01")
                            .header("Protocol-Version", "1")
                            .buildAsync(URI.create(server.deviceUrl()), new WebSocket.Listener() {})
                            .orTimeout(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS)
                            .join();

            assertTrue(health.statusCode() == 200 || health.statusCode() == 204, health::body);
            assertFalse(badge.isInputClosed());
            badge.abort();
            assertEquals(0, server.stop());
        }
    }

    @Test
    void cacheIsUsedWhereverItWasUnpacked() throws IOException, InterruptedException {
        Path log = folder.resolve("used.log");
        try (PackagedServer server = start("used", "-Xlog:aot:file=" + log.getFileName())) {
            server.deviceUrl();
            assertEquals(0, server.stop());
        }
        String said = Files.readString(folder.resolve("used").resolve(log.getFileName()));
        assertTrue(said.contains("Using AOT-linked classes: true"), said);
    }

    @Test
    void cacheThatDoesNotFitOnlyCostsTime() throws IOException, InterruptedException {
        Path cache = home.resolve(Training.CACHE);
        Path kept = folder.resolve("kept.aot");
        Files.move(cache, kept);
        try (PackagedServer server = start("missing", "")) {
            server.deviceUrl();
            assertEquals(0, server.stop());
        }
        Files.writeString(cache, "no cache", StandardOpenOption.CREATE_NEW);
        try (PackagedServer server = start("broken", "")) {
            server.deviceUrl();
            assertEquals(0, server.stop());
        } finally {
            Files.delete(cache);
            Files.move(kept, cache);
        }
    }

    @Test
    void folderHasWhatItsReadersAreToldOf() throws IOException {
        for (String file :
                List.of(
                        "LICENSE",
                        "README.md",
                        "CHANGELOG.md",
                        "SECURITY.md",
                        "THIRD-PARTY.md",
                        "VERSION",
                        "sbom.json",
                        "config/supie.sample.yaml",
                        "docs/CONFIGURATION.md",
                        "docs/METRICS.md",
                        "docs/PROTOCOL.md",
                        "ops/prometheus-alerts.yaml",
                        "systemd/supie.service",
                        "docker/Dockerfile",
                        "docker/compose.yaml",
                        "runtime/legal/java.base/LICENSE")) {
            assertTrue(Files.size(home.resolve(file)) > 0, file);
        }
        assertTrue(Files.isExecutable(home.resolve("bin/supie")));
        assertTrue(Files.isExecutable(home.resolve("bin/healthcheck")));
        assertEquals(
                System.getProperty("supie.version"),
                Files.readString(home.resolve("VERSION")).strip());
        assertTrue(Files.readString(home.resolve("sbom.json")).contains("\"CycloneDX\""));
    }

    /// `./supie` of the sources has the reasons, and benchmarks read them there.
    @Test
    void bothLaunchersGiveTheJvmTheSameFlags() throws IOException {
        assertEquals(flags(Path.of("../supie")), flags(home.resolve("bin/supie")));
    }

    private static Set<String> flags(Path launcher) throws IOException {
        return Set.of(
                Files.readAllLines(launcher).stream()
                        .filter(line -> line.startsWith("jvm_flags="))
                        .findFirst()
                        .orElseThrow());
    }
}
