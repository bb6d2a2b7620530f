package dev.supie.application.meeting.port;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;

import java.util.List;
import java.util.Optional;

/// Where meetings live. Whatever a call has returned for survives a kill of the process (CON-6).
///
/// Everything comes back as it was given, with two exceptions: times are kept to the millisecond,
/// rounded down, and in the text of snippets and segments U+0000 and halves of surrogate pairs
/// become U+FFFD. Meetings that started in the same millisecond are in the order of their creation.
///
/// Safe for use by many threads. Every method may throw [StoreException]; after that the outcome of
/// a write is unknown, and the caller must load the meeting again before it goes on.
public interface MeetingStore {

    /// Stores one step of a meeting: all of it or nothing, synced before it returns.
    ///
    /// The first step of a meeting has `expectedVersion` 0 and creates it; each stored step raises
    /// the version by one. Snippets and segments are only ever added. Snippets that are part of a
    /// segment and older than the repetition window may be forgotten. A guest is stored once, as it
    /// was given last. Notices go into the outbox ([dev.supie.application.webhook.port.Outbox]) and
    /// wait there, if the step is stored.
    ///
    /// @throws StaleMeetingException if the stored version is not the expected one; nothing is
    ///   written
    void save(MeetingStep step);

    /// One meeting with everything needed to go on with it.
    Optional<StoredMeeting> load(MeetingId id);

    /// Ids of all meetings that are not finalized, oldest first; for going on after a restart.
    List<MeetingId> unfinished();

    /// The meeting that a badge has started or joined last, in any phase; not one that it has left
    /// before its end.
    Optional<MeetingHead> latestOf(DeviceId device);

    /// Whether a summary waits for this badge, as [#undelivered] and [#awaited] would tell. Every
    /// badge that connects is asked for, and nearly none has one.
    boolean hasSummaryFor(DeviceId device);

    /// Finalized meetings of a badge whose summary has not been delivered, oldest first, at most
    /// `limit` of them (MTG-9).
    List<StoredMeeting> undelivered(DeviceId device, int limit);

    /// Finalized meetings of other badges that this one has joined and whose summary it has not
    /// been given, oldest first, at most `limit` of them (MTG-9).
    List<Origin> awaited(DeviceId guest, int limit);

    /// The segments numbered `first` to `last`, both included, in order.
    List<Segment> segments(MeetingId id, long first, long last);
}
