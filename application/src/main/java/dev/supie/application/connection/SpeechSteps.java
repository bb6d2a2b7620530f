package dev.supie.application.connection;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.speech.Ear;
import dev.supie.domain.connection.Connection;
import dev.supie.domain.connection.ConnectionCommand;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.listening.Speech;
import dev.supie.domain.listening.Unheard;
import dev.supie.domain.listening.WakeWord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// What becomes of speech (LIS-4, LIS-6, MTG-2, T24); only ever called in a connection's lane.
final class SpeechSteps {

    private final ConnectionSteps connections;
    private final Meetings meetings;
    private final BadgeLink link;
    private final InstantSource time;

    SpeechSteps(
            ConnectionSteps connections, Meetings meetings, BadgeLink link, InstantSource time) {
        this.connections = connections;
        this.meetings = meetings;
        this.link = link;
        this.time = time;
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

    /// T24: a wake word asks for nothing; any other text counts as if it had been said.
    private void detected(LiveConnection live, String text, Rid rid) {
        if (live.isFenced()) {
            // DUP-2: a replaced connection is still listened to, but it is not obeyed.
            send(live, Refusal.REPLACED.of("listen", "detect", rid));
        } else if (!text.isEmpty() && !WakeWord.is(text)) {
            send(live, new BadgeMessage.SpeechText(session(live), text));
            note(live, time.instant(), text);
        }
    }

    void guessed(LiveConnection live, Instant since, Speech speech) {
        send(live, transcription(live, since, speech, false));
    }

    void said(LiveConnection live, Instant since, Speech speech) {
        if (!speech.text().isEmpty()) {
            send(live, new BadgeMessage.SpeechText(session(live), speech.text()));
        }
        send(live, transcription(live, since, speech, true));
        if (!speech.text().isEmpty()) {
            note(live, since, speech.text());
        }
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
        live.takeNewMode()
                .ifPresent(mode -> live.ownEar().find().ifPresent((Ear ear) -> ear.switchTo(mode)));
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
        link.send(session(live), message);
    }
}
