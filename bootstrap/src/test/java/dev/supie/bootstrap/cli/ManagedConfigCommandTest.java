package dev.supie.bootstrap.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// CFG-3: what commands make of `config.url`.
final class ManagedConfigCommandTest {

    @TempDir private Path folder = Path.of("");
    private WrittenLine line = new WrittenLine(folder);

    private final WireMockServer management = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void begin() throws IOException {
        management.start();
        management.stubFor(any(anyUrl()).willReturn(ok("server:\n  port: 7\n")));
        line = new WrittenLine(folder);
        Files.writeString(
                folder.resolve("supie.yaml"),
                "config: {url: '%s/', secret: s3cret}\ndata: {dir: '%s'}\n"
                        .formatted(management.baseUrl(), folder.resolve("data")));
    }

    @AfterEach
    void end() {
        management.stop();
    }

    private int requests() {
        return management.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Test
    void showNamesTheUrlAsTheOrigin() {
        assertEquals(0, line.run("config", "show"), line.err.toString());

        String shown = line.out.toString();
        String origin = "# url " + management.baseUrl() + "/, line 2\n";
        assertTrue(
                shown.contains("  port: 7                                       " + origin), shown);
        assertTrue(shown.contains("  secret: \"***\""), shown);
        assertTrue(!shown.contains("s3cret"), shown);
    }

    @Test
    void showSaysWhyNothingWouldStart() {
        management.stubFor(any(anyUrl()).willReturn(serverError()));
        assertEquals(2, line.run("config", "show"));

        assertEquals("", line.out.toString());
        assertTrue(line.err.toString().contains("it answers HTTP 500"), line.err.toString());
        assertTrue(
                line.err.toString().contains("so nothing is started; repair the above"),
                line.err.toString());
    }

    @Test
    void checkLooksAtWhatIsHandedOut() {
        assertEquals(0, line.run("config", "check", "supie.yaml"), line.err.toString());
        assertEquals("supie.yaml: ok\n", line.out.toString());

        management.stubFor(any(anyUrl()).willReturn(ok("server: {prot: 7}")));
        assertEquals(2, line.run("config", "check", "supie.yaml"));
        assertTrue(
                line.err
                        .toString()
                        .startsWith(
                                "url "
                                        + management.baseUrl()
                                        + "/, line 1: server.prot = 7: is not a key of Supie;"),
                line.err.toString());

        management.stop();
        assertEquals(2, line.run("config", "check", "supie.yaml"));
        assertTrue(line.err.toString().contains("its host lets nobody connect"));
    }

    @Test
    void whoAsksARunningServerDoesNotWaitForAnother() {
        assertEquals(WrittenLine.ASKED_DEVICES, line.run("devices", "list"), line.err.toString());

        assertEquals(0, requests());
        assertEquals("", line.err.toString());
    }
}
