package dev.supie.adapter.out.secrets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
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
        PrivateFile.write(
                file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
    }

    private static void warnIfOthersMayRead(Path file) throws IOException {
        if (!PrivateFile.isPrivate(file)) {
            LOG.log(Level.WARNING, "others may read or change {0}; run chmod 600 on it", file);
        }
    }

    private static SecretFileException unusable(Path file, String why, @Nullable Throwable cause) {
        return new SecretFileException(
                "the secret in " + file + " cannot be used: " + why + "; correct or remove it",
                cause);
    }
}
