package dev.supie.adapter.out.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What only the user that made it may open, where the file system knows modes.
public final class OwnFiles {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private OwnFiles() {}

    /// Makes a file of mode 0600 that must not be there yet.
    public static void make(Path file) throws IOException {
        Files.createFile(file, fileAttributes(file));
    }

    /// Makes a folder of mode 0700 that must not be there yet.
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, attributes(folder, FOLDER));
    }

    /// What makes a new file one of mode 0600.
    static FileAttribute<?>[] fileAttributes(Path file) throws IOException {
        return attributes(file, FILE);
    }

    /// Returns once a loss of power takes nothing of it away.
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// The folder that it will be in tells what its file system knows.
    private static FileAttribute<?>[] attributes(Path path, String mode) throws IOException {
        Path place = path.toAbsolutePath().resolveSibling("");
        return Files.getFileStore(place).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }
}
