package dev.supie.application.speech;

import dev.supie.application.speech.port.PcmFrame;
import dev.supie.application.speech.port.RecognitionEvent;
import dev.supie.application.speech.port.RecognitionListener;
import dev.supie.application.speech.port.RecognitionRequest;
import dev.supie.application.speech.port.RecognitionStream;
import dev.supie.application.speech.port.Recognizer;
import dev.supie.domain.listening.Unheard;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;

/// One piece of speech on its way to a recognizer, and to the next one if that fails: the last
/// [#REPLAY_MAX] of it are kept for that. Only ever used in its ear's lane.
final class Utterance {

    /// Sound that another recognizer can still be given.
    static final Duration REPLAY_MAX = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(Utterance.class.getName());

    private final ArrayDeque<PcmFrame> kept = new ArrayDeque<>();
    private Duration keptLength = Duration.ZERO;
    private @Nullable RecognitionStream stream;
    private boolean finished;
    private boolean guessTold;
    private @Nullable Unheard reason;
    private String failure = "";

    void take(PcmFrame sound) {
        kept.addLast(sound);
        keptLength = keptLength.plus(sound.duration());
        while (keptLength.compareTo(REPLAY_MAX) > 0) {
            keptLength = keptLength.minus(kept.removeFirst().duration());
        }
        if (stream != null) {
            stream.push(sound);
        }
    }

    /// Asks this recognizer from now on, and no other any more.
    void ask(Recognizer recognizer, RecognitionRequest request, RecognitionListener listener) {
        cancel();
        RecognitionStream open;
        try {
            open = recognizer.open(request, listener);
        } catch (RuntimeException bug) {
            // Adapters stand at the edge: what breaks in one must not cost the next one its turn.
            LOG.log(System.Logger.Level.ERROR, "recognizer " + recognizer.name() + " broke", bug);
            listener.on(broken());
            return;
        }
        stream = open;
        kept.forEach(open::push);
        if (finished) {
            open.finish();
        }
    }

    private static RecognitionEvent broken() {
        return new RecognitionEvent.Failed(
                RecognitionEvent.Code.BROKEN, false, "the recognizer broke: it is logged");
    }

    void finish() {
        finished = true;
        if (stream != null) {
            stream.finish();
        }
    }

    boolean isFinished() {
        return finished;
    }

    void cancel() {
        if (stream != null) {
            stream.cancel();
            stream = null;
        }
    }

    /// Whether the badge has been told what was understood so far.
    boolean isGuessTold() {
        return guessTold;
    }

    void guessTold() {
        guessTold = true;
    }

    /// What the last recognizer that failed had to say about this reason; empty if nothing.
    String failure(Unheard asked) {
        return asked == reason ? failure : "";
    }

    void failed(Unheard why, String message) {
        reason = why;
        failure = message;
    }
}
