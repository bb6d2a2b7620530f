package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `supie coding pipe` as a process beside a badge that is connected itself (COD-5).
@Timeout(120)
final class CodingPipeTest {

    private static final String BADGE = "94:a9:90:00:00:01";

    private static SupieProcess pipe(Site site, String... command) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of("coding", "pipe", "--badge", BADGE, "--url", site.deviceUrl()));
        words.add("--");
        words.addAll(List.of(command));
        return SupieProcess.run(words.toArray(String[]::new));
    }

    @Test
    void theBadgeHearsWhatABuildComesToAndKeepsItsConnection(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        String script =
                "echo compiling; echo \"main.c:7:2: error: 'speed' undeclared\" >&2; exit 5";
        try (Site site = Site.open(folder)) {
            Badge badge = site.badge(BADGE);
            try (SupieProcess build = pipe(site, "sh", "-c", script)) {
                JsonObject insight = badge.await(CodingTest::isInsight);
                JsonObject summary = badge.await(CodingTest::isSummary);
                assertEquals(BADGE + ":pipe", insight.getString("from"));
                assertEquals(BADGE + ":pipe", summary.getString("from"));
                assertEquals(5, build.exit());
                assertEquals(List.of("compiling"), build.out());
                assertEquals(List.of("main.c:7:2: error: 'speed' undeclared"), build.err());
            }
            badge.say(Messages.ping("still here"));
            badge.await(Messages.withRid("still here"));
        }
    }

    @Test
    void muchOutputIsPassedOnWholeAndToldInMeasure(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        String script =
                "i=0; while [ $i -lt 30000 ]; do echo \"compiling part $i of many\"; i=$((i+1));"
                        + " done; echo '--- FAIL: TestTotal (0.00s)'; echo FAIL; exit 1";
        try (Site site = Site.open(folder)) {
            Badge badge = site.badge(BADGE);
            try (SupieProcess build = pipe(site, "sh", "-c", script)) {
                JsonObject summary = badge.await(CodingTest::isSummary);
                assertTrue(summary.getJsonArray("insights").toString().contains("TestTotal"));
                assertEquals(1, build.exit());
                assertEquals(30_002, build.out().size());
                assertEquals(0, site.metric("supie_coding_refused_total"));
            }
        }
    }

    @Test
    void tellingItToEndEndsTheCommandWhoseStatusCounts(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        String script =
                "trap 'echo tidied; exit 7' TERM INT; echo begun; while :; do sleep 1; done";
        try (Site site = Site.open(folder);
                SupieProcess build = pipe(site, "sh", "-c", script)) {
            build.whenSaid("begun");
            build.terminate();
            assertEquals(7, build.exit());
            assertEquals(List.of("begun", "tidied"), build.out());
        }
    }

    @Test
    void aServerThatWantsATokenCostsTheBadgeTheNews(@TempDir Path folder)
            throws StartException, InterruptedException, IOException {
        try (Site site =
                        Site.open(
                                folder,
                                "server.auth.enabled=true",
                                "server.auth.allowed_devices=[\"" + BADGE + "\"]");
                SupieProcess build = pipe(site, "sh", "-c", "echo fine; sleep 1; exit 4")) {
            assertEquals(4, build.exit());
            assertEquals(List.of("fine"), build.out());
            assertEquals(1, build.err().size(), build.err().toString());
            assertTrue(build.err().getFirst().startsWith("supie: "), build.err().toString());
        }
    }
}
