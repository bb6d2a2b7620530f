import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server in a process of its own, and what that process uses.
final class ServerProcess implements AutoCloseable {

    private static final int STOP_SECONDS_MAX = 30;

    private final Process process;
    private final URI url;
    private final URI http;
    private final Path jdk;

    private ServerProcess(Process process, URI url, URI http, Path jdk) {
        this.process = process;
        this.url = url;
        this.http = http;
        this.jdk = jdk;
    }

    /// Starts it and waits for its ready line.
    static ServerProcess start(
            List<String> command, Map<String, String> environment, Path jdk, Path scratch)
            throws IOException {
        Path log = Files.createTempFile(scratch, "server", ".log");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.directory(scratch.toFile()).redirectError(log.toFile());
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith("ready device=")) {
            process.destroyForcibly();
            throw new IllegalStateException("not ready: " + command + "\n" + Files.readString(log));
        }
        String url = line.substring("ready device=".length(), line.indexOf(" http="));
        String http = line.substring(line.indexOf(" http=") + " http=".length()).split(" ")[0];
        return new ServerProcess(process, URI.create(url), URI.create(http), jdk);
    }

    URI url() {
        return url;
    }

    /// Where health and metrics are.
    URI http() {
        return http;
    }

    /// Of all threads since the start, to 10 ms.
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /// What is reachable on the heap, after a collection of all of it.
    long liveBytes() throws IOException {
        // The first clears what only soft, weak and dying objects held.
        histogramBytes();
        return histogramBytes();
    }

    private long histogramBytes() throws IOException {
        Process tool =
                new ProcessBuilder(
                                jdk.resolve("jcmd").toString(),
                                Long.toString(process.pid()),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        try (Stream<String> lines = tool.inputReader().lines()) {
            return lines.filter(line -> line.startsWith("Total "))
                    .map(line -> line.trim().split("\\s+")[2])
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no histogram of " + process.pid()));
        }
    }

    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("no memory of " + process.pid()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
