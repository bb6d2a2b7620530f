package dev.supie.application.meeting;

import dev.supie.application.meeting.port.Summarizer;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingDecider;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.Summary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Plays a transcript through the rules of meetings and has its minutes written, as if it were said
/// to a badge: the same entry rules, windows, notes, checkpoints and fallback (MTG-3 to MTG-8). For
/// those who want to know how good minutes are; nobody is told of it, and nothing is stored.
///
/// Time is that of the transcript, and nothing waits for it: every draft is written on the caller's
/// thread before the next thing is said. Safe for use by many threads.
public final class MeetingRehearsal {

    private final MeetingDecider decider;
    private final DraftWriter writer;

    /// @param configured asked first
    /// @param fallback stands in when that fails (MTG-8)
    /// @param targetLanguage of minutes; empty for the meeting's own (MTG-11)
    public MeetingRehearsal(
            MeetingSettings settings,
            Summarizer configured,
            Summarizer fallback,
            Optional<Language> targetLanguage) {
        this.decider = new MeetingDecider(settings);
        this.writer = new DraftWriter(configured, fallback, targetLanguage);
    }

    /// Something that is said.
    ///
    /// @param after since the meeting's start; not before what was said before it
    public record Line(Duration after, String speaker, String text) {}

    /// What came of it.
    ///
    /// @param checkpoints interim summaries, in order (MTG-5)
    /// @param asked drafts that the configured summarizer was asked for
    /// @param failures why it gave some of them not, in order
    public record Outcome(
            Summary summary, List<Summary> checkpoints, int asked, List<String> failures) {

        public Outcome {
            checkpoints = List.copyOf(checkpoints);
            failures = List.copyOf(failures);
        }
    }

    public Outcome play(List<Line> lines) {
        RehearsedMeeting meeting = new RehearsedMeeting(decider, writer);
        lines.forEach(meeting::say);
        return meeting.finish();
    }
}
