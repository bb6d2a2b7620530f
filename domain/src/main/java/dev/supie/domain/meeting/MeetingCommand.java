package dev.supie.domain.meeting;

import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.List;

/// Everything that can happen to a meeting.
public sealed interface MeetingCommand {

    /// The badge takes part (again) through this connection (MTG-9).
    record Resume(SessionId session) implements MeetingCommand {}

    /// The badge is connected again, but has not asked for anything yet.
    record BadgeReturned(SessionId session) implements MeetingCommand {}

    /// MTG-2.
    record AddSnippets(SessionId session, List<SnippetInput> items) implements MeetingCommand {
        public AddSnippets {
            items = List.copyOf(items);
        }
    }

    /// Something was said (MTG-2). The badge did not send it, so it gets no receipt for it.
    ///
    /// @param since when it was begun to be said
    record AddSpeech(SessionId session, Instant since, SnippetInput said)
            implements MeetingCommand {}

    /// The badge wants its minutes (MTG-6).
    record Finish(SessionId session) implements MeetingCommand {}

    /// This connection of the badge has ended.
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
    record SummaryWritten() implements MeetingCommand {}
}
