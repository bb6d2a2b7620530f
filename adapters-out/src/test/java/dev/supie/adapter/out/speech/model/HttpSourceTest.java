package dev.supie.adapter.out.speech.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class HttpSourceTest {

    private static final TestPackage PACKAGE = TestPackage.of(50_000);
    private static final int HALF = PACKAGE.bytes().length / 2;

    private final WireMockServer registry =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @TempDir private Path downloads = Path.of("");
    private long lastDone;

    @BeforeEach
    void start() {
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop();
    }

    private byte[] fetch() throws IOException {
        HttpSource source = new HttpSource(URI.create(registry.baseUrl()));
        Path file = source.fetch(PACKAGE.description(), downloads, (_, done, _) -> lastDone = done);
        return Files.readAllBytes(file);
    }

    private void answer(int status, byte[] body) {
        registry.stubFor(
                WireMock.get("/x/-/1.tgz")
                        .willReturn(WireMock.aResponse().withStatus(status).withBody(body)));
    }

    private List<String> ranges() {
        return registry.findAll(WireMock.anyRequestedFor(WireMock.anyUrl())).stream()
                .map((LoggedRequest request) -> request.getHeader("Range"))
                .toList();
    }

    @Test
    void thePackageIsDownloadedAndProgressShown() throws IOException {
        answer(206, PACKAGE.bytes());
        assertArrayEquals(PACKAGE.bytes(), fetch());
        assertEquals(PACKAGE.bytes().length, lastDone);
    }

    @Test
    void aDownloadThatWasCutOffGoesOnWhereItStopped() throws IOException {
        leaveHalf();
        answer(206, Arrays.copyOfRange(PACKAGE.bytes(), HALF, PACKAGE.bytes().length));
        assertArrayEquals(PACKAGE.bytes(), fetch());
        assertEquals(List.of("bytes=" + HALF + "-"), ranges());
    }

    @Test
    void aRegistryWithoutRangesSendsEverythingAgain() throws IOException {
        leaveHalf();
        answer(200, PACKAGE.bytes());
        assertArrayEquals(PACKAGE.bytes(), fetch());
    }

    private void leaveHalf() throws IOException {
        Path part = downloads.resolve(PACKAGE.description().file() + ".part");
        Files.write(part, Arrays.copyOf(PACKAGE.bytes(), HALF));
    }

    @Test
    void whatIsNotThereIsNotAskedForAgain() {
        answer(404, new byte[0]);
        IOException refused = assertThrows(IOException.class, this::fetch);
        assertTrue(String.valueOf(refused.getMessage()).contains("HTTP 404"));
        assertEquals(1, ranges().size());
    }

    @Test
    void aConnectionThatKeepsBreakingIsTriedALimitedNumberOfTimes() {
        registry.stubFor(
                WireMock.get("/x/-/1.tgz")
                        .willReturn(
                                WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThrows(IOException.class, this::fetch);
        assertTrue(ranges().size() >= HttpSource.TRIES_MAX, "at least: the client repeats too");
    }

    @Test
    void neverMoreIsTakenThanThePackageHas() throws IOException {
        answer(200, Arrays.copyOf(PACKAGE.bytes(), 3 * PACKAGE.bytes().length));
        assertArrayEquals(PACKAGE.bytes(), fetch());
    }
}
