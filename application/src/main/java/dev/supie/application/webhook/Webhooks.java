package dev.supie.application.webhook;

import dev.supie.application.meeting.port.MeetingStore;

import java.util.concurrent.CompletableFuture;

/// Tells another system of every meeting that is over (HOOK-1): at least once, under the same id
/// each time, beside everything else and never before it.
///
/// Safe for use by many threads. No call waits for the store or the receiver.
public interface Webhooks {

    /// The same store, from which this hears of new notices.
    MeetingStore hearingFrom(MeetingStore store);

    /// Goes on with what the last process left. Once, at the start.
    void recover();

    /// Begins nothing new; complete once all that is under way is noted. What is left stays in the
    /// outbox for the next process (CON-6).
    CompletableFuture<Void> drain();

    /// What has been settled since the start of the process (OBS-1).
    WebhookCounts counts();
}
