package dev.supie.application.fake;

import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Lane;
import dev.supie.application.speech.port.Availability;
import dev.supie.application.speech.port.Capabilities;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/// Understands [ToySpeech], unless the test tells it to fail, to be slow or never to answer. It
/// remembers every request and knows which streams are open.
public final class ScriptedRecognizer implements Recognizer {

    /// The only language it knows, unless it knows all.
    public static final LanguageTag LANGUAGE = new LanguageTag("en");

    private static final Duration PARTIAL_EVERY = Duration.ofMillis(600);

    private final String name;
    private final Executor threads;
    private final InstantSource time;
    private final Alarms alarms;
    private final ArrayDeque<Behaviour> script = new ArrayDeque<>();
    private final List<RecognitionRequest> requests = new ArrayList<>();
    private final List<ToyStream> open = new ArrayList<>();
    private Availability availability = new Availability.Ready();
    private Behaviour usual = new Behaviour.Answer(Duration.ZERO);
    private Set<LanguageTag> languages = Set.of(LANGUAGE);
    private boolean partials;

    /// @param threads where its events come from
    public <T extends InstantSource & Alarms> ScriptedRecognizer(
            String name, Executor threads, T time) {
        this.name = name;
        this.threads = threads;
        this.time = time;
        this.alarms = time;
    }

    /// What becomes of one stream.
    private sealed interface Behaviour {

        /// The text, so long after the end.
        record Answer(Duration after) implements Behaviour {}

        record FailAtOnce(RecognitionEvent.Failed failure) implements Behaviour {}

        record FailAtTheEnd(RecognitionEvent.Failed failure) implements Behaviour {}

        record SayNothing() implements Behaviour {}

        record Break() implements Behaviour {}

        record BreakAtTheEnd() implements Behaviour {}
    }

    /// As when its model is missing.
    public synchronized ScriptedRecognizer missing(String reason) {
        availability = new Availability.Unavailable(reason);
        return this;
    }

    /// It knows every language from now on.
    public synchronized ScriptedRecognizer withAllLanguages() {
        languages = Set.of();
        return this;
    }

    public synchronized ScriptedRecognizer withPartials() {
        partials = true;
        return this;
    }

    /// Every answer takes so long from now on.
    public synchronized ScriptedRecognizer answerAfter(Duration after) {
        usual = new Behaviour.Answer(after);
        return this;
    }

    /// The next stream is answered so late.
    public synchronized ScriptedRecognizer answerNextAfter(Duration after) {
        script.addLast(new Behaviour.Answer(after));
        return this;
    }

    /// The next stream fails while it is being opened.
    public synchronized ScriptedRecognizer failNext(RecognitionEvent.Code code) {
        script.addLast(new Behaviour.FailAtOnce(failure(code)));
        return this;
    }

    /// The next stream fails once the utterance is over.
    public synchronized ScriptedRecognizer failNextAtTheEnd(RecognitionEvent.Code code) {
        script.addLast(new Behaviour.FailAtTheEnd(failure(code)));
        return this;
    }

    /// The next stream is never answered, not even when time is up.
    public synchronized ScriptedRecognizer sayNothingNext() {
        script.addLast(new Behaviour.SayNothing());
        return this;
    }

    /// A bug: something a recognizer must never throw.
    public synchronized ScriptedRecognizer breakNext() {
        script.addLast(new Behaviour.Break());
        return this;
    }

    /// As [#breakNext], but not before the utterance is over.
    public synchronized ScriptedRecognizer breakNextAtTheEnd() {
        script.addLast(new Behaviour.BreakAtTheEnd());
        return this;
    }

    private static RecognitionEvent.Failed failure(RecognitionEvent.Code code) {
        return new RecognitionEvent.Failed(code, false, "failed on purpose");
    }

    /// Every request so far.
    public synchronized List<RecognitionRequest> requests() {
        return List.copyOf(requests);
    }

    /// Streams that are neither finished and answered nor cancelled.
    public synchronized int stillOpen() {
        return open.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String model() {
        return "toy";
    }

    @Override
    public synchronized Capabilities capabilities() {
        return new Capabilities(languages, partials);
    }

    @Override
    public synchronized Availability availability() {
        return availability;
    }

    @Override
    public synchronized RecognitionStream open(
            RecognitionRequest request, RecognitionListener listener) {
        requests.add(request);
        ToyStream stream = new ToyStream(behaviour(request), request, listener);
        open.add(stream);
        if (stream.behaviour instanceof Behaviour.Break) {
            open.remove(stream);
            throw new IllegalStateException("broken on purpose");
        }
        if (stream.behaviour instanceof Behaviour.FailAtOnce(RecognitionEvent.Failed failure)) {
            stream.end(failure);
        }
        return stream;
    }

    private Behaviour behaviour(RecognitionRequest request) {
        if (availability instanceof Availability.Unavailable(String reason)) {
            return new Behaviour.FailAtOnce(
                    new RecognitionEvent.Failed(RecognitionEvent.Code.UNAVAILABLE, false, reason));
        }
        if (!capabilities().understands(request.language())) {
            return new Behaviour.FailAtOnce(failure(RecognitionEvent.Code.UNSUPPORTED_LANGUAGE));
        }
        Behaviour next = script.pollFirst();
        return next == null ? usual : next;
    }

    private final class ToyStream implements RecognitionStream {

        private final Behaviour behaviour;
        private final RecognitionRequest request;
        private final RecognitionListener listener;

        /// Events leave one after the other, whatever the executor is like.
        private final Lane events = new Lane(threads);

        private final List<PcmFrame> heard = new ArrayList<>();
        private Duration length = Duration.ZERO;
        private Duration nextPartial = PARTIAL_EVERY;
        private boolean finished;
        private boolean ended;

        ToyStream(Behaviour behaviour, RecognitionRequest request, RecognitionListener listener) {
            this.behaviour = behaviour;
            this.request = request;
            this.listener = listener;
        }

        @Override
        public void push(PcmFrame frame) {
            synchronized (ScriptedRecognizer.this) {
                if (finished || ended || length.compareTo(AUDIO_MAX) >= 0) {
                    return;
                }
                heard.add(frame);
                length = length.plus(frame.duration());
                if (partials && length.compareTo(nextPartial) >= 0) {
                    nextPartial = length.plus(PARTIAL_EVERY);
                    tell(new RecognitionEvent.Partial(ToySpeech.read(heard)));
                }
            }
        }

        @Override
        public void finish() {
            synchronized (ScriptedRecognizer.this) {
                if (finished || ended) {
                    return;
                }
                finished = true;
                switch (behaviour) {
                    case Behaviour.Answer answer -> answer(answer.after());
                    case Behaviour.FailAtTheEnd failing -> end(failing.failure());
                    case Behaviour.SayNothing _ -> {}
                    case Behaviour.BreakAtTheEnd _ ->
                            throw new IllegalStateException("broken on purpose");
                    case Behaviour.FailAtOnce _, Behaviour.Break _ ->
                            throw new IllegalStateException("it has ended already");
                }
            }
        }

        private void answer(Duration after) {
            if (after.compareTo(request.answerWithin()) >= 0) {
                at(
                        request.answerWithin(),
                        new RecognitionEvent.Failed(
                                RecognitionEvent.Code.TIMEOUT, true, "no answer in time"));
            } else if (after.isZero()) {
                end(result());
            } else {
                at(after, result());
            }
        }

        private void at(Duration after, RecognitionEvent.Terminal event) {
            alarms.at(time.instant().plus(after), () -> end(event));
        }

        private RecognitionEvent.Final result() {
            String text = ToySpeech.read(heard);
            return new RecognitionEvent.Final(
                    text, Optional.of(LANGUAGE), name, "toy", Duration.ZERO, length);
        }

        private void end(RecognitionEvent.Terminal event) {
            synchronized (ScriptedRecognizer.this) {
                if (!ended) {
                    ended = true;
                    open.remove(this);
                    tell(event);
                }
            }
        }

        private void tell(RecognitionEvent event) {
            events.urgent(() -> listener.on(event));
        }

        @Override
        public void cancel() {
            synchronized (ScriptedRecognizer.this) {
                ended = true;
                open.remove(this);
            }
        }
    }
}
