package dev.supie.adapter.out.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// Makes a data folder out of a backup, as a whole or not at all: it is unpacked, checked and made
/// ready in a folder beside, which then gets the name. Only a kill can leave that one behind.
public final class FolderRestore {

    /// As much as must be free for a server to write at all (ADR 0028), and a little more.
    static final long ROOM_BYTES = 32L * 1024 * 1024;

    private FolderRestore() {}

    /// What is still to be done to a folder before anybody may use it.
    @FunctionalInterface
    public interface Finishing<E extends Exception> {

        void finish(Path folder) throws E;
    }

    /// @param target not there yet, or empty
    /// @throws BackupUnusableException if the file is not whole, or `target` has something in it
    /// @throws IOException if files cannot be read or written
    /// @throws E what `finishing` throws
    public static <E extends Exception> void restore(
            BackupFile backup, Path target, Finishing<E> finishing)
            throws BackupUnusableException, IOException, E {
        Path folder = target.toAbsolutePath().normalize();
        refuseContent(folder);
        Path parent = folder.getParent();
        if (parent == null) {
            throw new BackupUnusableException(folder + " is no place for a data folder");
        }
        Files.createDirectories(parent);
        refuseWithoutRoom(parent, backup.bytes());
        Path draft =
                Files.createTempDirectory(
                        parent,
                        "." + folder.getFileName() + ".restoring-",
                        OwnFiles.attributes(parent, OwnFiles.FOLDER));
        try {
            backup.unpackTo(draft);
            finishing.finish(draft);
            // Replaces an empty folder, and no other.
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(draft);
        }
    }

    private static void refuseContent(Path folder) throws BackupUnusableException, IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new BackupUnusableException(folder + " is a file; name another data folder");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new BackupUnusableException(
                        folder
                                + " is not empty, and nothing is ever overwritten; move it away, or"
                                + " name another data folder");
            }
        }
    }

    private static void refuseWithoutRoom(Path parent, long bytes)
            throws BackupUnusableException, IOException {
        long usable = Files.getFileStore(parent).getUsableSpace();
        if (usable - ROOM_BYTES < bytes) {
            throw new BackupUnusableException(
                    "not enough room in "
                            + parent
                            + ": the backup holds "
                            + bytes
                            + " bytes, "
                            + usable
                            + " are free");
        }
    }

    /// Nothing in it is a folder. It is gone if it has got its name.
    private static void remove(Path draft) throws IOException {
        if (Files.exists(draft)) {
            try (Stream<Path> content = Files.list(draft)) {
                for (Path each : content.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(draft);
        }
    }
}
