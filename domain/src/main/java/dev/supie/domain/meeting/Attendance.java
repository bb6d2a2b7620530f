package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;

/// Who is there, as the store knows it (MTG-9). A restart counts the resume window from the last
/// time at which a meeting was stored, so a meeting in which nothing happens is stored now and then
/// for that alone.
final class Attendance {

    private final MeetingSettings settings;

    Attendance(MeetingSettings settings) {
        this.settings = settings;
    }

    /// When the resume window of a meeting without anybody ends, or an attended one must be stored
    /// again.
    Instant due(Meeting.Recording recording) {
        return recording
                .company()
                .absentSince()
                .map(since -> since.plus(settings.resumeWindow()))
                .orElse(recording.attestAt());
    }

    /// Another meeting, and so one that is stored, if it has not been for too long.
    Meeting.Recording kept(Meeting.Recording recording, Instant now) {
        boolean due = recording.company().isAttended() && !now.isBefore(recording.attestAt());
        return due ? attested(recording, now) : recording;
    }

    /// Whatever changes is stored, and with it that somebody is there.
    @SuppressWarnings("ReferenceEquality") // the very same object means that nothing is stored
    Decision<Meeting, MeetingEffect, MeetingRejection> noted(
            Meeting.Recording before,
            Decision<Meeting, MeetingEffect, MeetingRejection> decision,
            Instant now) {
        return decision
                                instanceof
                                Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted
                        && accepted.next() instanceof Meeting.Recording next
                        && next != before
                ? Decision.accept(attested(next, now), accepted.effects())
                : decision;
    }

    private Meeting.Recording attested(Meeting.Recording recording, Instant now) {
        return recording.attestingAt(now.plus(settings.attestInterval()));
    }
}
