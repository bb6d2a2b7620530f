import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Takes lines out of a pipe that somebody takes for a file; stalled, it takes none, and who writes
/// waits once the pipe is full.
final class StallingFile implements AutoCloseable {

    private static final long LOOK_NANOS = 1_000_000;

    private final Path pipe;
    private final AtomicLong lines = new AtomicLong();
    private final Thread reader;
    private volatile boolean flowing = true;
    private volatile boolean over;

    StallingFile(Path pipe) {
        this.pipe = pipe;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader in = Files.newBufferedReader(pipe, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            while (line != null) {
                if (line.contains("dev.supie.benchmark") || line.contains("line ")) {
                    lines.incrementAndGet();
                }
                while (!flowing && !over) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                line = in.readLine();
            }
        } catch (IOException gone) {
            // The server has ended.
        }
    }

    void flow() {
        flowing = true;
    }

    void stall() {
        flowing = false;
    }

    /// Lines that came through.
    long lines() {
        return lines.get();
    }

    @Override
    public void close() throws IOException {
        over = true;
        try {
            // The end of the server is the end of the pipe.
            reader.join(10_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
