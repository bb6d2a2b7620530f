import dev.supie.bootstrap.Main;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A server, and in its process as many threads as there may be handlers at a time, which write
/// long lines into its log and time each. Told by lines on standard input: `loud`, `quiet`,
/// `forget`, `report`.
///
/// A report is one line: lines written, and what one took in microseconds, as median, at 99.9 % and
/// at worst.
public final class LoudServer {

    private static final System.Logger LOG = System.getLogger("dev.supie.benchmark");
    private static final int WRITERS = 20;
    private static final int LINES_PER_SECOND = 2000;
    private static final long BEAT_NANOS =
            Duration.ofSeconds(1).toNanos() * WRITERS / LINES_PER_SECOND;

    /// Longer than LOG-1 keeps, so each is cut, which is the most work that a line can be.
    private static final String LONG = " with a long tail".repeat(180);

    private static final int TIMES_MAX = 2_000_000;

    private final AtomicLong lines = new AtomicLong();

    /// Outside the heap, which would grow by it, and then be cleared less often.
    private final LongBuffer times =
            ByteBuffer.allocateDirect(TIMES_MAX * Long.BYTES).asLongBuffer();

    private volatile boolean loud;

    /// So many lines were for the compilers, and for a log that sets itself up.
    private volatile long forgotten;

    /// Arguments: those of the server.
    public static void main(String[] arguments) {
        LoudServer server = new LoudServer();
        Thread.ofPlatform().daemon().start(server::obey);
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            Thread.ofPlatform().daemon().start(() -> server.write(writer));
        }
        Main.main(arguments);
    }

    private void obey() {
        try (BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                switch (order) {
                    case "loud" -> loud = true;
                    case "quiet" -> loud = false;
                    case "forget" -> forgotten = lines.get();
                    case "report" -> report();
                    default -> throw new IllegalArgumentException(order);
                }
            }
        } catch (IOException gone) {
            // Whoever gives orders has gone, and the server is about to be stopped.
        }
    }

    /// One line each beat. A writer that was late does not catch up: handlers do not either.
    private void write(int writer) {
        long next = System.nanoTime() + BEAT_NANOS * writer / WRITERS;
        while (true) {
            long now = System.nanoTime();
            if (now < next) {
                LockSupport.parkNanos(next - now);
                continue;
            }
            next = Math.max(next + BEAT_NANOS, now);
            if (loud) {
                long number = lines.incrementAndGet();
                long begin = System.nanoTime();
                LOG.log(System.Logger.Level.INFO, "line {0} of{1}", Long.toString(number), LONG);
                long took = System.nanoTime() - begin;
                if (number <= TIMES_MAX) {
                    times.put((int) number - 1, took);
                }
            }
        }
    }

    private void report() {
        int count = (int) Math.min(lines.get(), TIMES_MAX);
        int first = (int) Math.min(forgotten, count);
        long[] sorted = new long[count - first];
        times.get(first, sorted);
        Arrays.sort(sorted);
        System.out.printf(
                "report %d %.1f %.1f %.1f%n",
                lines.get() - forgotten,
                micros(sorted, 0.5),
                micros(sorted, 0.999),
                micros(sorted, 1));
        System.out.flush();
    }

    private static double micros(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e3;
    }
}
