package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// HS-2: a server whose heap is full refuses with 503 and goes on serving those it has.
@Timeout(120)
final class FullServerTest {

    private static final String REFUSED = "HTTP/1.1 503 Service Unavailable";

    /// Enough for about 500 badges.
    private static final String SMALL_HEAP = "-Xmx48m";

    private static final int BADGES_MIN = 300;
    private static final int BADGES_MAX = 1000;
    private static final int KNOCKS_MAX = 1000;

    @Test
    void aSmallHeapRefusesCleanlyAndServesOn(@TempDir Path folder) throws IOException {
        List<PlainBadge> badges = new ArrayList<>();
        try (SupieProcess process = SupieProcess.serveOn(List.of(SMALL_HEAP), folder).whenReady()) {
            URI url = URI.create(process.deviceUrl());
            PlainBadge newcomer = greeted(url, badges.size());
            while (newcomer.isLetIn() && badges.size() < BADGES_MAX) {
                badges.add(newcomer);
                newcomer = greeted(url, badges.size());
            }
            assertEquals(REFUSED, newcomer.status());
            assertTrue(badges.size() >= BADGES_MIN, () -> badges.size() + " were let in");
            assertTrue(saysWhy(process, badges.size()), process.err()::toString);
            for (PlainBadge badge : badges) {
                assertTrue(badge.lives());
            }
            badges.removeLast().leave();
            assertTrue(someoneIsLetIn(url));
        } finally {
            for (PlainBadge badge : badges) {
                badge.close();
            }
        }
    }

    private static PlainBadge greeted(URI url, int number) throws IOException {
        PlainBadge badge = PlainBadge.knock(url, "badge-" + number);
        if (badge.isLetIn()) {
            badge.greet();
        }
        return badge;
    }

    private static boolean saysWhy(SupieProcess process, int badges) {
        String room = "room for " + badges + " badges instead of server.max_connections 10000";
        return process.err().stream().anyMatch(line -> line.contains(room));
    }

    /// The place becomes free a moment after the badge has seen its end.
    private static boolean someoneIsLetIn(URI url) throws IOException {
        for (int knock = 0; knock < KNOCKS_MAX; knock++) {
            try (PlainBadge badge = PlainBadge.knock(url, "next")) {
                if (badge.isLetIn()) {
                    return badge.lives();
                }
            }
        }
        return false;
    }
}
