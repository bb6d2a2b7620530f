package dev.supie.domain.connection;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what becomes of a connection. Pure.
public record ConnectionDecider(ConnectionSettings settings) {

    /// A badge that has just connected: in chat mode (MODE-1).
    public Connection.Open open(Connection.Identity identity, Instant now) {
        return new Connection.Open(
                identity, Mode.CHAT, ClientFeatures.NONE, IdleClock.startedAt(now));
    }

    /// The decision.
    public Decision<Connection, ConnectionEffect, ConnectionRejection> decide(
            Connection connection, ConnectionCommand command, Instant now) {
        return switch (connection) {
            case Connection.Open open -> whileOpen(open, command, now);
            case Connection.Displaced displaced -> whileDisplaced(displaced, command, now);
            case Connection.Closed _ -> Decision.reject(ConnectionRejection.CLOSED);
        };
    }

    /// When the connection wants to be woken.
    public Optional<Instant> deadline(Connection connection) {
        return switch (connection) {
            case Connection.Open open ->
                    Optional.of(new IdleRules(settings).deadline(open.mode(), open.clock()));
            case Connection.Displaced displaced -> Optional.of(displaced.closesAt());
            case Connection.Closed _ -> Optional.empty();
        };
    }

    private Decision<Connection, ConnectionEffect, ConnectionRejection> whileOpen(
            Connection.Open open, ConnectionCommand command, Instant now) {
        IdleClock clock = open.clock();
        return switch (command) {
            case ConnectionCommand.Greet greet ->
                    Decision.accept(
                            open.with(greet.features()).with(clock.message(now)),
                            List.of(
                                    new ConnectionEffect.Welcome(),
                                    new ConnectionEffect.ShowTasks()));
            case ConnectionCommand.MessageSeen _ -> quietly(open.with(clock.message(now)));
            case ConnectionCommand.AudioSeen _ -> quietly(open.with(clock.audio(now)));
            case ConnectionCommand.VoiceHeard _ -> quietly(open.with(clock.voice(now)));
            case ConnectionCommand.ControlSeen _ -> quietly(open.with(clock.control(now)));
            case ConnectionCommand.SwitchMode change ->
                    switchMode(open.with(clock.message(now)), change);
            case ConnectionCommand.LeaveMeeting _ ->
                    quietly(
                            open.mode() == Mode.MEETING
                                    ? open.with(Mode.CHAT).with(clock.restarted(now))
                                    : open);
            case ConnectionCommand.Hold hold -> quietly(open.with(clock.held(hold.hold(), now)));
            case ConnectionCommand.Release release ->
                    quietly(open.with(clock.released(release.hold(), now)));
            case ConnectionCommand.Displace _ ->
                    Decision.accept(
                            new Connection.Displaced(
                                    open.identity(), now.plus(ConnectionSettings.REPLACED_GRACE)),
                            List.of(
                                    new ConnectionEffect.TellReplaced(
                                            ConnectionSettings.REPLACED_GRACE)));
            case ConnectionCommand.DeadlineReached reached ->
                    new IdleRules(settings).deadlineReached(open, reached.lastSentAt(), now);
            case ConnectionCommand.End _ -> quietly(new Connection.Closed(open.identity()));
        };
    }

    private static Decision<Connection, ConnectionEffect, ConnectionRejection> whileDisplaced(
            Connection.Displaced displaced, ConnectionCommand command, Instant now) {
        return switch (command) {
            // CON-2 answers every hello, and an answer writes nothing for the badge. Left without
            // one, firmware would show an error while its next connection is fine already.
            case ConnectionCommand.Greet _ ->
                    Decision.accept(displaced, List.of(new ConnectionEffect.Welcome()));
            case ConnectionCommand.SwitchMode _ -> Decision.reject(ConnectionRejection.DISPLACED);
            case ConnectionCommand.MessageSeen _,
                    ConnectionCommand.AudioSeen _,
                    ConnectionCommand.VoiceHeard _,
                    ConnectionCommand.ControlSeen _,
                    ConnectionCommand.LeaveMeeting _,
                    ConnectionCommand.Hold _,
                    ConnectionCommand.Release _,
                    ConnectionCommand.Displace _ ->
                    quietly(displaced);
            case ConnectionCommand.DeadlineReached _ ->
                    now.isBefore(displaced.closesAt())
                            ? quietly(displaced)
                            : Decision.accept(
                                    new Connection.Closed(displaced.identity()),
                                    List.of(new ConnectionEffect.Close(CloseCode.REPLACED)));
            case ConnectionCommand.End _ -> quietly(new Connection.Closed(displaced.identity()));
        };
    }

    /// MODE-1, MODE-2. Ending a mode leads back to chat; chat itself has nothing to fall back to,
    /// so ending it changes nothing.
    private static Decision<Connection, ConnectionEffect, ConnectionRejection> switchMode(
            Connection.Open open, ConnectionCommand.SwitchMode change) {
        Mode before = open.mode();
        Mode after =
                switch (change.action()) {
                    case START -> change.mode();
                    case END -> change.mode() == before ? Mode.CHAT : before;
                };
        List<ConnectionEffect> effects = new ArrayList<>();
        if (after != before && before == Mode.MEETING) {
            effects.add(new ConnectionEffect.FinalizeMeeting());
        }
        if (after != before && after == Mode.MEETING) {
            effects.add(new ConnectionEffect.StartMeeting());
        }
        if (after != before && after == Mode.CODING) {
            effects.add(new ConnectionEffect.ForgetBuild());
        }
        effects.add(
                new ConnectionEffect.AnswerMode(change.action(), change.mode(), after == before));
        if (after != before && before == Mode.CODING) {
            effects.add(new ConnectionEffect.EndBuild());
        }
        if (after != before && after == Mode.WORKING) {
            effects.add(new ConnectionEffect.AskToListen());
            effects.add(new ConnectionEffect.ShowTasks());
        }
        return Decision.accept(open.with(after), effects);
    }

    private static Decision<Connection, ConnectionEffect, ConnectionRejection> quietly(
            Connection next) {
        return Decision.accept(next, List.of());
    }
}
