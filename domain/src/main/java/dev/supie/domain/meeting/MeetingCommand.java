package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that can happen to a meeting.
public sealed interface MeetingCommand {

    /// The badge that started the meeting takes part (again) through this connection (MTG-9).
    record Resume(SessionId session) implements MeetingCommand {}

    /// Another badge wants to take part; or the same one, which is a [Resume].
    ///
    /// @param shown the code it has; none if it may come without one
    record Join(DeviceId device, SessionId session, Invitation shown) implements MeetingCommand {
        public Join(DeviceId device, SessionId session, Optional<JoinCode> shown) {
            this(device, session, Invitation.of(shown));
        }
    }

    /// A guest that was cut off starts its meeting again (MTG-9).
    record Rejoin(DeviceId guest, SessionId session) implements MeetingCommand {}

    /// The badge that started the meeting wants others to join.
    ///
    /// @param fresh the code to use, if there is none yet
    record Invite(JoinCode fresh) implements MeetingCommand {}

    /// Whoever takes part through this connection goes, and the meeting goes on without it.
    record Leave(SessionId session) implements MeetingCommand {}

    /// A guest goes into another meeting, wherever it is right now.
    record GiveUp(DeviceId guest) implements MeetingCommand {}

    /// The badge is connected again, but has not asked for anything yet.
    record BadgeReturned(Who who, SessionId session) implements MeetingCommand {
        public BadgeReturned(Optional<DeviceId> guest, SessionId session) {
            this(Who.of(guest), session);
        }

        public BadgeReturned(SessionId session) {
            this(new Who.Owner(), session);
        }
    }

    /// MTG-2.
    record AddSnippets(SessionId session, List<SnippetInput> items) implements MeetingCommand {
        public AddSnippets {
            items = List.copyOf(items);
        }
    }

    /// Something was said (MTG-2). The badge did not send it, so it gets no receipt for it.
    ///
    /// @param since when it was begun to be said
    record AddSpeech(Who who, SessionId session, Instant since, SnippetInput said)
            implements MeetingCommand {
        public AddSpeech(
                Optional<DeviceId> guest, SessionId session, Instant since, SnippetInput said) {
            this(Who.of(guest), session, since, said);
        }

        public AddSpeech(SessionId session, Instant since, SnippetInput said) {
            this(new Who.Owner(), session, since, said);
        }
    }

    /// The badge wants the minutes (MTG-6).
    record Finish(Who who, SessionId session) implements MeetingCommand {
        public Finish(Optional<DeviceId> guest, SessionId session) {
            this(Who.of(guest), session);
        }

        public Finish(SessionId session) {
            this(new Who.Owner(), session);
        }
    }

    /// This connection of one of the badges has ended.
    record Detach(SessionId session) implements MeetingCommand {}

    /// It may be time for something; early and late alarms are harmless.
    record DeadlineReached() implements MeetingCommand {}

    /// A summarizer has begun; until then its request waited behind those of other meetings.
    record DraftBegun(long ticket) implements MeetingCommand {}

    /// A summarizer has answered.
    record DraftArrived(long ticket, Notes notes, String provider) implements MeetingCommand {}

    /// A summarizer has given up.
    ///
    /// @param reason short, for people, without secrets
    record DraftFailed(long ticket, String reason) implements MeetingCommand {}

    /// The summary's bytes were handed to the badge's socket.
    record SummaryWritten(Who who) implements MeetingCommand {
        public SummaryWritten(Optional<DeviceId> guest) {
            this(Who.of(guest));
        }

        public SummaryWritten() {
            this(new Who.Owner());
        }
    }
}
