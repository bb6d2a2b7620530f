package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.supie.adapter.in.websocket.RawPeer;
import dev.supie.bootstrap.server.StartException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What both listeners of the started server answer to requests that are broken or hostile: the
/// right status, nothing of how it works inside, and no answer to what was smuggled in.
@Timeout(60)
final class HostileRequestsTest {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws StartException {
        site = Site.open(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.supie.bootstrap.endtoend.HostileRequests#bodies")
    void whereABodyEnds(HostileRequests.Case wanted) {
        play(site.httpUrl(), wanted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.supie.bootstrap.endtoend.HostileRequests#heads")
    void requestLinesAndHeaders(HostileRequests.Case wanted) {
        play(site.httpUrl(), wanted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.supie.bootstrap.endtoend.HostileRequests#handshakes")
    void handshakes(HostileRequests.Case wanted) {
        play(site.deviceUrl(), wanted);
    }

    private static void play(String address, HostileRequests.Case wanted) {
        try (RawPeer peer = RawPeer.connect(URI.create(address).getPort())) {
            peer.send(wanted.request().replace("|", "\r\n").getBytes(ISO_8859_1));
            peer.endSending();
            String all = peer.readToEnd();
            List<String> statuses =
                    STATUS.matcher(all).results().map(found -> found.group(1)).toList();
            assertEquals(wanted.statuses(), String.join(" ", statuses), all);
            assertFalse(
                    Pattern.compile("exception|helidon|java\\.").matcher(lower(all)).find(), all);
            assertFalse(lower(all).contains("sec-websocket-extensions"), all);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
