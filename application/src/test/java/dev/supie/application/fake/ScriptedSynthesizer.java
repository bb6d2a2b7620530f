package dev.supie.application.fake;

import dev.supie.application.speaking.port.SoundSink;
import dev.supie.application.speaking.port.Synthesis;
import dev.supie.application.speaking.port.SynthesisRequest;
import dev.supie.application.speaking.port.SynthesisResult;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.LanguageTag;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Speaks [ToySpeaking], English only, unless the test tells it to fail. It remembers every
/// request.
public final class ScriptedSynthesizer implements Synthesizer {

    /// The only one it knows.
    private static final LanguageTag LANGUAGE = new LanguageTag("en");

    private final String name;
    private final ArrayDeque<Behaviour> script = new ArrayDeque<>();
    private final List<SynthesisRequest> requests = new ArrayList<>();
    private Availability availability = new Availability.Ready();
    private Set<LanguageTag> languages = Set.of(LANGUAGE);
    private Runnable afterEachLetter = () -> {};
    private int cancelled;

    public ScriptedSynthesizer(String name) {
        this.name = name;
    }

    /// What becomes of one sentence.
    private sealed interface Behaviour {

        record Speak() implements Behaviour {}

        record FailAfter(int letters, SynthesisResult.Code code) implements Behaviour {}

        record Break() implements Behaviour {}
    }

    /// As when its program is missing.
    public synchronized ScriptedSynthesizer missing(String reason) {
        availability = new Availability.Unavailable(reason);
        return this;
    }

    /// It knows this one from now on, too.
    public synchronized ScriptedSynthesizer knowing(String language) {
        languages = Set.of(LANGUAGE, new LanguageTag(language));
        return this;
    }

    /// The next sentence fails after so many letters.
    public synchronized ScriptedSynthesizer failNextAfter(int letters, SynthesisResult.Code code) {
        script.addLast(new Behaviour.FailAfter(letters, code));
        return this;
    }

    /// A bug: something a synthesizer must never throw.
    public synchronized ScriptedSynthesizer breakNext() {
        script.addLast(new Behaviour.Break());
        return this;
    }

    /// What happens while sound is made, after each letter.
    public synchronized ScriptedSynthesizer afterEachLetter(Runnable happens) {
        afterEachLetter = happens;
        return this;
    }

    /// Every request so far.
    public synchronized List<SynthesisRequest> requests() {
        return List.copyOf(requests);
    }

    /// What it was asked to say so far.
    public List<String> texts() {
        return requests().stream().map(SynthesisRequest::text).toList();
    }

    /// How often somebody gave up on it.
    public synchronized int cancelled() {
        return cancelled;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Availability availability() {
        return availability;
    }

    @Override
    public synchronized Synthesis open(SynthesisRequest request) {
        requests.add(request);
        Behaviour next = script.isEmpty() ? new Behaviour.Speak() : script.removeFirst();
        return new Toy(request, next);
    }

    private synchronized void noteCancelled() {
        cancelled++;
    }

    private final class Toy implements Synthesis {

        private final SynthesisRequest request;
        private final Behaviour behaviour;
        private final AtomicBoolean given = new AtomicBoolean();

        Toy(SynthesisRequest request, Behaviour behaviour) {
            this.request = request;
            this.behaviour = behaviour;
        }

        @Override
        public SynthesisResult run(SoundSink sink) {
            if (given.get()) {
                return new SynthesisResult.Cancelled();
            }
            if (availability() instanceof Availability.Unavailable(String reason)) {
                return new SynthesisResult.Failed(SynthesisResult.Code.UNAVAILABLE, reason);
            }
            if (!languages.contains(request.language())) {
                return new SynthesisResult.Failed(
                        SynthesisResult.Code.UNSUPPORTED_LANGUAGE, "English only");
            }
            if (!request.within().isPositive()) {
                return new SynthesisResult.Failed(SynthesisResult.Code.TIMEOUT, "no time");
            }
            return switch (behaviour) {
                case Behaviour.Speak _ -> spoken(sink, request.text().length());
                case Behaviour.FailAfter(int letters, SynthesisResult.Code code) -> {
                    SynthesisResult result = spoken(sink, letters);
                    yield result instanceof SynthesisResult.Spoken
                            ? new SynthesisResult.Failed(code, "failed on purpose")
                            : result;
                }
                case Behaviour.Break _ -> throw new IllegalStateException("broken on purpose");
            };
        }

        private SynthesisResult spoken(SoundSink sink, int letters) {
            for (int index = 0; index < letters; index++) {
                if (given.get()) {
                    return new SynthesisResult.Cancelled();
                }
                short[] sound = ToySpeaking.sound(request.text().charAt(index));
                sink.take(sound, sound.length);
                afterEachLetter.run();
            }
            return new SynthesisResult.Spoken();
        }

        @Override
        public void cancel() {
            if (!given.getAndSet(true)) {
                noteCancelled();
            }
        }
    }
}
