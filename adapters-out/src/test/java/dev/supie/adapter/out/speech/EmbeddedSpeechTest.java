package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.speech.model.ModelFile;
import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.UplinkFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class EmbeddedSpeechTest {

    private static final InstantSource TIME = InstantSource.system();

    @Test
    void withoutModelsTextIsUnavailableAndVoiceIsStillFound(@TempDir Path empty) {
        try (EmbeddedSpeech speech = speech(empty)) {
            Availability.Unavailable missing =
                    assertInstanceOf(Availability.Unavailable.class, speech.awaitLoaded());
            assertTrue(missing.reason().contains("supie models fetch"), missing::reason);
            assertInstanceOf(SpeechState.Unavailable.class, speech.state());
            assertEquals(new Availability.Ready(), speech.detectors().availability());
        }
    }

    @Test
    void aModelWithOneWrongBitIsNeverLoaded(@TempDir Path folder) throws IOException {
        for (ModelFile file : TestSpeech.folder().content().files()) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.resolveSibling("").normalize());
            Files.copy(TestSpeech.folder().path(file), target);
        }
        flipOneBit(folder.resolve(ModelFile.TINY_ENCODER.path()));
        try (EmbeddedSpeech speech = speech(folder)) {
            Availability.Unavailable wrong =
                    assertInstanceOf(Availability.Unavailable.class, speech.awaitLoaded());
            assertTrue(wrong.reason().contains("is not the file it should be"), wrong::reason);
            assertTrue(wrong.reason().contains("supie models fetch"), wrong::reason);
        }
    }

    private static void flipOneBit(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(1_000_000);
            int before = file.read();
            file.seek(1_000_000);
            file.write(before ^ 1);
        }
    }

    @Test
    void onceLoadedItIsReadyAndClosesCleanly() {
        SystemAlarms alarms = new SystemAlarms(TIME);
        EmbeddedSpeech speech = new EmbeddedSpeech(TestSpeech.folder(), 1, alarms, TIME);
        assertInstanceOf(SpeechState.Loading.class, speech.state());
        assertEquals(new Availability.Ready(), speech.awaitLoaded());
        assertInstanceOf(SpeechState.Ready.class, speech.state());
        speech.close();
        alarms.close();
    }

    /// LIS-8 to the end: the words that follow a stream of rubbish are understood.
    @Test
    void afterCorruptedPacketsTheNextUtteranceIsUnderstood() throws InterruptedException {
        Recording spoken = Voices.own("austen-0930.wav");
        Random random = new Random(5);
        List<byte[]> rubbish = new ArrayList<>();
        for (int count = 0; count < 900; count++) {
            byte[] packet = new byte[1 + random.nextInt(300)];
            random.nextBytes(packet);
            rubbish.add(packet);
        }
        Heard.through(TestSpeech.speech().recognizer(), rubbish).end();
        List<byte[]> good = BadgeMicrophone.packets(spoken.samples(), UplinkFormat.USUAL.packet());
        String text = Heard.through(TestSpeech.speech().recognizer(), good).text();
        assertEquals(WordErrors.words(spoken.text()), WordErrors.words(text));
    }

    /// On two workers: whoever ends his sentence together with 19 others is still answered.
    @Test
    void twentyBadgesThatSpeakAtOnceAllGetTheirText() throws InterruptedException {
        Recording spoken = Voices.own("austen-0930.wav");
        List<Heard> badges = new ArrayList<>();
        List<RecognitionStream> streams = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            Heard badge = new Heard();
            badges.add(badge);
            streams.add(TestSpeech.speech().recognizer().open(Heard.request(), badge));
        }
        streams.forEach(stream -> stream.push(spoken.sound()));
        streams.forEach(RecognitionStream::finish);
        for (Heard badge : badges) {
            assertEquals(WordErrors.words(spoken.text()), WordErrors.words(badge.text()));
        }
    }

    private static EmbeddedSpeech speech(Path folder) {
        return new EmbeddedSpeech(new ModelFolder(folder), 1, new SystemAlarms(TIME), TIME);
    }
}
