package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.Optional;

/// Decides what becomes of a meeting. Pure: the same state, command, time and settings always give
/// the same decision.
public record MeetingDecider(MeetingSettings settings) {

    /// A new meeting (MTG-1): empty buffers, running clocks, its badge attached.
    public Meeting.Recording start(Origin origin, SessionId session) {
        Instant now = origin.startedAt();
        return new Meeting.Recording(
                origin,
                Company.of(new Attachment.Attached(session)),
                new Material(Intake.startedAt(now), Transcript.EMPTY, Digest.EMPTY),
                now.plus(settings.pushInterval()),
                new Checkpoint.Waiting(now.plus(settings.checkpointInterval()), 0),
                now.plus(settings.attestInterval()));
    }

    /// The decision. An accepted one whose next state is the very same object changes nothing.
    public Decision<Meeting, MeetingEffect, MeetingRejection> decide(
            Meeting meeting, MeetingCommand command, Instant now) {
        return switch (meeting) {
            case Meeting.Recording recording ->
                    new RecordingRules(settings).decide(recording, command, now);
            case Meeting.Finalizing finalizing ->
                    new FinalizingRules(settings).decide(finalizing, command, now);
            case Meeting.Finalized finalized -> FinalizedRules.decide(finalized, command);
        };
    }

    /// When the meeting wants to be woken by [MeetingCommand.DeadlineReached]; empty for never.
    public Optional<Instant> deadline(Meeting meeting) {
        return switch (meeting) {
            case Meeting.Recording recording -> new RecordingRules(settings).deadline(recording);
            case Meeting.Finalizing finalizing ->
                    DraftRules.deadline(finalizing.material().digest().drafting());
            case Meeting.Finalized _ -> Optional.empty();
        };
    }
}
