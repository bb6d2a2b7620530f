package dev.supie.application.speech;

import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.PickupCommand;
import dev.supie.domain.listening.Speech;
import dev.supie.domain.listening.Unheard;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The pieces of speech of one ear whose texts are still wanted; there are never more than the
/// rules of listening wait for. Only ever used in its ear's lane, but for what recognizers say.
final class Utterances {

    private final SpeechFeature.Ports ports;
    private final DeviceId device;
    private final SessionId session;
    private final Consumer<Supplier<PickupCommand>> feedback;
    private final Map<Long, Utterance> open = new HashMap<>(4);

    /// Who is asked for each of them.
    private final Map<Long, Feedback> asked = new HashMap<>(4);

    /// @param feedback brings what a recognizer says back to the ear; asks for it in its lane
    Utterances(
            SpeechFeature.Ports ports,
            DeviceId device,
            SessionId session,
            Consumer<Supplier<PickupCommand>> feedback) {
        this.ports = ports;
        this.device = device;
        this.session = session;
        this.feedback = feedback;
    }

    void begin(long segment, List<PcmFrame> sounds) {
        Utterance utterance = new Utterance();
        sounds.forEach(utterance::take);
        open.put(segment, utterance);
    }

    /// Nothing if the badge has been told already that it is lost.
    void take(long segment, PcmFrame sound) {
        Utterance utterance = open.get(segment);
        if (utterance != null) {
            utterance.take(sound);
        }
    }

    void ask(long segment, int index) {
        Utterance utterance = open.get(segment);
        if (utterance == null) {
            return;
        }
        giveUp(segment);
        SpeechSettings settings = ports.settings().get();
        Recognizer recognizer = ports.recognizers().get(index);
        RecognitionRequest request =
                new RecognitionRequest(
                        session, device, settings.language(), settings.answerWithin());
        Feedback heard = new Feedback(segment, index, recognizer.name());
        if (utterance.isFinished()) {
            heard.finished(ports.time().instant());
        }
        asked.put(segment, heard);
        utterance.ask(recognizer, request, heard);
    }

    /// Whoever is asked and has said nothing is not waited for any more.
    private void giveUp(long segment) {
        Feedback before = asked.remove(segment);
        if (before != null && !before.ended) {
            ports.tally().failed(before.provider, RecognitionEvent.Code.TIMEOUT);
        }
    }

    void finish(long segment) {
        Utterance utterance = open.get(segment);
        Feedback heard = asked.get(segment);
        if (heard != null) {
            heard.finished(ports.time().instant());
        }
        if (utterance != null) {
            utterance.finish();
        }
    }

    void drop(long segment) {
        asked.remove(segment);
        Utterance utterance = open.remove(segment);
        if (utterance != null) {
            utterance.cancel();
        }
    }

    void guessTold(long segment) {
        Utterance utterance = open.get(segment);
        if (utterance != null) {
            utterance.guessTold();
        }
    }

    /// Forgets it; says whether the badge was told a guess of it.
    boolean done(long segment) {
        Utterance utterance = open.get(segment);
        drop(segment);
        return utterance != null && utterance.isGuessTold();
    }

    /// Forgets it; says why nobody understood it.
    String failure(long segment, Unheard reason) {
        Utterance utterance = open.get(segment);
        giveUp(segment);
        drop(segment);
        String message = utterance == null ? "" : utterance.failure(reason);
        return message.isEmpty() ? usual(reason) : message;
    }

    private static String usual(Unheard reason) {
        return switch (reason) {
            case UNSUPPORTED_LANGUAGE -> "nobody here knows this language";
            case BUSY -> "too much speech is waiting to be recognized";
            case TIMEOUT -> "the speech was not recognized in time";
            case UNAVAILABLE -> "speech cannot be recognized here";
            case BROKEN -> "recognizing the speech failed";
        };
    }

    /// What one recognizer says of one piece, from whatever thread.
    private final class Feedback implements RecognitionListener {

        private final long segment;
        private final int index;
        private final String provider;

        /// The newest guess that nobody has looked at; so at most one waits.
        private final AtomicReference<@Nullable String> guess = new AtomicReference<>();

        /// Whether its one terminal event has come.
        private volatile boolean ended;

        /// When the speech was over; null while it goes on.
        private volatile @Nullable Instant finished;

        Feedback(long segment, int index, String provider) {
            this.segment = segment;
            this.index = index;
            this.provider = provider;
        }

        void finished(Instant now) {
            finished = now;
        }

        @Override
        public void on(RecognitionEvent event) {
            count(event);
            switch (event) {
                case RecognitionEvent.Partial partial -> {
                    if (guess.getAndSet(partial.text()) == null) {
                        feedback.accept(this::guessed);
                    }
                }
                case RecognitionEvent.Final said ->
                        feedback.accept(
                                () ->
                                        new PickupCommand.Understood(
                                                segment,
                                                index,
                                                new Speech(said.text(), said.provider())));
                case RecognitionEvent.Failed failed -> feedback.accept(() -> failed(failed));
            }
        }

        private void count(RecognitionEvent event) {
            switch (event) {
                case RecognitionEvent.Partial _ -> {}
                case RecognitionEvent.Final _ -> {
                    ended = true;
                    Instant now = ports.time().instant();
                    Instant over = finished;
                    ports.tally().said(provider, Duration.between(over == null ? now : over, now));
                }
                case RecognitionEvent.Failed(RecognitionEvent.Code code, boolean _, String _) -> {
                    ended = true;
                    ports.tally().failed(provider, code);
                }
            }
        }

        private PickupCommand guessed() {
            String text = guess.getAndSet(null);
            return new PickupCommand.Guessed(
                    segment, index, new Speech(text == null ? "" : text, provider));
        }

        private PickupCommand failed(RecognitionEvent.Failed failure) {
            Unheard reason = reason(failure.code());
            Utterance utterance = open.get(segment);
            if (utterance != null) {
                utterance.failed(reason, failure.message());
            }
            return new PickupCommand.Failed(segment, index, reason);
        }

        private static Unheard reason(RecognitionEvent.Code code) {
            return switch (code) {
                case UNSUPPORTED_LANGUAGE -> Unheard.UNSUPPORTED_LANGUAGE;
                case BUSY -> Unheard.BUSY;
                case TIMEOUT -> Unheard.TIMEOUT;
                case UNAVAILABLE -> Unheard.UNAVAILABLE;
                case BROKEN -> Unheard.BROKEN;
            };
        }
    }
}
