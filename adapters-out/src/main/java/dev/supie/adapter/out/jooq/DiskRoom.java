package dev.supie.adapter.out.jooq;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// How much room the disk of a folder has left. Writes end while there is still a little of it,
/// because H2 closes itself when a write fails half-way, and then nothing can be read either (ADR
/// 0028).
///
/// Asking costs one call of the operating system. Safe for use by many threads.
final class DiskRoom {

    private static final Logger LOG = System.getLogger(DiskRoom.class.getName());

    /// Several hundred commits with full notes: more than can be under way when it is noticed.
    static final long RESERVE = 16L * 1024 * 1024;

    /// So much more must be free before writes begin again, so that it does not go on and off.
    static final long MARGIN = 4L * 1024 * 1024;

    private static final long MEBIBYTE = 1024L * 1024;

    private final Measured disk;
    private final Path folder;
    private final AtomicBoolean full = new AtomicBoolean();

    /// Bytes that a process may still write.
    @FunctionalInterface
    interface Measured {

        long usable() throws IOException;
    }

    DiskRoom(Measured disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /// @throws IOException if there is no such folder
    static DiskRoom of(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        return new DiskRoom(disk::getUsableSpace, folder);
    }

    /// Why so much must not be written at once, for people; empty if it may.
    Optional<String> shortageFor(long bytes) {
        try {
            long usable = disk.usable();
            return usable - RESERVE >= bytes
                    ? Optional.empty()
                    : Optional.of(
                            "not enough room: "
                                    + (bytes + RESERVE) / MEBIBYTE
                                    + " MiB are needed for "
                                    + folder
                                    + ", "
                                    + usable / MEBIBYTE
                                    + " MiB are free");
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the disk does not say how full it is", e);
            return Optional.empty();
        }
    }

    /// Why nothing may be written now, for people; empty if it may. A disk that does not say how
    /// full it is counts as one with room.
    Optional<String> shortage() {
        long usable;
        try {
            usable = disk.usable();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the disk does not say how full it is", e);
            return Optional.empty();
        }
        long needed = full.get() ? RESERVE + MARGIN : RESERVE;
        if (usable >= needed) {
            if (full.compareAndSet(true, false)) {
                LOG.log(Level.INFO, "the disk of {0} has room again: writing goes on", folder);
            }
            return Optional.empty();
        }
        String why = "the disk is full: " + usable / MEBIBYTE + " MiB are left for " + folder;
        if (full.compareAndSet(false, true)) {
            LOG.log(
                    Level.ERROR,
                    "{0}; nothing is stored until {1} MiB are free",
                    why,
                    (RESERVE + MARGIN) / MEBIBYTE);
        }
        return Optional.of(why);
    }
}
