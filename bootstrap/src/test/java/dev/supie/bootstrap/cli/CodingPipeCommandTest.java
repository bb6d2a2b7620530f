package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `supie coding pipe`: what is refused before any command is run.
final class CodingPipeCommandTest {

    @TempDir private Path folder = Path.of("");
    private WrittenLine line = new WrittenLine(folder);

    @BeforeEach
    void open() {
        line = new WrittenLine(folder);
    }

    private void assertRefused(String message, String... options) {
        String[] words = new String[options.length + 5];
        words[0] = "coding";
        words[1] = "pipe";
        words[2] = "--badge=aa:01";
        System.arraycopy(options, 0, words, 3, options.length);
        words[options.length + 3] = "--";
        words[options.length + 4] = "no-such-command-anywhere";
        line.assertWrongUse(message, " coding pipe", words);
    }

    @Test
    void aBadgeAndACommandAreNeeded() {
        line.assertWrongUse(
                "Missing required option: '--badge=ID'",
                " coding pipe",
                "coding",
                "pipe",
                "--",
                "x");
        line.assertWrongUse(
                "Missing required parameter: 'COMMAND'",
                " coding pipe",
                "coding",
                "pipe",
                "--badge=aa:01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8003", "127.0.0.1:8004", "ws:///x", "ws://a b"})
    void onlyAListenerOfBadgesWillDo(String url) {
        assertRefused("--url must look like ws://127.0.0.1:8004/supie/v1/", "--url=" + url);
    }

    @Test
    void anIdAndANameHaveTheirForm() {
        line.assertWrongUse(
                "--badge must be the id of a badge",
                " coding pipe",
                "coding",
                "pipe",
                "--badge= ",
                "--",
                "no-such-command-anywhere");
        assertRefused("--name must be short, in lower case and without spaces", "--name=My Mac");
    }

    @Test
    void aTokenIsOneWordInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "two words\n");
        String wrong = "--token-file must be a file with one word in it: ";

        assertRefused(wrong + file, "--token-file=" + file);
        assertRefused(wrong + folder.resolve("none"), "--token-file=none");
    }

    @Test
    void whatComesAfterTheCommandIsItsOwn() {
        assertEquals(
                127,
                line.run(
                        "coding",
                        "pipe",
                        "--badge",
                        "aa:01",
                        "no-such-command-anywhere",
                        "--badge",
                        "--help"));
        assertTrue(
                line.err.toString().startsWith("supie: no-such-command-anywhere cannot be run"),
                line.err.toString());
    }
}
