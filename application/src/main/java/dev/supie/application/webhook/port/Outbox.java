package dev.supie.application.webhook.port;

import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.webhook.Delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Notices of meetings on their way to the webhook (HOOK-1), one for each meeting. They come in
/// with the step of the meeting that finalizes it
/// ([dev.supie.application.meeting.port.MeetingStep]) and in the order in which those are stored.
///
/// Times are kept to the millisecond, rounded down. Whatever a call has returned for survives a
/// kill of the process. Safe for use by many threads. Every method may throw
/// [dev.supie.application.meeting.port.StoreException].
public interface Outbox {

    /// Of entries that are settled the newest are kept, at most so many, without their notices.
    int SETTLED_MAX = 1000;

    /// Open entries that are due, the first that came first, at most `limit`.
    List<OutboxEntry> due(Instant now, int limit);

    /// When the next of those becomes due that are not yet; empty if there is none.
    Optional<Instant> nextRetry(Instant now);

    /// Open entries behind the first `skip` of them, due or not, in order, at most `limit`.
    List<OutboxEntry> openAfter(int skip, int limit);

    /// Notes how far an entry has come. What is settled loses its notice and stays as it is, and of
    /// an entry that is not there nothing is noted.
    void save(MeetingId meeting, Delivery delivery);

    /// How far a meeting's notice has come; empty if there never was one, or not any more.
    Optional<Delivery> find(MeetingId meeting);
}
