package dev.supie.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The launcher is a script here that behaves as the packaged one does: it says `ready`, and writes
/// the cache after it was asked to end.
final class TrainingTest {

    private static final String WARNING =
            "[0.842s][warning][aot] Skipping jdk/proxy2/$Proxy6: Unsupported location";

    private static final String READY = "echo 'ready device=ws://127.0.0.1:1/supie/v1/'\n";

    /// Its input is a pipe to which nobody writes.
    private static final String END_WITH_CACHE =
            """
            cache=${SUPIE_JAVA_OPTS#-XX:AOTCacheOutput=}
            trap 'echo trained >"$cache"; exit 0' TERM
            %sread -r _
            """;

    @TempDir private Path folder;
    @TempDir private Path scratch;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("lib"));
    }

    @Test
    void a_server_that_is_ready_is_ended_and_leaves_a_cache() throws Exception {
        launcher(END_WITH_CACHE.formatted(READY));

        assertEquals("trained\n", Files.readString(Training.train(folder, scratch)));
        assertFalse(Files.exists(scratch), "what the server said is kept for nobody");
    }

    @Test
    void what_the_jvm_says_before_and_after_does_not_matter() throws Exception {
        String muchMore = "for i in $(seq 2000); do echo '" + WARNING + "'; done\n";
        launcher(END_WITH_CACHE.formatted("echo '" + WARNING + "'\n" + READY + muchMore));

        assertEquals("trained\n", Files.readString(Training.train(folder, scratch)));
    }

    @Test
    void a_server_that_ends_early_is_quoted() throws Exception {
        launcher("echo '" + WARNING + "'\necho 'no such key' >&2\nexit 2\n");

        assertEquals(
                "the packaged server was never ready, its status is 2:%nno such key%n%s%n"
                        .formatted(WARNING),
                failure());
    }

    @Test
    void a_server_that_leaves_no_cache_is_quoted() throws Exception {
        launcher("trap 'echo bye; exit 0' TERM\n" + READY + "read -r _\n");

        assertTrue(failure().contains("left no cache, its status is 0"), this::failure);
        assertTrue(failure().endsWith("bye%n".formatted()), this::failure);
    }

    private String failure() {
        return String.valueOf(
                assertThrows(IOException.class, () -> Training.train(folder, scratch))
                        .getMessage());
    }

    private void launcher(String lines) throws IOException {
        Path launcher = Files.writeString(folder.resolve("bin/supie"), "#!/bin/sh\n" + lines);
        assertTrue(launcher.toFile().setExecutable(true));
    }
}
