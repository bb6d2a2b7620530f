package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.Deadline;
import dev.supie.application.speech.port.LanguageTag;
import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionEvent.Code;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionStream;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/// One utterance: kept until it is over, then sent as a whole.
///
/// The lock guards everything, and the listener is called with it held: that is what keeps events
/// in order, and the listener promises to return at once. It is never held while the service is
/// waited for.
final class OpenAiStream implements RecognitionStream {

    private static final System.Logger LOG = System.getLogger(OpenAiStream.class.getName());

    private final OpenAiRecognizer recognizer;
    private final Optional<LanguageTag> language;
    private final Duration patience;
    private final RecognitionListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final SoundBytes sound = new SoundBytes();
    private boolean finished;
    private boolean ended;
    private @Nullable Future<?> call;

    OpenAiStream(
            OpenAiRecognizer recognizer,
            Optional<LanguageTag> language,
            Duration patience,
            RecognitionListener listener) {
        this.recognizer = recognizer;
        this.language = language;
        this.patience = patience;
        this.listener = listener;
    }

    @Override
    public void push(PcmFrame frame) {
        lock.lock();
        try {
            if (!finished && !ended) {
                sound.add(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void finish() {
        lock.lock();
        try {
            if (finished || ended) {
                return;
            }
            finished = true;
            Duration length = sound.duration();
            if (sound.isQuiet()) {
                end(said("", length));
                return;
            }
            byte[] wav = sound.wav();
            sound.clear();
            Deadline deadline = recognizer.deadline(patience);
            call = recognizer.inBackground(() -> end(answer(wav, length, deadline)));
        } catch (RejectedExecutionException _) {
            end(new RecognitionEvent.Failed(Code.UNAVAILABLE, false, "it was closed"));
        } finally {
            lock.unlock();
        }
    }

    private RecognitionEvent.Terminal answer(byte[] wav, Duration length, Deadline deadline) {
        try {
            return said(recognizer.transcribe(wav, language, deadline), length);
        } catch (CallFailure failure) {
            return Failures.of(failure);
        } catch (InterruptedException _) {
            // The thread is of this call alone and ends here; whoever cancelled hears nothing.
            return new RecognitionEvent.Failed(Code.UNAVAILABLE, true, "it was interrupted");
        } catch (RuntimeException bug) {
            // The edge of a thread: whoever waits for the text must be told all the same.
            LOG.log(System.Logger.Level.ERROR, "recognizer " + recognizer.name() + " broke", bug);
            return new RecognitionEvent.Failed(Code.BROKEN, false, "it broke: it is logged");
        }
    }

    private RecognitionEvent.Final said(String text, Duration length) {
        return new RecognitionEvent.Final(
                text, language, recognizer.name(), recognizer.model(), Duration.ZERO, length);
    }

    private void end(RecognitionEvent.Terminal event) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                listener.on(event);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                sound.clear();
                if (call != null) {
                    call.cancel(true);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
