package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.speech.model.ModelFile;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.application.speech.port.UplinkFormat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How many words are wrong after the whole way of recorded human voices: encoded as a badge does,
/// decoded, cut at silence, recognized. Without the models or the recordings it fails.
class SpeechAccuracyTest {

    private static final int PROMPTS = 40;
    private static final double USUAL_MAX = 0.06;
    private static final double SMALL_MAX = 0.09;
    private static final Duration PACKET = UplinkFormat.USUAL.packet();

    @Test
    void theUsualModelHasAtMostSixWordsInAHundredWrong() throws Exception {
        assertRate(TestSpeech.speech().recognizer(), "usual", USUAL_MAX);
    }

    @Test
    void theSmallModelHasAtMostNineWordsInAHundredWrong() throws Exception {
        TestSpeech.folder().verify();
        InstantSource time = InstantSource.system();
        SpeechCounters counters = new SpeechCounters();
        try (Moonshine small = small();
                SileroModel voice = SileroModel.load();
                SystemAlarms alarms = new SystemAlarms(time);
                RecognitionPool pool =
                        new RecognitionPool(1, () -> new SpeechModels(small, small), counters)) {
            Recognizer recognizer =
                    new EmbeddedRecognizer(
                            Availability.Ready::new,
                            () -> Optional.of(voice),
                            pool,
                            counters,
                            alarms,
                            time);
            assertRate(recognizer, "small", SMALL_MAX);
        }
    }

    private static Moonshine small() {
        return Moonshine.load(
                MoonshineSize.TINY,
                TestSpeech.folder().path(ModelFile.TINY_ENCODER),
                TestSpeech.folder().path(ModelFile.TINY_DECODER),
                TokenTable.load());
    }

    private static void assertRate(Recognizer recognizer, String model, double max)
            throws IOException, InterruptedException {
        List<Recording> recordings = new ArrayList<>(Voices.own());
        recordings.addAll(Voices.prompts(PROMPTS));
        WordErrors errors = new WordErrors();
        StringBuilder wrong = new StringBuilder();
        for (Recording recording : recordings) {
            List<byte[]> packets = BadgeMicrophone.packets(recording.samples(), PACKET);
            String text = Heard.through(recognizer, packets).text();
            if (errors.add(recording.text(), text) > 0) {
                wrong.append("%n  %s: %s".formatted(recording.name(), text));
            }
        }
        String result =
                "%s model: %.1f %% of %d words in %d recordings wrong"
                        .formatted(model, 100 * errors.rate(), errors.words(), recordings.size());
        System.out.println(result);
        assertTrue(errors.rate() <= max, result + wrong);
    }
}
