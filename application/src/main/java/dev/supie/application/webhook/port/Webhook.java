package dev.supie.application.webhook.port;

import dev.supie.domain.meeting.MeetingNotice;

/// The system that is told of meetings (HOOK-1).
///
/// Safe for use by many threads.
public interface Webhook {

    /// Posts the notice once and says what came of it. The same notice is always posted under the
    /// same id and with the same body, so that a receiver can tell a repetition.
    ///
    /// Blocks its thread for five seconds at most, whatever the receiver does; an interrupt ends it
    /// early as failed. It throws nothing.
    Attempt post(MeetingNotice notice);
}
