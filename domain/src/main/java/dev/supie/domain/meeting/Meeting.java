package dev.supie.domain.meeting;

import java.time.Instant;

/// A meeting of one badge, in one of three states:
///
/// ```
///            snippets, push clock, checkpoints, badge leaves and returns
///                 ┌──┐
///   start ──▶ Recording ──▶ Finalizing ──▶ Finalized
///                      │           │  ▲         │
///       finalize, spoken finalize, └──┘         └ summary written, finalize again
///       resume window over        drafts until the
///                                 minutes are written
/// ```
///
/// States never go back. Only [MeetingDecider] makes new ones.
public sealed interface Meeting {

    Origin origin();

    Attachment attachment();

    Material material();

    /// Takes snippets (MTG-1 to MTG-5).
    ///
    /// @param pushAt the next beat of the push clock
    /// @param attestAt when the store must hear again that the badge is still there (MTG-9), if
    ///   nothing else is stored before
    record Recording(
            Origin origin,
            Attachment attachment,
            Material material,
            Instant pushAt,
            Checkpoint checkpoint,
            Instant attestAt)
            implements Meeting {

        Recording with(Attachment next) {
            return new Recording(origin, next, material, pushAt, checkpoint, attestAt);
        }

        Recording with(Material next) {
            return new Recording(origin, attachment, next, pushAt, checkpoint, attestAt);
        }

        Recording with(Checkpoint next) {
            return new Recording(origin, attachment, material, pushAt, next, attestAt);
        }

        Recording pushingAt(Instant next) {
            return new Recording(origin, attachment, material, next, checkpoint, attestAt);
        }

        Recording attestingAt(Instant next) {
            return new Recording(origin, attachment, material, pushAt, checkpoint, next);
        }
    }

    /// Its end is decided; the minutes are being written (MTG-6).
    ///
    /// @param endedAt the end of the meeting, for its duration
    /// @param since when finalizing began, for the progress messages
    record Finalizing(
            Origin origin, Attachment attachment, Material material, Instant endedAt, Instant since)
            implements Meeting {

        Finalizing with(Attachment next) {
            return new Finalizing(origin, next, material, endedAt, since);
        }

        Finalizing with(Material next) {
            return new Finalizing(origin, attachment, next, endedAt, since);
        }
    }

    /// Archived; the one summary never changes again (MTG-7).
    ///
    /// @param delivered whether the summary's bytes were written to the badge (MTG-9)
    record Finalized(
            Origin origin,
            Attachment attachment,
            Material material,
            Instant endedAt,
            Summary summary,
            boolean delivered)
            implements Meeting {

        Finalized with(Attachment next) {
            return new Finalized(origin, next, material, endedAt, summary, delivered);
        }

        Finalized whenDelivered() {
            return new Finalized(origin, attachment, material, endedAt, summary, true);
        }
    }
}
