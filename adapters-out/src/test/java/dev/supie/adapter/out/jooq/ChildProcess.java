package dev.supie.adapter.out.jooq;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A second Java process with our class path, which can be killed without any warning.
final class ChildProcess implements AutoCloseable {

    private static final int END_SECONDS_MAX = 30;

    private final Process process;
    private final BufferedReader output;

    ChildProcess(Class<?> main, Path folder) throws IOException {
        process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        main.getName(),
                                        folder.toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        output = process.inputReader();
    }

    long pid() {
        return process.pid();
    }

    /// Waits for the next line of its output.
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the process ended without a word");
        }
        return line;
    }

    /// SIGKILL: no hook, no finally, nothing is flushed. Gives the lines it had still written.
    List<String> kill() {
        close();
        return output.lines().toList();
    }

    @Override
    public void close() {
        // Through the handle: the process's own method would close its output before it is read.
        process.toHandle().destroyForcibly();
        process.onExit().orTimeout(END_SECONDS_MAX, TimeUnit.SECONDS).join();
    }
}
