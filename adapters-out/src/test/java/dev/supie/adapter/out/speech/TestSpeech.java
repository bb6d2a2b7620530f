package dev.supie.adapter.out.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.adapter.out.speech.model.ModelFolder;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.speech.port.Availability;

import java.nio.file.Path;
import java.time.InstantSource;

/// The real thing, loaded once for all tests: it takes seconds and hundreds of megabytes.
final class TestSpeech {

    static final int WORKERS = 2;

    private static final InstantSource TIME = InstantSource.system();
    private static final EmbeddedSpeech SPEECH = load();

    private TestSpeech() {}

    static EmbeddedSpeech speech() {
        return SPEECH;
    }

    static ModelFolder folder() {
        return new ModelFolder(Path.of(System.getProperty("supie.models")));
    }

    private static EmbeddedSpeech load() {
        EmbeddedSpeech speech = new EmbeddedSpeech(folder(), WORKERS, new SystemAlarms(TIME), TIME);
        // Without models this fails, and its message says which command to run.
        assertEquals(new Availability.Ready(), speech.awaitLoaded());
        return speech;
    }
}
