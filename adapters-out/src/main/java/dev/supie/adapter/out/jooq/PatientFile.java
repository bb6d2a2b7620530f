package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A file whose writes wait while its disk is full, and go on by themselves once there is room.
///
/// H2 does not survive a write that fails: what it holds in memory is not what is in the file any
/// more, it closes itself, and threads that were reading may go round in circles for ever. So it
/// never hears of a full disk; whoever waits for the write in the meantime has limits of his own
/// ([GroupCommit]). There is no limit to the wait itself but room, or the end of the database.
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // As the file below.
final class PatientFile extends OverlaidFile {

    /// Between two tries.
    static final Duration PAUSE = Duration.ofMillis(200);

    private static final Logger LOG = System.getLogger(PatientFile.class.getName());

    /// What operating systems say when there is no room: the disk, a quota, a limit of the process.
    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "file too large", "not enough space");

    private static final AtomicInteger HELD_UP = new AtomicInteger();

    private final BooleanSupplier waiting;
    private final Consumer<PatientFile> closed;

    /// @param waiting asked before each pause whether to go on
    /// @param closed told once it is of no use any more
    PatientFile(FileChannel file, BooleanSupplier waiting, Consumer<PatientFile> closed) {
        super(file);
        this.waiting = waiting;
        this.closed = closed;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return patiently(bytes, () -> super.write(bytes, position));
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return patiently(bytes, () -> super.write(bytes));
    }

    /// One try to write.
    @FunctionalInterface
    private interface Write {

        int write() throws IOException;
    }

    private int patiently(ByteBuffer bytes, Write write) throws IOException {
        int start = bytes.position();
        try {
            return write.write();
        } catch (IOException e) {
            if (!isFull(e) || !waiting.getAsBoolean()) {
                throw e;
            }
            LOG.log(Level.ERROR, "a write waits for room: {0}", e.getMessage());
        }
        HELD_UP.incrementAndGet();
        try {
            return again(bytes, start, write);
        } finally {
            HELD_UP.decrementAndGet();
        }
    }

    private int again(ByteBuffer bytes, int start, Write write) throws IOException {
        while (true) {
            LockSupport.parkNanos(PAUSE.toNanos());
            bytes.position(start);
            try {
                int written = write.write();
                LOG.log(Level.INFO, "there is room again: the write that waited is done");
                return written;
            } catch (IOException e) {
                if (!isFull(e) || !waiting.getAsBoolean()) {
                    throw e;
                }
            }
        }
    }

    /// Writes that wait for room now, to any file.
    static int heldUp() {
        return HELD_UP.get();
    }

    static boolean isFull(IOException failure) {
        String text = String.valueOf(failure).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(text::contains);
    }

    /// Without the time of the last change, which nobody reads and which costs a journaling file
    /// system another write; the size comes with it in any case.
    @Override
    public void force(boolean metaData) throws IOException {
        super.force(false);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        closed.accept(this);
        super.implCloseChannel();
    }
}
