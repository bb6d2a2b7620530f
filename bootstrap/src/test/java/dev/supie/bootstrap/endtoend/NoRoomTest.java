package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/// A server whose disk somebody else fills up: a badge is told that nothing was stored, readiness
/// is false, and both come right by themselves (OBS-1, ADR 0028). The disk is a small one of its
/// own; where nobody may mount it this is skipped, and counted so.
@EnabledIf("mayMount")
@Timeout(120)
final class NoRoomTest {

    private static final int STEP_BYTES = 64 * 1024;

    @TempDir private Path folder = Path.of("");

    static boolean mayMount() throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("supie-mount");
        boolean mounted = mount(place);
        if (mounted) {
            unmount(place);
        }
        Files.delete(place);
        return mounted;
    }

    private static boolean mount(Path place) throws InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", place.toString());
    }

    private static boolean unmount(Path place) throws InterruptedException {
        return run("umount", "-l", place.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException _) {
            // There is no such program here.
            return false;
        }
    }

    @AfterEach
    void giveBack() throws InterruptedException {
        assertTrue(unmount(folder));
    }

    @Test
    void aBadgeIsToldAndEverythingGoesOnOnceThereIsRoom()
            throws StartException, IOException, InterruptedException {
        assertTrue(mount(folder));
        try (Site site = Site.open(folder);
                Badge badge = site.badge("aa:01")) {
            badge.startMeeting();
            badge.tell("before");
            assertEquals(200, ready(site));
            Path ballast = folder.resolve("ballast");
            fillUp(ballast);

            JsonObject refusal =
                    badge.ask(Messages.snippet("lost"), message -> message.containsKey("code"));

            assertEquals("INTERNAL_ERROR", refusal.getString("code"));
            assertEquals(503, ready(site));
            Files.delete(ballast);
            assertEquals(200, ready(site));
            badge.tell("after");
            badge.finish();
        }
    }

    private static int ready(Site site) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(site.httpUrl() + "/observe/health/ready"))
                        .timeout(Badge.ANSWER_MAX)
                        .build();
        return site.client().send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static void fillUp(Path ballast) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] step = new byte[STEP_BYTES];
            while (true) {
                out.write(step);
            }
        } catch (IOException full) {
            if (Files.getFileStore(ballast).getUsableSpace() > STEP_BYTES) {
                throw full;
            }
        }
    }
}
