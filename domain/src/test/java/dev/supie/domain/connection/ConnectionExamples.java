package dev.supie.domain.connection;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Scenario;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;

/// The badge, the times and the commands that the tests of a connection share.
final class ConnectionExamples {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final Connection.Identity IDENTITY =
            new Connection.Identity(new DeviceId("badge-1"), new SessionId("session-1"));
    static final ConnectionSettings SETTINGS = ConnectionSettings.DEFAULTS;
    static final ConnectionDecider DECIDER = new ConnectionDecider(SETTINGS);
    static final ConnectionCommand MESSAGE = new ConnectionCommand.MessageSeen();
    static final ConnectionCommand AUDIO = new ConnectionCommand.AudioSeen();
    static final ConnectionCommand VOICE = new ConnectionCommand.VoiceHeard();
    static final ConnectionCommand PONG = new ConnectionCommand.ControlSeen();
    static final ConnectionCommand DISPLACE = new ConnectionCommand.Displace();
    static final ConnectionCommand END = new ConnectionCommand.End();

    private ConnectionExamples() {}

    static Scenario.Given<Connection, ConnectionCommand, ConnectionEffect, ConnectionRejection>
            given(Connection connection) {
        return Scenario.given(DECIDER::decide, connection);
    }

    static Connection.Open opened() {
        return DECIDER.open(IDENTITY, START);
    }

    /// A connection that switched to this mode as it opened.
    static Connection.Open openedIn(Mode mode) {
        return opened().with(mode);
    }

    static Connection displaced() {
        return given(opened()).when(DISPLACE).at(START).state();
    }

    static Connection closed() {
        return given(opened()).when(END).at(START).state();
    }

    static Instant millis(long sinceStart) {
        return START.plusMillis(sinceStart);
    }

    static ConnectionCommand start(Mode mode) {
        return new ConnectionCommand.SwitchMode(ModeAction.START, mode);
    }

    static ConnectionCommand end(Mode mode) {
        return new ConnectionCommand.SwitchMode(ModeAction.END, mode);
    }

    static ConnectionCommand hold(IdleHold hold) {
        return new ConnectionCommand.Hold(hold);
    }

    static ConnectionCommand release(IdleHold hold) {
        return new ConnectionCommand.Release(hold);
    }

    /// An alarm; something was just sent, so that silence plays no part.
    static ConnectionCommand deadline(Instant now) {
        return new ConnectionCommand.DeadlineReached(now);
    }
}
