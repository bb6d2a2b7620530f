package dev.supie.application.webhook;

import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.runtime.Backoff;
import dev.supie.application.runtime.FailureLog;
import dev.supie.application.runtime.Lane;
import dev.supie.application.runtime.Wakeup;
import dev.supie.application.webhook.port.Attempt;
import dev.supie.application.webhook.port.OutboxEntry;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.webhook.Delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// Empties the outbox. The outbox itself is the queue: memory holds only what is being posted.
///
/// Everything but the posting happens in one lane, one *look* after another: note what has come of
/// posts, give up what is too much, begin what is due. Whatever may have changed something asks for
/// a look, and at most one waits.
final class WebhookService implements Webhooks {

    private static final System.Logger LOG = System.getLogger(WebhookService.class.getName());

    /// Posts at a time. All go to the one receiver there is, so this is the limit per host too: one
    /// that hangs is tried 4 times in 5 s.
    static final int POSTS_MAX = 4;

    /// Entries that may be open. Whatever comes behind them is given up: what was taken in stays,
    /// the newest pays, and the meeting itself is in the archive all the same.
    static final int OPEN_MAX = 1000;

    /// Given up in one look.
    static final int SURPLUS_MAX = 64;

    private final WebhookFeature.Ports ports;
    private final Lane lane;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final DeliveryLog log = new DeliveryLog();
    private final FailureLog storeFailures;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();

    // Touched in the lane only.
    private final Wakeup wakeup;
    private final Set<MeetingId> busy = new HashSet<>();
    private final Map<MeetingId, Delivery> unsaved = new LinkedHashMap<>();
    private boolean draining;
    private int failures;

    WebhookService(WebhookFeature.Ports ports) {
        this.ports = ports;
        this.lane = new Lane(ports.background());
        this.wakeup = new Wakeup(ports.alarms(), this::ask);
        this.storeFailures = new FailureLog(LOG, ports.time());
    }

    @Override
    public MeetingStore hearingFrom(MeetingStore store) {
        return new NoticedMeetings(store, step -> step, this::ask);
    }

    @Override
    public void recover() {
        ask();
    }

    @Override
    public CompletableFuture<Void> drain() {
        lane.urgent(
                () -> {
                    draining = true;
                    look();
                });
        return drained;
    }

    @Override
    public WebhookCounts counts() {
        return log.counts();
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            lane.urgent(this::look);
        }
    }

    private void look() {
        asked.set(false);
        wakeup.fired();
        try {
            saveOutcomes();
            giveUpSurplus();
            beginDue();
            failures = 0;
            wakeup.by(ports.outbox().nextRetry(now()));
        } catch (RuntimeException failure) {
            // The store, or a bug: either way nobody else would ever look again.
            failures++;
            storeFailures.error("the outbox of the webhook cannot be used", failure);
            wakeup.by(Optional.of(now().plus(Backoff.after(failures))));
        }
        if (draining && busy.isEmpty()) {
            drained.complete(null);
        }
    }

    /// Only what is noted is over: until then nobody posts it again.
    private void saveOutcomes() {
        for (Map.Entry<MeetingId, Delivery> outcome : List.copyOf(unsaved.entrySet())) {
            ports.outbox().save(outcome.getKey(), outcome.getValue());
            unsaved.remove(outcome.getKey());
            busy.remove(outcome.getKey());
        }
    }

    private void giveUpSurplus() {
        List<OutboxEntry> surplus = ports.outbox().openAfter(OPEN_MAX, SURPLUS_MAX);
        for (OutboxEntry entry : surplus) {
            Instant now = now();
            Delivery next = entry.delivery().givenUp(now);
            ports.outbox().save(entry.meeting(), next);
            Attempt none = new Attempt.Failed(Attempt.Content.NONE, "the outbox is full");
            log.tell(entry.notice(), none, next, Duration.ZERO, now);
        }
        if (surplus.size() == SURPLUS_MAX) {
            ask();
        }
    }

    private void beginDue() {
        if (draining || busy.size() == POSTS_MAX) {
            return;
        }
        // Those that are busy are due as well, until what came of them is noted.
        for (OutboxEntry entry : ports.outbox().due(now(), POSTS_MAX + busy.size())) {
            if (busy.size() < POSTS_MAX && busy.add(entry.meeting())) {
                ports.background().execute(() -> post(entry));
            }
        }
    }

    /// On a thread of its own.
    private void post(OutboxEntry entry) {
        Instant begin = now();
        Attempt attempt = attempt(entry);
        lane.urgent(() -> posted(entry, attempt, begin));
    }

    private Attempt attempt(OutboxEntry entry) {
        try {
            return ports.webhook().post(entry.notice());
        } catch (RuntimeException bug) {
            // Whatever it is, it must not leave a place taken and a notice stuck for ever.
            LOG.log(System.Logger.Level.ERROR, "posting " + entry.meeting() + " failed", bug);
            return new Attempt.Failed(Attempt.Content.NONE, "posting failed");
        }
    }

    private void posted(OutboxEntry entry, Attempt attempt, Instant begin) {
        Instant now = now();
        Delivery next =
                switch (attempt) {
                    case Attempt.Accepted _ -> entry.delivery().accepted(now);
                    case Attempt.Failed _ ->
                            entry.delivery().failed(now, ports.chance().getAsDouble());
                };
        log.tell(entry.notice(), attempt, next, Duration.between(begin, now), now);
        unsaved.put(entry.meeting(), next);
        look();
    }

    private Instant now() {
        return ports.time().instant();
    }
}
