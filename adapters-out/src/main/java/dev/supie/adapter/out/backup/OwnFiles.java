package dev.supie.adapter.out.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What only the user that made it may open, where the file system knows modes.
public final class OwnFiles {

    /// 0600.
    static final String FILE = "rw-------";

    /// 0700.
    static final String FOLDER = "rwx------";

    private OwnFiles() {}

    /// Makes a file of mode 0600 that must not be there yet.
    public static void make(Path file) throws IOException {
        Files.createFile(file, attributes(file.toAbsolutePath().resolveSibling(""), FILE));
    }

    /// @param place an existing folder of the same file system
    static FileAttribute<?>[] attributes(Path place, String mode) throws IOException {
        return Files.getFileStore(place).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }
}
