package dev.supie.application.connection;

import dev.supie.application.connection.ConnectionFeature.Ports;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.speech.Ear;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.Speech;
import dev.supie.domain.listening.Unheard;
import dev.supie.domain.meeting.JoinCode;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What becomes of speech (LIS-4, LIS-6, MODE-4, MTG-2, WF-8, T24); only ever called in a
/// connection's lane.
final class SpeechSteps {

    private static final Refusal TOO_MUCH = new Refusal(ErrorCode.BUSY, Refusal.BUSY_TEXT);

    private final ConnectionSteps connections;
    private final Meetings meetings;
    private final TaskVoice tasks;
    private final ConnectionTalking talking;
    private final Ports ports;

    SpeechSteps(
            ConnectionSteps connections,
            Meetings meetings,
            TaskVoice tasks,
            ConnectionTalking talking,
            Ports ports) {
        this.connections = connections;
        this.meetings = meetings;
        this.tasks = tasks;
        this.talking = talking;
        this.ports = ports;
    }

    void command(LiveConnection live, ConnectionCommand command) {
        connections.command(live, command);
    }

    void handle(LiveConnection live, BadgeRequest.Listening request) {
        command(live, new ConnectionCommand.MessageSeen());
        switch (request) {
            // The ear has heard of it already, in order with the sound.
            case BadgeRequest.StartListening _, BadgeRequest.StopListening _ -> {}
            case BadgeRequest.Detected detected ->
                    detected(live, detected.text().strip(), detected.rid());
        }
    }

    /// CHAT-2, T24: a wake word is greeted at most; any other text counts as if it had been said.
    private void detected(LiveConnection live, String text, Rid rid) {
        if (live.isFenced()) {
            // DUP-2: a replaced connection is still listened to, but it is not obeyed.
            send(live, Refusal.REPLACED.of("listen", "detect", rid));
        } else if (isWakeWord(text)) {
            wake(live, text);
        } else if (!text.isEmpty()) {
            Optional<BadgeRequest.SwitchMode> asked = askedBy(live, text, rid);
            send(live, echo(live, text, asked));
            asked.ifPresentOrElse(
                    change -> connections.switchMode(live, change),
                    () -> take(live, ports.time().instant(), text, rid));
        }
    }

    private boolean isWakeWord(String text) {
        TalkPhrases phrases = ports.settings().get().talking().phrases();
        return phrases.of(text) == TalkPhrases.Meaning.WAKE;
    }

    private void wake(LiveConnection live, String text) {
        answering(live).ifPresent(mode -> talking.said(live, text, mode));
    }

    void guessed(LiveConnection live, Instant since, Speech speech) {
        send(live, transcription(live, since, speech, false));
    }

    void said(LiveConnection live, Instant since, Speech speech) {
        String text = speech.text();
        if (text.isEmpty()) {
            send(live, transcription(live, since, speech, true));
            return;
        }
        Optional<BadgeRequest.SwitchMode> asked = askedBy(live, text, Rid.NONE);
        send(live, echo(live, text, asked));
        send(live, transcription(live, since, speech, true));
        asked.ifPresentOrElse(
                change -> connections.switchMode(live, change),
                () -> take(live, since, text, Rid.NONE));
        tellEar(live);
    }

    /// WF-8 and MTG-2, each in its mode; elsewhere it is normal conversation (CHAT-1).
    private void take(LiveConnection live, Instant since, String text, Rid rid) {
        if (tasks.obey(live, text, rid)) {
            return;
        }
        // Asked first: what is noted may end the meeting, and was still said in it.
        Optional<Mode> answering = answering(live);
        note(live, since, text);
        answering
                .filter(mode -> !talking.said(live, text, mode))
                .ifPresent(_ -> send(live, TOO_MUCH.of("listen", "detect", rid)));
    }

    /// The mode in which normal conversation is answered: not in a meeting (MTG-1), unless that is
    /// wanted, and not for a replaced connection (DUP-2).
    private Optional<Mode> answering(LiveConnection live) {
        return !live.isFenced() && live.state() instanceof Connection.Open open
                ? Optional.of(open.mode()).filter(this::isTalkedIn)
                : Optional.empty();
    }

    private boolean isTalkedIn(Mode mode) {
        return mode != Mode.MEETING || ports.settings().get().talking().inMeetings();
    }

    /// MODE-4. What is said in a meeting belongs to the meeting (MTG-1), so there only the words
    /// that end it count (MTG-6); and a replaced connection is not obeyed (DUP-2).
    private Optional<BadgeRequest.SwitchMode> askedBy(LiveConnection live, String text, Rid rid) {
        boolean obeyed =
                !live.isFenced()
                        && live.state() instanceof Connection.Open open
                        && open.mode() != Mode.MEETING;
        return obeyed ? askedBy(text, rid) : Optional.empty();
    }

    /// As if the badge had asked for it (MODE-3, MTG-1).
    private Optional<BadgeRequest.SwitchMode> askedBy(String text, Rid rid) {
        ConnectionSettings settings = ports.settings().get();
        return settings.phrases()
                .askedBy(text)
                .map(mode -> new BadgeRequest.SwitchMode(ModeAction.START, mode, rid))
                .or(() -> settings.joining().codeIn(text).map(digits -> joining(digits, rid)));
    }

    private static BadgeRequest.SwitchMode joining(String digits, Rid rid) {
        return new BadgeRequest.SwitchMode(
                ModeAction.START,
                Mode.MEETING,
                new BadgeRequest.WithOthers.JoinByCode(new JoinCode(digits)),
                rid);
    }

    private static BadgeMessage echo(
            LiveConnection live, String text, Optional<BadgeRequest.SwitchMode> asked) {
        return asked.<BadgeMessage>map(
                        change -> new BadgeMessage.SwitchText(session(live), text, change.mode()))
                .orElseGet(() -> new BadgeMessage.SpeechText(session(live), text));
    }

    /// Speech is handled beside the ear, which hears of another mode only afterwards.
    static void tellEar(LiveConnection live) {
        live.takeNewMode()
                .ifPresent(mode -> live.ownEar().find().ifPresent((Ear ear) -> ear.switchTo(mode)));
    }

    void unheard(LiveConnection live, Unheard reason, String message) {
        ErrorCode code =
                switch (reason) {
                    case BUSY -> ErrorCode.BUSY;
                    case UNSUPPORTED_LANGUAGE, TIMEOUT, UNAVAILABLE, BROKEN ->
                            ErrorCode.INTERNAL_ERROR;
                };
        send(
                live,
                new BadgeMessage.TranscriptionFailed(
                        session(live), code, reason.name().toLowerCase(Locale.ROOT), message));
    }

    /// MTG-2: in a meeting speech becomes snippets. If the connection has ended or was replaced
    /// meanwhile, the meeting itself knows whether it was said in it (DUP-2).
    private void note(LiveConnection live, Instant since, String text) {
        boolean meets =
                switch (live.state()) {
                    case Connection.Open open -> open.mode() == Mode.MEETING;
                    case Connection.Displaced _, Connection.Closed _ -> true;
                };
        if (!meets) {
            return;
        }
        Meetings.Outcome outcome =
                meetings.addSpeech(live.identity().device(), session(live), since, text);
        if (live.state() instanceof Connection.Open) {
            Refusal.of(outcome)
                    .ifPresent(refusal -> send(live, refusal.of("meeting", "snippet", Rid.NONE)));
        }
        if (outcome == Meetings.Outcome.ENDED) {
            command(live, new ConnectionCommand.LeaveMeeting());
        }
    }

    private static BadgeMessage transcription(
            LiveConnection live, Instant since, Speech speech, boolean last) {
        return new BadgeMessage.Transcription(
                session(live), since, speech.text(), speech.provider(), last);
    }

    private static SessionId session(LiveConnection live) {
        return live.identity().session();
    }

    private void send(LiveConnection live, BadgeMessage message) {
        ports.link().send(session(live), message);
    }
}
