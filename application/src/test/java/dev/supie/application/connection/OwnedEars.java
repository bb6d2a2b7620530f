package dev.supie.application.connection;

import dev.supie.application.speech.Ear;
import dev.supie.application.speech.EarListener;
import dev.supie.application.speech.Ears;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.ListenMode;
import dev.supie.domain.listening.Speech;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Ears that hear what the test says.
final class OwnedEars implements Ears {

    private final Map<SessionId, EarListener> listeners = new HashMap<>();

    @Override
    public Ear open(DeviceId device, SessionId session, EarListener listener) {
        listeners.put(session, listener);
        return new Ear() {
            @Override
            public void hear(byte[] packet) {}

            @Override
            public boolean start(ListenMode mode) {
                return true;
            }

            @Override
            public boolean stop() {
                return true;
            }

            @Override
            public boolean detect() {
                return true;
            }

            @Override
            public void format(UplinkFormat format) {}

            @Override
            public Gate hold() {
                return Gate.OPEN;
            }

            @Override
            public void switchTo(Mode mode) {}

            @Override
            public void close(End end, Runnable whenDone) {
                whenDone.run();
            }
        };
    }

    void voice(SessionId session) {
        listener(session).voice();
    }

    void said(SessionId session, String text) {
        listener(session).said(Instant.EPOCH, new Speech(text, "test"));
    }

    private EarListener listener(SessionId session) {
        return Objects.requireNonNull(listeners.get(session), "nobody listens");
    }
}
