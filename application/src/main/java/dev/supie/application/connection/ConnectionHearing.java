package dev.supie.application.connection;

import dev.supie.application.connection.Connections.Receipt;
import dev.supie.application.conversation.Talk;
import dev.supie.application.speech.Ear;
import dev.supie.application.speech.EarListener;
import dev.supie.application.speech.Ears;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.listening.Speech;
import dev.supie.domain.listening.Unheard;

import java.time.Instant;
import java.util.Optional;

/// What stands between the connections and their ears. A connection does two things side by side,
/// each in order: its lane handles messages, its ear handles sound (MSG-9).
final class ConnectionHearing {

    private final Ears ears;
    private final SpeechSteps steps;

    ConnectionHearing(Ears ears, SpeechSteps steps) {
        this.ears = ears;
        this.steps = steps;
    }

    void hear(LiveConnection live, byte[] packet) {
        ear(live).ifPresent(ear -> ear.hear(packet));
    }

    /// The usual format needs no ear to be known.
    void uplink(LiveConnection live, UplinkFormat format) {
        Optional<Ear> ear = format.equals(UplinkFormat.USUAL) ? live.ownEar().find() : ear(live);
        ear.ifPresent(open -> open.format(format));
    }

    Receipt listen(LiveConnection live, BadgeRequest.Listening request) {
        boolean taken =
                switch (request) {
                    case BadgeRequest.StartListening start ->
                            begin(live, start)
                                    && ear(live).map(ear -> ear.start(start.mode())).orElse(true);
                    case BadgeRequest.StopListening stop ->
                            live.lane().offer(() -> steps.handle(live, stop))
                                    && live.ownEar().find().map(Ear::stop).orElse(true);
                    case BadgeRequest.Detected detected -> detect(live, detected);
                };
        return taken ? Receipt.TAKEN : Receipt.BUSY;
    }

    private boolean begin(LiveConnection live, BadgeRequest.StartListening start) {
        live.listens(start.mode());
        return live.lane().offer(() -> steps.handle(live, start));
    }

    /// It may change the mode (MODE-4, MTG-6), and then what is heard after it means something
    /// else.
    private boolean detect(LiveConnection live, BadgeRequest.Detected detected) {
        Optional<Ear> ear = ear(live);
        ear.ifPresent(Ear::detect);
        Ear.Gate gate = ear.map(Ear::hold).orElse(Ear.Gate.OPEN);
        boolean taken = live.lane().offer(() -> detect(live, detected, gate));
        if (!taken) {
            gate.open(Optional.empty());
        }
        return taken;
    }

    private void detect(LiveConnection live, BadgeRequest.Detected detected, Ear.Gate gate) {
        try {
            steps.handle(live, detected);
        } finally {
            gate.open(live.takeNewMode());
        }
    }

    /// Whatever is heard after a request that may change the mode waits until it has been handled.
    Ear.Gate gate(LiveConnection live, BadgeRequest request) {
        Optional<Ear> ear =
                switch (request) {
                    case BadgeRequest.SwitchMode _, BadgeRequest.FinalizeMeeting _ -> ear(live);
                    case BadgeRequest.AddSnippets _ -> live.ownEar().find();
                    case BadgeRequest.Hello _,
                            BadgeRequest.Activity _,
                            BadgeRequest.Abort _,
                            BadgeRequest.AboutServer _,
                            BadgeRequest.AboutTasks _,
                            BadgeRequest.AboutMessages _,
                            BadgeRequest.AboutCoding _,
                            BadgeRequest.ToolAnswer _,
                            BadgeRequest.Listening _ ->
                            Optional.empty();
                };
        return ear.map(Ear::hold).orElse(Ear.Gate.OPEN);
    }

    /// What was said before a meeting lost its connection still belongs to it (DUP-2).
    ///
    /// @param state before it was closed
    static Ear.End endOf(Connection state) {
        return switch (state) {
            case Connection.Open open ->
                    open.mode() == Mode.MEETING ? Ear.End.FINISH : Ear.End.FORGET;
            case Connection.Displaced _ -> Ear.End.FINISH;
            case Connection.Closed _ -> Ear.End.FORGET;
        };
    }

    /// The connection has ended (CON-4).
    ///
    /// @param whenDone runs in its lane after the last thing that was heard on it
    void close(LiveConnection live, Ear.End end, Runnable whenDone) {
        live.ownEar()
                .take()
                .ifPresentOrElse(
                        ear -> ear.close(end, () -> live.lane().urgent(whenDone)), whenDone);
    }

    private Optional<Ear> ear(LiveConnection live) {
        Connection.Identity identity = live.identity();
        return live.ownEar()
                .open(() -> ears.open(identity.device(), identity.session(), listener(live)));
    }

    private EarListener listener(LiveConnection live) {
        return new EarListener() {
            @Override
            public void voice() {
                if (live.hearsWhileSpokenTo()) {
                    live.ownTalk().find().ifPresent(Talk::voiceHeard);
                }
                // If the lane is full, the badge shows enough life without it.
                live.lane().offer(() -> steps.command(live, new ConnectionCommand.VoiceHeard()));
            }

            @Override
            public void guessed(Instant since, Speech speech) {
                live.lane().offer(() -> steps.guessed(live, since, speech));
            }

            @Override
            public void said(Instant since, Speech speech) {
                live.lane().urgent(() -> steps.said(live, since, speech));
            }

            @Override
            public void unheard(Instant since, Unheard reason, String message) {
                live.lane().urgent(() -> steps.unheard(live, reason, message));
            }

            @Override
            public void deaf(String message) {
                live.lane().urgent(() -> steps.unheard(live, Unheard.UNAVAILABLE, message));
            }
        };
    }
}
