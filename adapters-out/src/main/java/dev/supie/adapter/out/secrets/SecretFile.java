package dev.supie.adapter.out.secrets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A secret that the server makes for itself: one line in a file that only its own user may read
/// (mode 0600, where the file system knows modes).
public final class SecretFile {

    /// 256 bits cannot be guessed.
    static final int RANDOM_BYTES = 32;

    /// A larger file is no secret but a mistake.
    static final int FILE_BYTES_MAX = 4096;

    /// A shorter one was cut off or made up by hand.
    static final int CHARS_MIN = 16;

    private static final Logger LOG = System.getLogger(SecretFile.class.getName());

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretFile() {}

    /// Reads the secret, after making it if there is none yet. It is in its place as a whole or not
    /// at all, whenever the process is killed. A folder that is missing is made too.
    ///
    /// @param random must not be guessable
    public static String readOrMake(Path file, RandomGenerator random) throws SecretFileException {
        try {
            return read(file);
        } catch (NoSuchFileException _) {
            try {
                make(file, random);
                return read(file);
            } catch (IOException e) {
                throw unusable(file, "it cannot be written", e);
            }
        } catch (IOException e) {
            throw unusable(file, "it cannot be read", e);
        }
    }

    private static String read(Path file) throws IOException, SecretFileException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw unusable(file, "it is larger than " + FILE_BYTES_MAX + " bytes", null);
        }
        String secret = Files.readString(file).strip();
        if (secret.length() < CHARS_MIN || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw unusable(
                    file,
                    "it must hold one word of at least " + CHARS_MIN + " printable characters",
                    null);
        }
        warnIfOthersMayRead(file);
        return secret;
    }

    private static void make(Path file, RandomGenerator random) throws IOException {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String line = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, file.getFileName() + ".", "", mode(folder));
        try {
            write(draft, line);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path draft, String line) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // Approvals are worth nothing if the key of their tokens is gone after a power loss.
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] mode(Path folder) throws IOException {
        return knowsModes(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
                : new FileAttribute<?>[0];
    }

    private static void warnIfOthersMayRead(Path file) throws IOException {
        if (knowsModes(file) && !OWN.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.log(Level.WARNING, "others may read or change {0}; run chmod 600 on it", file);
        }
    }

    private static boolean knowsModes(Path place) throws IOException {
        return Files.getFileStore(place).supportsFileAttributeView("posix");
    }

    private static SecretFileException unusable(Path file, String why, @Nullable Throwable cause) {
        return new SecretFileException(
                "the secret in " + file + " cannot be used: " + why + "; correct or remove it",
                cause);
    }
}
