package dev.supie.adapter.out.speech.voice;

import dev.supie.adapter.out.service.LastState;
import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Availability;

/// A synthesizer of which it is remembered how its last sentence went, and logged when that
/// changes.
public final class WatchedSynthesizer implements Synthesizer {

    private static final System.Logger LOG = System.getLogger(WatchedSynthesizer.class.getName());

    private final Synthesizer watched;
    private final LastState state = new LastState();

    public WatchedSynthesizer(Synthesizer watched) {
        this.watched = watched;
    }

    /// A few words for people.
    public String state() {
        return switch (watched.availability()) {
            case Availability.Ready _ -> state.words();
            case Availability.Unavailable(String reason) -> "missing: " + reason;
        };
    }

    @Override
    public String name() {
        return watched.name();
    }

    @Override
    public Availability availability() {
        return watched.availability();
    }

    @Override
    public void prepare() {
        watched.prepare();
    }

    @Override
    public Synthesis open(SynthesisRequest request) {
        Synthesis opened = watched.open(request);
        return new Synthesis() {
            @Override
            public SynthesisResult run(SoundSink sink) {
                SynthesisResult result = opened.run(sink);
                note(result);
                return result;
            }

            @Override
            public void cancel() {
                opened.cancel();
            }
        };
    }

    private void note(SynthesisResult result) {
        switch (result) {
            case SynthesisResult.Spoken _ -> {
                if (state.becomes(LastState.READY)) {
                    LOG.log(System.Logger.Level.INFO, "synthesizer {0} speaks", name());
                }
            }
            case SynthesisResult.Failed(SynthesisResult.Code code, String message) ->
                    noteFailure(code, message);
            case SynthesisResult.Cancelled _ -> {}
        }
    }

    private void noteFailure(SynthesisResult.Code code, String message) {
        switch (code) {
            // Neither says that anything is wrong with it.
            case UNSUPPORTED_LANGUAGE, BUSY -> {}
            case TIMEOUT, UNAVAILABLE, BROKEN -> {
                if (state.becomes("failing: " + message) && watched.availability().isReady()) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "synthesizer {0} fails: {1}",
                            name(),
                            message);
                }
            }
        }
    }
}
