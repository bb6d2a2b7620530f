package dev.supie.adapter.out.backup;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a data folder out of a backup, as a whole or not at all: it is unpacked, checked and made
/// ready in a draft within the folder, put in place from there, and the draft taken away last. Only
/// a kill can leave it behind, and where it is nobody may start ([#obstacle]).
///
/// Within, and not beside, because data folders are often mounts, or what is above them belongs to
/// somebody else.
public final class FolderRestore {

    /// As much as must be free for a server to write at all (ADR 0028), and a little more.
    static final long ROOM_BYTES = 32L * 1024 * 1024;

    static final String DRAFT = ".restoring";

    /// Stands in every fresh ext4 file system, and a data folder may be the root of one.
    private static final String OF_THE_FILE_SYSTEM = "lost+found";

    private final Path folder;
    private final Path draft;

    private FolderRestore(Path folder) {
        this.folder = folder;
        this.draft = folder.resolve(DRAFT);
    }

    /// What is still to be done to a folder before anybody may use it.
    @FunctionalInterface
    public interface Finishing<E extends Exception> {

        void finish(Path folder) throws E;
    }

    /// Why this folder is no data folder yet, for people: somebody restores into it, or was killed
    /// while doing so. Empty if there is nothing of the kind.
    public static Optional<String> obstacle(Path folder) {
        return Files.exists(folder.resolve(DRAFT))
                ? Optional.of(
                        "restoring into "
                                + folder
                                + " is under way, or was broken off; if nobody is at it, take away"
                                + " all that is in the folder, and restore again")
                : Optional.empty();
    }

    /// @param target not there yet, or empty but for `lost+found`
    /// @throws BackupUnusableException if the file is not whole, or `target` has something in it
    /// @throws IOException if files cannot be read or written
    /// @throws E what `finishing` throws
    public static <E extends Exception> void restore(
            BackupFile backup, Path target, Finishing<E> finishing)
            throws BackupUnusableException, IOException, E {
        Path folder = target.toAbsolutePath().normalize();
        boolean made = isMade(folder);
        boolean done = false;
        try {
            new FolderRestore(folder).fill(backup, finishing);
            done = true;
        } finally {
            if (made && !done) {
                removeEmpty(folder);
            }
        }
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException _) {
            // Somebody else has put something there meanwhile, which is the reason that is told.
        }
    }

    /// Whether it was not there; now it is.
    private static boolean isMade(Path folder) throws BackupUnusableException, IOException {
        if (Files.exists(folder)) {
            refuseContent(folder);
            return false;
        }
        Path parent = folder.getParent();
        if (parent == null) {
            throw new BackupUnusableException(folder + " is no place for a data folder");
        }
        Files.createDirectories(parent);
        OwnFiles.makeFolder(folder);
        return true;
    }

    private static void refuseContent(Path folder) throws BackupUnusableException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new BackupUnusableException(folder + " is a file; name another data folder");
        }
        Optional<String> obstacle = obstacle(folder);
        if (obstacle.isPresent()) {
            throw new BackupUnusableException(obstacle.get());
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (!content.allMatch(FolderRestore::isOfTheFileSystem)) {
                throw new BackupUnusableException(
                        folder
                                + " is not empty, and nothing is ever overwritten; move it away, or"
                                + " name another data folder");
            }
        }
    }

    private static boolean isOfTheFileSystem(Path path) {
        return path.endsWith(OF_THE_FILE_SYSTEM)
                && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private <E extends Exception> void fill(BackupFile backup, Finishing<E> finishing)
            throws BackupUnusableException, IOException, E {
        refuseWithoutRoom(backup.bytes());
        OwnFiles.makeFolder(draft);
        try {
            backup.unpackTo(draft);
            finishing.finish(draft);
            putInPlace();
        } finally {
            removeDraft();
        }
    }

    private void refuseWithoutRoom(long bytes) throws BackupUnusableException, IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable - ROOM_BYTES < bytes) {
            throw new BackupUnusableException(
                    "not enough room in "
                            + folder
                            + ": the backup holds "
                            + bytes
                            + " bytes, "
                            + usable
                            + " are free");
        }
    }

    /// All of them, or none. Where somebody else has put a file meanwhile, that one stays.
    private void putInPlace() throws IOException {
        List<Path> placed = new ArrayList<>();
        boolean done = false;
        try {
            for (String name : Contents.FILES) {
                Path file = draft.resolve(name);
                if (Files.exists(file)) {
                    OwnFiles.force(file);
                    placed.add(Files.move(file, folder.resolve(name)));
                }
            }
            done = true;
        } finally {
            if (!done) {
                for (Path each : placed) {
                    Files.delete(each);
                }
            }
        }
    }

    /// Nothing in it is a folder.
    private void removeDraft() throws IOException {
        try (Stream<Path> content = Files.list(draft)) {
            for (Path each : content.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(draft);
    }
}
