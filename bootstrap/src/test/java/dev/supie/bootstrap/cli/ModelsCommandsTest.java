package dev.supie.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// `supie models …` and `supie transcribe`, without models and with those that the build fetched.
class ModelsCommandsTest {

    private static final String FETCHED = System.getProperty("supie.models", "");
    private static final Path VOICES = Path.of("../adapters-out/src/test/resources/voices");

    @TempDir private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new SupieCommandLine(
                        (_, _, _) -> 7,
                        (_, _) -> 5,
                        (_, _, _, _) -> 6,
                        new Machine(Map.of(), folder, 2))
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void checkingAnEmptyFolderSaysWhatToRun() {
        assertEquals(1, run("models", "check"));
        String place = folder.resolve("models").toAbsolutePath().toString();
        assertTrue(
                err.toString().contains("run ./supie models fetch --dir " + place), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void theConfigurationSaysWhichFolder() {
        assertEquals(1, run("models", "check", "--set", "asr.models_dir=elsewhere"));
        assertTrue(err.toString().contains(folder.resolve("elsewhere").toString()), err::toString);
    }

    @Test
    void whatTheBuildFetchedIsRightAndNeedsNoNetwork() {
        assertEquals(0, run("models", "check", "--dir", FETCHED), err::toString);
        assertEquals(
                0, run("models", "fetch", "--dir", FETCHED, "--from", "/nowhere"), err::toString);
        assertTrue(out.toString().endsWith(": ok" + System.lineSeparator()), out::toString);
    }

    @Test
    void aFetchThatFailsSaysWhatToCopyWhere() {
        assertEquals(1, run("models", "fetch", "--dir", "here", "--from", "nothing"));
        String said = err.toString();
        assertTrue(said.contains("npm pack @usefulsensors/moonshine-js@0.1.16"), said);
        assertTrue(said.contains("copy usefulsensors-moonshine-js-0.1.16.tgz"), said);
        assertTrue(said.contains("--dir " + folder.resolve("here")), said);
    }

    @Test
    void aRecordingIsTranscribed() {
        String file = VOICES.resolve("austen-0880.wav").toAbsolutePath().toString();
        assertEquals(0, run("transcribe", "--dir", FETCHED, file), err::toString);
        assertTrue(out.toString().startsWith("00:00:00  He was not an ill-"), out::toString);
    }

    @Test
    void aFileThatIsNoRecordingIsNamedAndTheOthersAreStillTranscribed() throws IOException {
        Path noise = Files.writeString(folder.resolve("notes.wav"), "no sound");
        String good = VOICES.resolve("austen-0930.wav").toAbsolutePath().toString();
        assertEquals(1, run("transcribe", "--dir", FETCHED, noise.toString(), good));
        assertTrue(err.toString().contains("notes.wav: not a WAV file"), err::toString);
        assertTrue(out.toString().contains("amiable himself"), out::toString);
    }

    @Test
    void withoutModelsNothingIsTranscribed() {
        assertEquals(1, run("transcribe", "any.wav"));
        assertTrue(err.toString().contains("./supie models fetch"), err::toString);
    }

    @Test
    void theBarFillsUp() {
        assertTrue(ProgressBar.line("x", 0, 4_000_000).startsWith("[......"));
        assertTrue(ProgressBar.line("x", 2_000_000, 4_000_000).contains("]  50 % of 4 MB  x"));
        assertTrue(ProgressBar.line("x", 4_000_000, 4_000_000).contains("#] 100 %"));
    }
}
