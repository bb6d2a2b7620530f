package dev.supie.bootstrap.endtoend;

import dev.supie.bootstrap.Main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `supie` as a process of its own, as an operator starts and ends it.
final class SupieProcess implements AutoCloseable {

    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final Duration END_MAX = Duration.ofSeconds(60);
    private static final Pattern READY =
            Pattern.compile("ready device=(\\S+) http=(\\S+) console=\\S+");
    private static final int INTERRUPT = 2;

    private final Process process;
    private final List<String> out = Collections.synchronizedList(new ArrayList<>());
    private final List<String> err = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Matcher> ready = new CompletableFuture<>();
    private final List<Thread> readers;

    private SupieProcess(Process process) {
        this.process = process;
        this.readers =
                List.of(
                        Thread.startVirtualThread(this::readOut),
                        Thread.startVirtualThread(this::readErr));
    }

    /// Runs `supie` with these arguments.
    static SupieProcess run(String... arguments) throws IOException {
        return run(List.of(), List.of(arguments));
    }

    /// The same on a JVM with options of its own.
    static SupieProcess run(List<String> jvmOptions, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // What starts soonest; nobody measures speed here.
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-XX:+UseSerialGC"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return new SupieProcess(new ProcessBuilder(command).start());
    }

    /// Runs `supie serve` on free ports of the loopback.
    static SupieProcess serve(Path folder, String... more) throws IOException {
        return serveOn(List.of(), folder, more);
    }

    /// The same on a JVM with options of its own.
    static SupieProcess serveOn(List<String> jvmOptions, Path folder, String... more)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "serve",
                                "--data",
                                folder.toString(),
                                "--set",
                                "server.ip=127.0.0.1",
                                "--set",
                                "server.port=0",
                                "--set",
                                "server.http_port=0",
                                "--set",
                                "meeting.api_rate_limit=1000",
                                "--set",
                                "server.stats_to_all=false"));
        arguments.addAll(List.of(more));
        return run(jvmOptions, arguments);
    }

    private void readOut() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (out) {
                    out.add(line);
                    out.notifyAll();
                }
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    ready.complete(matcher);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            ready.completeExceptionally(new IllegalStateException("ended without a ready line"));
        }
    }

    private void readErr() {
        try (BufferedReader lines = process.errorReader()) {
            lines.lines().forEach(err::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Waits for the ready line.
    SupieProcess whenReady() {
        ready.copy().orTimeout(READY_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
        return this;
    }

    /// Waits for a line of its output with these words.
    void whenSaid(String words) throws InterruptedException {
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        synchronized (out) {
            while (out.stream().noneMatch(line -> line.contains(words))) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("never said: " + words + " in " + out + err);
                }
                TimeUnit.NANOSECONDS.timedWait(out, left);
            }
        }
    }

    String deviceUrl() {
        return whenReady().ready.join().group(1);
    }

    String httpUrl() {
        return whenReady().ready.join().group(2);
    }

    long pid() {
        return process.pid();
    }

    /// SIGTERM.
    void terminate() {
        // Through the handle: the process's own method would close its output before it is read.
        process.toHandle().destroy();
    }

    /// SIGINT, as Ctrl-C sends it.
    void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(pid())).start();
        kill.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS);
    }

    /// Whoever starts this test in the background of a shell makes all its children deaf to SIGINT,
    /// and Java respects that.
    boolean ignoresInterrupt() throws IOException {
        Path status = Path.of("/proc", Long.toString(pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(ignored -> (ignored >> (INTERRUPT - 1) & 1) == 1);
    }

    /// SIGKILL: no hook, no finally, nothing is flushed.
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /// Waits for the end and for all that was still written; the exit status.
    int exit() throws InterruptedException {
        if (!process.waitFor(END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + END_MAX + ": " + out + err);
        }
        for (Thread reader : readers) {
            reader.join(END_MAX);
        }
        return process.exitValue();
    }

    List<String> out() {
        return List.copyOf(out);
    }

    List<String> err() {
        return List.copyOf(err);
    }

    @Override
    public void close() {
        kill();
        process.onExit().orTimeout(END_MAX.toSeconds(), TimeUnit.SECONDS).join();
    }
}
