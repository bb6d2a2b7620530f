package dev.supie.domain.meeting;

import java.time.Instant;

/// A meeting that one badge has started and others may have joined, in one of three states:
///
/// ```
///            snippets, push clock, checkpoints, badges join, leave and return
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

    Company company();

    Material material();

    /// Whether the badge that started it is there.
    default Attachment attachment() {
        return company().owner();
    }

    /// Takes snippets (MTG-1 to MTG-5).
    ///
    /// @param pushAt the next beat of the push clock
    /// @param attestAt when the store must hear again that somebody is still there (MTG-9), if
    ///   nothing else is stored before
    record Recording(
            Origin origin,
            Company company,
            Material material,
            Instant pushAt,
            Checkpoint checkpoint,
            Instant attestAt)
            implements Meeting {

        Recording with(Attachment next) {
            return with(company.with(next));
        }

        Recording with(Company next) {
            return new Recording(origin, next, material, pushAt, checkpoint, attestAt);
        }

        Recording with(Material next) {
            return new Recording(origin, company, next, pushAt, checkpoint, attestAt);
        }

        Recording with(Checkpoint next) {
            return new Recording(origin, company, material, pushAt, next, attestAt);
        }

        Recording pushingAt(Instant next) {
            return new Recording(origin, company, material, next, checkpoint, attestAt);
        }

        Recording attestingAt(Instant next) {
            return new Recording(origin, company, material, pushAt, checkpoint, next);
        }
    }

    /// Its end is decided; the minutes are being written (MTG-6).
    ///
    /// @param endedAt the end of the meeting, for its duration
    /// @param since when finalizing began, for the progress messages
    record Finalizing(
            Origin origin, Company company, Material material, Instant endedAt, Instant since)
            implements Meeting {

        Finalizing with(Company next) {
            return new Finalizing(origin, next, material, endedAt, since);
        }

        Finalizing with(Material next) {
            return new Finalizing(origin, company, next, endedAt, since);
        }
    }

    /// Archived; the one summary never changes again (MTG-7).
    ///
    /// @param delivered whether the summary's bytes were written to the badge that started the
    ///   meeting (MTG-9)
    record Finalized(
            Origin origin,
            Company company,
            Material material,
            Instant endedAt,
            Summary summary,
            boolean delivered)
            implements Meeting {

        Finalized with(Company next) {
            return new Finalized(origin, next, material, endedAt, summary, delivered);
        }

        Finalized whenDelivered() {
            return new Finalized(origin, company, material, endedAt, summary, true);
        }

        /// The summary is on its way to a badge that is there.
        public boolean isAwaited() {
            return (!delivered && attachment().reach().isPresent())
                    || company.guests().stream().anyMatch(Guest::isAwaiting);
        }
    }
}
