package dev.supie.adapter.out.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that only the server's own user may read (mode 0600, where the file system knows modes).
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFile() {}

    /// Puts the text there, in UTF-8, in place of what was there. It is in its place as a whole or
    /// not at all, whenever the process is killed. A folder that is missing is made too.
    public static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, file.getFileName() + ".", "", mode(folder));
        try {
            fill(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Whether nobody else may read or change it.
    static boolean isPrivate(Path file) throws IOException {
        return !knowsModes(file) || OWN.containsAll(Files.getPosixFilePermissions(file));
    }

    private static void fill(Path draft, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // Approvals, for one, are worth nothing if the key of their tokens is gone after a
            // power loss.
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] mode(Path folder) throws IOException {
        return knowsModes(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsModes(Path place) throws IOException {
        return Files.getFileStore(place).supportsFileAttributeView("posix");
    }
}
