package dev.supie.application.webhook;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.webhook.port.Outbox;
import dev.supie.application.webhook.port.Webhook;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/// Puts the webhook feature together.
public final class WebhookFeature {

    private WebhookFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param background runs short work, and a post for up to five seconds
    /// @param chance numbers from 0 to below 1, for the time of a retry
    public record Ports(
            Outbox outbox,
            Webhook webhook,
            Executor background,
            Alarms alarms,
            InstantSource time,
            DoubleSupplier chance) {}

    public static Webhooks create(Ports ports) {
        return new WebhookService(ports);
    }

    /// For a server without webhook: the same store, but nothing goes into the outbox, where nobody
    /// would ever take it out.
    public static MeetingStore nobodyHears(MeetingStore store) {
        return new NoticedMeetings(store, MeetingStep::withoutNotices, () -> {});
    }
}
