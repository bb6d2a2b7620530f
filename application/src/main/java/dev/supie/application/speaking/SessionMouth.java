package dev.supie.application.speaking;

import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.ReentrantLock;

/// The mouth of one connection: one answer at a time.
final class SessionMouth implements Mouth {

    private final SpeakingFeature.Ports ports;
    private final SessionId session;

    /// Taken before that of an answer, never the other way round.
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable SpokenAnswer current;
    private boolean closed;

    SessionMouth(SpeakingFeature.Ports ports, SessionId session) {
        this.ports = ports;
        this.session = session;
    }

    @Override
    public Answer begin(AnswerListener listener, Mode mode) {
        boolean aloud = ports.settings().get().speaksIn(mode);
        lock.lock();
        try {
            silenceCurrent();
            SpokenAnswer answer =
                    new SpokenAnswer(aloud ? ports : ports.textOnly(), session, listener);
            if (closed) {
                answer.abandon();
            } else {
                current = answer;
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void silence() {
        lock.lock();
        try {
            silenceCurrent();
        } finally {
            lock.unlock();
        }
    }

    private void silenceCurrent() {
        if (current != null) {
            current.silence();
            current = null;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (current != null) {
                current.abandon();
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
