package dev.supie.distribution;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Makes the cache from which the JVM starts: runs the packaged server once up to its ready line,
/// while the JVM writes down which classes that took.
///
/// No further, because all that is in the cache is in memory from the start on: with the classes of
/// a first badge and its meeting an idle server had 14 MB more.
///
/// It runs by the packaged launcher, because the cache is valid only for the Java, the class path
/// and the flags of its training.
final class Training {

    /// Where the launcher looks for it.
    static final String CACHE = "lib/supie.aot";

    private static final Duration READY_MAX = Duration.ofSeconds(120);

    /// The cache is written after the server has stopped.
    private static final Duration END_MAX = Duration.ofSeconds(300);

    private static final String READY = "ready ";

    private static final String ERRORS = "errors.txt";
    private static final String OUTPUT = "output.txt";

    private Training() {}

    /// Gives the cache.
    ///
    /// Fails with all that the server said, if it does not get ready or leaves no cache.
    ///
    /// @param folder the packaged one
    /// @param scratch is emptied before, and keeps what the server said if it fails
    static Path train(Path folder, Path scratch) throws IOException, InterruptedException {
        Folders.remove(scratch);
        Files.createDirectories(scratch);
        Path cache = folder.resolve(CACHE);
        Process server = start(folder, scratch, cache);
        Thread watch = Thread.ofVirtual().start(() -> killUnlessEnded(server));
        try {
            stopWhenReady(server, scratch);
        } finally {
            server.destroyForcibly();
            watch.interrupt();
        }
        if (!Files.exists(cache)) {
            throw failed("left no cache", server, scratch);
        }
        Folders.remove(scratch);
        return cache;
    }

    /// Reads to the end, and past what is not the ready line: the JVM speaks on the same output, of
    /// classes that it leaves out of the cache, and by luck of some of them before the server is
    /// ready.
    private static void stopWhenReady(Process server, Path scratch)
            throws IOException, InterruptedException {
        boolean ready = false;
        try (BufferedReader out = server.inputReader();
                BufferedWriter kept = Files.newBufferedWriter(scratch.resolve(OUTPUT))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                kept.write(line + "\n");
                if (!ready && line.startsWith(READY)) {
                    ready = true;
                    server.toHandle().destroy();
                }
            }
        }
        server.waitFor();
        if (!ready) {
            throw failed("was never ready", server, scratch);
        }
    }

    private static Process start(Path folder, Path scratch, Path cache) throws IOException {
        ProcessBuilder server =
                new ProcessBuilder(
                                List.of(
                                        folder.resolve("bin/supie").toString(),
                                        "serve",
                                        "--data",
                                        scratch.resolve("data").toString(),
                                        "--set",
                                        "server.ip=127.0.0.1",
                                        "--set",
                                        "server.port=0",
                                        "--set",
                                        "server.http_port=0"))
                        .directory(scratch.toFile())
                        .redirectError(scratch.resolve(ERRORS).toFile());
        // Nobody's configuration or database is touched.
        Map<String, String> environment = server.environment();
        environment.keySet().removeIf(name -> !name.equals("PATH"));
        environment.put("SUPIE_JAVA_OPTS", "-XX:AOTCacheOutput=" + cache);
        return server.start();
    }

    /// The output of a server that hangs ends when it is killed, and the training with it.
    private static void killUnlessEnded(Process server) {
        try {
            if (server.waitFor(READY_MAX.plus(END_MAX).toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server.destroyForcibly();
    }

    private static IOException failed(String what, Process server, Path scratch)
            throws IOException {
        return new IOException(
                "the packaged server %s, its status is %d:%n%s%s"
                        .formatted(
                                what,
                                server.exitValue(),
                                Files.readString(scratch.resolve(ERRORS)),
                                Files.readString(scratch.resolve(OUTPUT))));
    }
}
