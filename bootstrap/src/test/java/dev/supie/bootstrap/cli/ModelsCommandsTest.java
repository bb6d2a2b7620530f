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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `supie models …` and `supie transcribe`, without models and with those that the build fetched.
class ModelsCommandsTest {

    private static final String FETCHED = System.getProperty("supie.models", "");
    private static final Path VOICES = Path.of("../adapters-out/src/test/resources/voices");

    private static final int WAV_HEADER_BYTES = 44;

    @TempDir private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new SupieCommandLine(
                        (_, _, _) -> 7,
                        (_, _, _) -> 5,
                        (_, _, _, _) -> 6,
                        (_, _, _, _) -> 4,
                        (_, _, _, _) -> 3,
                        (_, _, _, _) -> 2,
                        new Machine(Map.of(), folder, 2))
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void checkingAnEmptyFolderSaysWhatToRun() {
        assertEquals(1, run("models", "check"));
        String place = folder.resolve("models").toAbsolutePath().toString();
        assertTrue(err.toString().contains("run supie models fetch --dir " + place), err::toString);
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
    void theRecordingsOfTheDemoAreTranscribedAsWell() {
        String file = Path.of("../demo/voices/president-2.ogg").toAbsolutePath().toString();
        assertEquals(0, run("transcribe", "--dir", FETCHED, file), err::toString);
        assertTrue(
                out.toString()
                        .toLowerCase(Locale.ROOT)
                        .contains("what you can do for your country"),
                out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void aRecordingWithoutWordsSaysSo() throws IOException {
        byte[] wav = Files.readAllBytes(VOICES.resolve("austen-0880.wav"));
        Arrays.fill(wav, WAV_HEADER_BYTES, wav.length, (byte) 0);
        Path silence = Files.write(folder.resolve("silence.wav"), wav);
        assertEquals(0, run("transcribe", "--dir", FETCHED, silence.toString()));
        assertTrue(err.toString().contains("silence.wav: nobody says anything"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aFileThatIsNoRecordingIsNamedAndTheOthersAreStillTranscribed() throws IOException {
        Path noise = Files.writeString(folder.resolve("notes.wav"), "no sound");
        String good = VOICES.resolve("austen-0930.wav").toAbsolutePath().toString();
        assertEquals(1, run("transcribe", "--dir", FETCHED, noise.toString(), good));
        assertTrue(err.toString().contains("notes.wav: neither a WAV file nor"), err::toString);
        assertTrue(out.toString().contains("amiable himself"), out::toString);
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        assertEquals(1, run("transcribe", "--dir", FETCHED, "nowhere.wav", folder.toString()));
        assertTrue(err.toString().contains("nowhere.wav: there is no such file"), err::toString);
        assertTrue(err.toString().contains(folder + ": that is a folder"), err::toString);
    }

    @Test
    void withoutModelsNothingIsTranscribed() {
        assertEquals(1, run("transcribe", "any.wav"));
        assertTrue(err.toString().contains("supie models fetch"), err::toString);
    }

    @Test
    void theBarFillsUp() {
        assertTrue(ProgressBar.line("x", 0, 4_000_000).startsWith("[......"));
        assertTrue(ProgressBar.line("x", 2_000_000, 4_000_000).contains("]  50 % of 4 MB  x"));
        assertTrue(ProgressBar.line("x", 4_000_000, 4_000_000).contains("#] 100 %"));
        assertTrue(ProgressBar.line("x".repeat(100), 1, 999_999_999).length() <= 80);
    }

    @Test
    void atATerminalTheBarIsDrawnAnewAndTakenAway() {
        ProgressBar bar = new ProgressBar(new PrintWriter(err), true);
        bar.at("npm pack", 1_000_000, 4_000_000);
        bar.at("npm pack", 1_000_001, 4_000_000);
        bar.at("npm pack", 2_000_000, 4_000_000);
        bar.end();

        String erase = "\r\u001b[K";
        assertEquals(
                erase
                        + "[#####...............]  25 % of 4 MB  npm pack"
                        + erase
                        + "[##########..........]  50 % of 4 MB  npm pack"
                        + erase,
                err.toString());
    }

    @Test
    void elsewhereEachThingHasALine() {
        ProgressBar bar = new ProgressBar(new PrintWriter(err), false);
        bar.at("npm pack", 1_000_000, 4_000_000);
        bar.at("npm pack", 4_000_000, 4_000_000);
        bar.at("unpack it", 0, 2_000_000);
        bar.end();

        assertEquals(List.of("npm pack, 4 MB", "unpack it, 2 MB"), err.toString().lines().toList());
    }
}
