package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Wakeup;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// One utterance on its way to a FunASR service. All of its sound is kept, so that a connection
/// that is lost before the service has said anything can be made again from the beginning.
///
/// The lock guards everything, and the listener is called with it held: that is what keeps events
/// in order, and the listener promises to return at once.
final class FunAsrStream implements RecognitionStream {

    /// The first try included.
    static final int CONNECTIONS_MAX = 3;

    static final Duration RECONNECT_PAUSE = Duration.ofMillis(300);

    private final FunAsrRecognizer recognizer;
    private final RecognitionRequest request;
    private final RecognitionListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final SoundBytes sound = new SoundBytes();
    private final FunAsrTranscript transcript = new FunAsrTranscript();

    /// The deadline and the pauses before connecting again; [#CONNECTIONS_MAX] at most.
    private final List<Alarms.Alarm> alarms = new ArrayList<>(CONNECTIONS_MAX);

    private final Wakeup wakeup;
    private FunAsrEnding ending = new FunAsrEnding();
    private int connections;
    private @Nullable FunAsrConnection connection;
    private boolean answered;
    private boolean finished;
    private boolean ended;

    FunAsrStream(
            FunAsrRecognizer recognizer, RecognitionRequest request, RecognitionListener listener) {
        this.recognizer = recognizer;
        this.request = request;
        this.listener = listener;
        this.wakeup = new Wakeup(recognizer.alarms(), () -> unlessEnded(this::wake));
    }

    /// Begins to connect, or begins again.
    void connect() {
        unlessEnded(
                () -> {
                    connections++;
                    ending = new FunAsrEnding();
                    String start = FunAsrRequest.start(request.session());
                    FunAsrConnection next =
                            new FunAsrConnection(recognizer, start, sound, lock, new Answers());
                    connection = next;
                    if (finished) {
                        next.finish();
                    }
                    try {
                        next.open();
                    } catch (CallFailure refused) {
                        end(Failures.of(refused));
                    }
                });
    }

    @Override
    public void push(PcmFrame frame) {
        unlessEnded(
                () -> {
                    if (!finished) {
                        sound.add(frame);
                        if (connection != null) {
                            connection.more();
                        }
                    }
                });
    }

    @Override
    public void finish() {
        unlessEnded(
                () -> {
                    if (!finished) {
                        finished = true;
                        finishSound();
                    }
                });
    }

    private void finishSound() {
        if (sound.length() == 0) {
            conclude();
            return;
        }
        Duration patience = recognizer.settings().patience(request.answerWithin());
        alarms.add(recognizer.alarms().at(now().plus(patience), () -> unlessEnded(this::timeOut)));
        if (connection != null) {
            connection.finish();
        }
    }

    @Override
    public void cancel() {
        unlessEnded(this::giveUp);
    }

    private void unlessEnded(Runnable step) {
        lock.lock();
        try {
            if (!ended) {
                step.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private Instant now() {
        return recognizer.time().instant();
    }

    private void wake() {
        wakeup.fired();
        consider();
    }

    /// Ends if there is nothing more to wait for.
    private void consider() {
        if (finished && ending.isOver(transcript.isGuessing(), now())) {
            conclude();
        } else {
            wakeup.by(ending.due(now()));
        }
    }

    /// What there is is better than nothing; nothing at all is only an answer from somebody who is
    /// there.
    private void timeOut() {
        if (ending.isAlive() || !transcript.text().isEmpty()) {
            conclude();
        } else {
            end(failed(Code.TIMEOUT, "no text in time"));
        }
    }

    private static RecognitionEvent.Failed failed(Code code, String message) {
        return new RecognitionEvent.Failed(code, true, message);
    }

    private void conclude() {
        Optional<LanguageTag> language = request.language().or(recognizer.settings()::language);
        end(
                new RecognitionEvent.Final(
                        transcript.text(),
                        language,
                        recognizer.name(),
                        recognizer.model(),
                        Duration.ZERO,
                        sound.duration()));
    }

    /// Unless the listener has cancelled from inside what it was told just before.
    private void end(RecognitionEvent.Terminal event) {
        if (!ended) {
            giveUp();
            listener.on(event);
        }
    }

    private void giveUp() {
        ended = true;
        wakeup.cancel();
        alarms.forEach(Alarms.Alarm::cancel);
        if (connection != null) {
            connection.close();
        }
        sound.clear();
        recognizer.leave();
    }

    /// What comes from the connection in use, with the lock held; nothing comes once it is closed.
    private final class Answers implements FunAsrConnection.Owner {

        @Override
        public void heard(String message) {
            FunAsrReply.of(message)
                    .ifPresentOrElse(
                            this::take,
                            () ->
                                    end(
                                            failed(
                                                    Code.BROKEN,
                                                    "a message makes no sense; check base_url")));
        }

        private void take(FunAsrReply reply) {
            answered = true;
            ending.heard(reply, now());
            switch (reply.kind()) {
                case GUESS -> transcript.guess(reply.text());
                case SENTENCE -> transcript.correct(reply.text());
                case OTHER -> {}
                case TROUBLE -> {
                    end(failed(Code.BROKEN, "the service says that it failed"));
                    return;
                }
            }
            String text = transcript.text();
            if (!finished && !text.isEmpty()) {
                listener.on(new RecognitionEvent.Partial(text));
            }
            consider();
        }

        @Override
        public void alive() {
            ending.alive();
            consider();
        }

        @Override
        public void endSent() {
            ending.asked(now());
            consider();
        }

        /// Once it has said something it would say it twice.
        @Override
        public void trouble(CallFailure failure) {
            boolean again =
                    failure instanceof CallFailure.Transient
                            && !answered
                            && connections < CONNECTIONS_MAX;
            if (again) {
                wakeup.cancel();
                alarms.add(
                        recognizer
                                .alarms()
                                .at(now().plus(RECONNECT_PAUSE), FunAsrStream.this::connect));
            } else {
                end(Failures.of(failure));
            }
        }
    }
}
