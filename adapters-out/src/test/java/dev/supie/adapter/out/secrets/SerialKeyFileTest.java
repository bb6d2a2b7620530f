package dev.supie.adapter.out.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.application.enrolment.port.SerialKeys.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// T07: what a signature of a badge is worth.
class SerialKeyFileTest {

    /// Computed with another program (openssl): HMAC-SHA256 of `challenge` under 32 bytes of 0x0b.
    private static final String KEY = "0b".repeat(32);

    private static final String HMAC =
            "fbf7e9c078d8218d30c5079b73cf16a1642d23bd64a9b5ec439ee2d35615ce47";

    @TempDir private Path folder = Path.of("");

    private Verdict verify(String serial, String hmac) {
        return new SerialKeyFile(folder.resolve("keys")).verify(serial, "challenge", hmac);
    }

    private void keys(String text) throws IOException {
        Files.writeString(folder.resolve("keys"), text);
    }

    @Test
    void withoutAFileNoKeyIsKnown() {
        assertEquals(Verdict.KEY_UNKNOWN, verify("SN1", HMAC));
    }

    @Test
    void theRightSignatureIsGenuine() throws IOException {
        keys("# our badges\n\nSN0 " + "aa".repeat(32) + "\nSN1\t" + KEY + "  # the first\n");

        assertEquals(Verdict.GENUINE, verify("SN1", HMAC));
        assertEquals(Verdict.GENUINE, verify("SN1", HMAC.toUpperCase(Locale.ROOT)));
        assertEquals(Verdict.FORGED, verify("SN0", HMAC));
        assertEquals(Verdict.KEY_UNKNOWN, verify("SN2", HMAC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "zz",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void anyOtherSignatureIsForged(String hmac) throws IOException {
        keys("SN1 " + KEY);

        assertEquals(Verdict.FORGED, verify("SN1", hmac));
    }

    @Test
    void wrongLinesAreLeftOutAndTheOthersCount() throws IOException {
        keys("SN0\nSN2 abc\nSN3 xyz xyz\nSN1 " + KEY + "\n");

        assertEquals(Verdict.GENUINE, verify("SN1", HMAC));
        assertEquals(Verdict.KEY_UNKNOWN, verify("SN0", HMAC));
        assertEquals(Verdict.KEY_UNKNOWN, verify("SN2", HMAC));
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        var file = new SerialKeyFile(folder.resolve("keys"));
        assertEquals(Verdict.KEY_UNKNOWN, file.verify("SN1", "challenge", HMAC));
        keys("SN1 " + KEY);
        assertEquals(Verdict.GENUINE, file.verify("SN1", "challenge", HMAC));
        keys("# nobody");
        assertEquals(Verdict.KEY_UNKNOWN, file.verify("SN1", "challenge", HMAC));
        Files.delete(folder.resolve("keys"));
        assertEquals(Verdict.KEY_UNKNOWN, file.verify("SN1", "challenge", HMAC));
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        keys("SN1 " + KEY + "\n" + "#".repeat(SerialKeyFile.FILE_BYTES_MAX));

        assertEquals(Verdict.KEY_UNKNOWN, verify("SN1", HMAC));
    }
}
