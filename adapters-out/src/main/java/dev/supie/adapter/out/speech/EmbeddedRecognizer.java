package dev.supie.adapter.out.speech;

import dev.supie.application.runtime.Alarms;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Capabilities;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// English speech to text on this machine, with Silero to find the voice and Moonshine to read it.
final class EmbeddedRecognizer implements Recognizer {

    static final String NAME = "embedded";
    static final LanguageTag LANGUAGE = new LanguageTag("en");

    private static final Capabilities CAPABILITIES = new Capabilities(Set.of(LANGUAGE), true);

    private final Supplier<Availability> availability;
    private final Supplier<Optional<SileroModel>> voiceModel;
    private final EmbeddedStream.Surroundings surroundings;

    /// @param voiceModel empty while it is being loaded
    EmbeddedRecognizer(
            Supplier<Availability> availability,
            Supplier<Optional<SileroModel>> voiceModel,
            RecognitionPool pool,
            SpeechCounters counters,
            Alarms alarms,
            InstantSource time) {
        this.availability = availability;
        this.voiceModel = voiceModel;
        this.surroundings = new EmbeddedStream.Surroundings(pool, counters, alarms, time);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String model() {
        return MoonshineSize.BASE.modelName();
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Availability availability() {
        return availability.get();
    }

    @Override
    public RecognitionStream open(RecognitionRequest request, RecognitionListener listener) {
        if (availability() instanceof Availability.Unavailable(String reason)) {
            return failed(listener, RecognitionEvent.Code.UNAVAILABLE, false, reason);
        }
        if (!CAPABILITIES.understands(request.language())) {
            String asked = request.language().map(LanguageTag::code).orElse("");
            return failed(
                    listener,
                    RecognitionEvent.Code.UNSUPPORTED_LANGUAGE,
                    false,
                    "the embedded recognizer understands English only, not " + asked);
        }
        Optional<SileroModel> model = voiceModel.get();
        if (model.isEmpty()) {
            return failed(
                    listener,
                    RecognitionEvent.Code.UNAVAILABLE,
                    true,
                    "the speech models are still being loaded");
        }
        return new EmbeddedStream(
                request, listener, new Segmenter(new SileroEar(model.get())), surroundings);
    }

    private static RecognitionStream failed(
            RecognitionListener listener,
            RecognitionEvent.Code code,
            boolean retryable,
            String message) {
        listener.on(new RecognitionEvent.Failed(code, retryable, message));
        return new DeafStream();
    }
}
