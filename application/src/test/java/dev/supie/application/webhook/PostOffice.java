package dev.supie.application.webhook;

import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.ScriptedWebhook;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Quality;
import dev.supie.domain.meeting.Summary;
import dev.supie.domain.webhook.Delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The webhook service on virtual time, and meetings that end.
final class PostOffice {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    final VirtualTime time = new VirtualTime(START);
    final StepExecutor threads = new StepExecutor();
    final InMemoryMeetingStore store = new InMemoryMeetingStore();
    final ScriptedWebhook receiver = new ScriptedWebhook();
    private double chance;
    Webhooks webhooks = opened();

    private Webhooks opened() {
        return WebhookFeature.create(
                new WebhookFeature.Ports(
                        store.outbox(), receiver, threads, time, time, () -> chance));
    }

    /// What the next retries draw.
    void draw(double next) {
        chance = next;
    }

    /// Kills the process and starts another on the same data.
    void restart() {
        threads.forget();
        time.forget();
        webhooks = opened();
        webhooks.recover();
    }

    /// A meeting is stored as finalized; nothing has run for it yet.
    MeetingNotice end(String meeting) {
        return end(webhooks.hearingFrom(store), meeting);
    }

    MeetingNotice end(MeetingStore meetings, String meeting) {
        MeetingNotice notice = notice(meeting);
        meetings.save(new MeetingStep(head(notice), 0, List.of(), List.of(), List.of(notice)));
        return notice;
    }

    /// Time passes; every alarm on the way and all that follows from it happens in its moment.
    void pass(Duration duration) {
        Instant end = time.instant().plus(duration);
        threads.runAll();
        while (time.nextAlarm().filter(due -> !due.isAfter(end)).isPresent()) {
            time.fireNext();
            threads.runAll();
        }
        time.jump(Duration.between(time.instant(), end));
    }

    Optional<Delivery> delivery(String meeting) {
        return store.outbox().find(new MeetingId(meeting));
    }

    /// How it ended; empty if it has not.
    Optional<Delivery.Result> result(String meeting) {
        return delivery(meeting)
                .filter(Delivery.Settled.class::isInstance)
                .map(Delivery.Settled.class::cast)
                .map(Delivery.Settled::result);
    }

    static Optional<Delivery> settled(Delivery.Result result, Instant at) {
        return Optional.of(new Delivery.Settled(result, at));
    }

    private static MeetingNotice notice(String meeting) {
        Minutes minutes =
                new Minutes("title", List.of(), List.of(), List.of(), List.of(), List.of());
        Summary summary =
                new Summary(
                        new MeetingId(meeting),
                        minutes,
                        Duration.ofMinutes(1),
                        3,
                        false,
                        "model",
                        new Quality.Full());
        return new MeetingNotice(
                new DeviceId("b1"), START, START.plusSeconds(60), 5, Duration.ofMillis(7), summary);
    }

    private static MeetingHead head(MeetingNotice notice) {
        return new MeetingHead(
                notice.meeting(),
                notice.device(),
                notice.startedAt(),
                new MeetingHead.Phase.Finalized(notice.endedAt(), notice.summary(), false),
                notice.startedAt(),
                notice.startedAt(),
                0,
                0,
                0,
                0,
                Notes.EMPTY,
                new Quality.Full());
    }
}
