package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.Optional;

/// All of a meeting that is stored beside its snippets and segments: enough to go on with it after
/// a restart, and what the archive shows.
///
/// @param aliveAt the last moment at which the meeting is known to have been attended; a restart
///   counts the resume window of MTG-9 from here
/// @param lastSnippetAt when the newest accepted snippet came; the start if there was none
/// @param snippetCount number of the newest accepted snippet
/// @param mergedSnippets snippets with a number up to this are part of a segment
/// @param coveredSegments segments with a number up to this are part of the notes
/// @param notesQuality whether the notes were all written by the configured summarizer
/// @param invitation with which other badges join, while the meeting runs
public record MeetingHead(
        MeetingId id,
        DeviceId device,
        Instant startedAt,
        Phase phase,
        Instant aliveAt,
        Instant lastSnippetAt,
        long snippetCount,
        long mergedSnippets,
        long segmentCount,
        long coveredSegments,
        Notes notes,
        Quality notesQuality,
        Invitation invitation) {

    /// Of a meeting that nobody was invited to.
    public MeetingHead(
            MeetingId id,
            DeviceId device,
            Instant startedAt,
            Phase phase,
            Instant aliveAt,
            Instant lastSnippetAt,
            long snippetCount,
            long mergedSnippets,
            long segmentCount,
            long coveredSegments,
            Notes notes,
            Quality notesQuality) {
        this(
                id,
                device,
                startedAt,
                phase,
                aliveAt,
                lastSnippetAt,
                snippetCount,
                mergedSnippets,
                segmentCount,
                coveredSegments,
                notes,
                notesQuality,
                new Invitation.None());
    }

    public Optional<JoinCode> code() {
        return invitation.asCode();
    }

    /// How far a stored meeting has come.
    public sealed interface Phase {

        /// It still takes snippets.
        record Recording() implements Phase {}

        /// Its end is known, its summary is being made.
        record Finalizing(Instant endedAt) implements Phase {}

        /// It is archived.
        ///
        /// @param delivered whether the summary's bytes were written to the badge (MTG-9)
        record Finalized(Instant endedAt, Summary summary, boolean delivered) implements Phase {}
    }
}
