package dev.supie.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An unpacked server as a process of its own, with nothing on its path but what its scripts need.
final class PackagedServer implements AutoCloseable {

    private static final int SECONDS_MAX = 120;
    private static final List<String> TOOLS = List.of("sh", "dirname", "readlink");
    private static final Pattern READY =
            Pattern.compile("ready device=(\\S+) http=(\\S+) console=\\S+");

    private final Process process;
    private final CompletableFuture<Matcher> ready;
    private final Path errors;

    private PackagedServer(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.ready = CompletableFuture.supplyAsync(this::readyLine);
    }

    /// Runs `bin/supie serve` in `folder` on free ports of the loopback.
    static PackagedServer start(Path home, Path folder, String javaOptions) throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), whereIs(tool));
        }
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(
                                home.resolve("bin/supie").toString(),
                                "serve",
                                "--set",
                                "server.ip=127.0.0.1",
                                "--set",
                                "server.port=0",
                                "--set",
                                "server.http_port=0")
                        .directory(folder.toFile())
                        .redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", tools.toString());
        environment.put("SUPIE_JAVA_OPTS", javaOptions);
        return new PackagedServer(builder.start(), errors);
    }

    private static Path whereIs(String tool) {
        return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Matcher readyLine() {
        try {
            Matcher line = READY.matcher(String.valueOf(process.inputReader().readLine()));
            if (line.matches()) {
                return line;
            }
            throw new AssertionError("not ready: " + Files.readString(errors));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Matcher whenReady() {
        return ready.copy().orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    String deviceUrl() {
        return whenReady().group(1);
    }

    String httpUrl() {
        return whenReady().group(2);
    }

    /// Tells it to end, by SIGTERM; its exit status.
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
