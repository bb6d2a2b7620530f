package dev.supie.adapter.out.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class SecretFileTest {

    private static final RandomGenerator RANDOM = new SecureRandom();

    @TempDir private Path folder = Path.of("");

    private String secret(String name) throws SecretFileException {
        return SecretFile.readOrMake(folder.resolve(name), RANDOM);
    }

    @Test
    void isMadeOnceAndReadFromThenOn() throws SecretFileException, IOException {
        String made = secret("below/token");

        assertTrue(made.matches("[A-Za-z0-9_-]{43}"));
        assertEquals(made, secret("below/token"));
        assertNotEquals(made, secret("other"));
        try (Stream<Path> files = Files.list(folder.resolve("below"))) {
            assertEquals(List.of(folder.resolve("below/token")), files.toList());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no modes")
    void nobodyElseMayReadIt() throws SecretFileException, IOException {
        secret("token");

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("token"))));
    }

    @Test
    void oneOfTheOperatorsOwnIsTaken() throws SecretFileException, IOException {
        Files.writeString(folder.resolve("token"), "  0123456789abcdef\n");

        assertEquals("0123456789abcdef", secret("token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "short", "two words but long enough", "0123456789abcdé"})
    void whatIsNoSecretIsRefusedWithoutQuotingIt(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), content);

        var failure = assertThrows(SecretFileException.class, () -> secret("token"));

        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(file.toString()), message);
        assertFalse(!content.isBlank() && message.contains(content.strip()), message);
        assertEquals(content, Files.readString(file));
    }

    @Test
    void aLargeFileIsNoSecret() throws IOException {
        Files.writeString(folder.resolve("token"), "x".repeat(SecretFile.FILE_BYTES_MAX + 1));

        assertThrows(SecretFileException.class, () -> secret("token"));
    }

    @Test
    void aFolderInItsPlaceIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("token"));

        assertThrows(SecretFileException.class, () -> secret("token"));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertThrows(SecretFileException.class, () -> secret("file/token"));
    }
}
