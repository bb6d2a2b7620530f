package dev.supie.bootstrap.reload;

import dev.supie.application.runtime.Alarms;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// Notices when a file is another one than before (CFG-3), also if an editor puts a new file in its
/// place, or a container platform changes where a link leads.
///
/// It looks every [#INTERVAL], because events of the file system are told of folders, not of files,
/// and not at all on some mounts. A change counts once the file has looked the same twice, so that
/// one that is still being written is not read by half; one that could not be read is tried again
/// at the next look.
public final class FileWatch implements AutoCloseable {

    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Path file;
    private final Alarms alarms;
    private final InstantSource time;
    private final Executor background;
    private final BooleanSupplier changed;
    private Trace known;
    private Trace last;
    private volatile boolean closed;

    /// @param before what was seen of the file before it was read
    /// @param background runs the looks, one after the other, and with them `changed`
    /// @param changed reads the file; false if it could not now, and then it is asked again at the
    ///   next look
    public FileWatch(
            Path file,
            Trace before,
            Alarms alarms,
            InstantSource time,
            Executor background,
            BooleanSupplier changed) {
        this.file = file;
        this.alarms = alarms;
        this.time = time;
        this.background = background;
        this.changed = changed;
        this.known = before;
        this.last = before;
    }

    public void begin() {
        alarms.at(time.instant().plus(INTERVAL), () -> background.execute(this::look));
    }

    /// A look that is under way is the last.
    @Override
    public void close() {
        closed = true;
    }

    private void look() {
        if (closed) {
            return;
        }
        try {
            compare(Trace.of(file));
        } finally {
            begin();
        }
    }

    private void compare(Trace now) {
        boolean settled = now.equals(last);
        last = now;
        if (settled && !now.equals(known)) {
            Trace before = known;
            // Beforehand, so that a reading that breaks does not break again every second.
            known = now;
            if (!changed.getAsBoolean()) {
                known = before;
            }
        }
    }

    /// What is seen of a file without reading it.
    ///
    /// @param size -1 if there is none
    /// @param key of the file itself, whatever its name; not every system has one
    public record Trace(FileTime modified, long size, @Nullable Object key) {

        private static final Trace NOTHING = new Trace(FileTime.fromMillis(0), -1, null);

        public static Trace of(Path file) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class);
                return new Trace(
                        attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException _) {
                return NOTHING;
            }
        }
    }
}
