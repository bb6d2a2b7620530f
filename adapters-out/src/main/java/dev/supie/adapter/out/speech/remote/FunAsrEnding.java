package dev.supie.adapter.out.speech.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Finds out when a FunASR service has said everything, for which its versions have different ways:
/// `is_end`; `is_final` changing its value in a sentence; or silence, and then only if it still
/// answers a ping and no guess waits for its correction. Not safe for use by many threads.
final class FunAsrEnding {

    /// Some versions say nothing if there were no words.
    static final Duration EMPTY_WAIT = Duration.ofSeconds(2);

    /// Another sentence would follow the one before within this time.
    static final Duration SENTENCE_WAIT = Duration.ofSeconds(1);

    private Optional<Boolean> flagWhileSpeaking = Optional.empty();
    private Optional<Instant> quietUntil = Optional.empty();
    private boolean alive;
    private boolean over;

    /// It has been told that the utterance is over.
    void asked(Instant now) {
        quietUntil = Optional.of(now.plus(EMPTY_WAIT));
    }

    /// It answered a ping.
    void alive() {
        alive = true;
    }

    void heard(FunAsrReply reply, Instant now) {
        if (quietUntil.isEmpty()) {
            flagWhileSpeaking = reply.flag().or(() -> flagWhileSpeaking);
            return;
        }
        alive = true;
        boolean sentence = reply.kind() == FunAsrReply.Kind.SENTENCE;
        over = over || reply.last() || (sentence && hasChanged(reply.flag()));
        if (sentence) {
            quietUntil = Optional.of(now.plus(SENTENCE_WAIT));
        }
    }

    private boolean hasChanged(Optional<Boolean> flag) {
        return flag.isPresent() && flagWhileSpeaking.isPresent() && !flag.equals(flagWhileSpeaking);
    }

    /// @param guessing whether a correction is still to come
    boolean isOver(boolean guessing, Instant now) {
        boolean quiet = quietUntil.filter(until -> !now.isBefore(until)).isPresent();
        return over || (quiet && alive && !guessing);
    }

    /// When to look again if nothing is heard; empty if that would change nothing.
    Optional<Instant> due(Instant now) {
        return quietUntil.filter(now::isBefore);
    }

    /// Whether it has shown after the end that it is there.
    boolean isAlive() {
        return alive;
    }
}
