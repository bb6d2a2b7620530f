package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that can happen to a meeting. Where a command names a `guest` it comes from that
/// badge, and from the badge that started the meeting if it names none.
public sealed interface MeetingCommand {

    /// The badge that started the meeting takes part (again) through this connection (MTG-9).
    record Resume(SessionId session) implements MeetingCommand {}

    /// Another badge wants to take part; or the same one, which is a [Resume].
    ///
    /// @param shown the code it has; empty if it may come without one
    record Join(DeviceId device, SessionId session, Optional<JoinCode> shown)
            implements MeetingCommand {}

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
    record BadgeReturned(Optional<DeviceId> guest, SessionId session) implements MeetingCommand {
        public BadgeReturned(SessionId session) {
            this(Optional.empty(), session);
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
    record AddSpeech(Optional<DeviceId> guest, SessionId session, Instant since, SnippetInput said)
            implements MeetingCommand {
        public AddSpeech(SessionId session, Instant since, SnippetInput said) {
            this(Optional.empty(), session, since, said);
        }
    }

    /// The badge wants the minutes (MTG-6).
    record Finish(Optional<DeviceId> guest, SessionId session) implements MeetingCommand {
        public Finish(SessionId session) {
            this(Optional.empty(), session);
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
    record SummaryWritten(Optional<DeviceId> guest) implements MeetingCommand {
        public SummaryWritten() {
            this(Optional.empty());
        }
    }
}
