package dev.supie.application.fake;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.webhook.port.Outbox;
import dev.supie.application.webhook.port.OutboxEntry;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.webhook.Delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The outbox of [InMemoryMeetingStore], for tests: keeps the contract, and can be told to fail. It
/// outlives a simulated restart with its store.
public final class InMemoryOutbox implements Outbox {

    private final Map<MeetingId, Kept> entries = new LinkedHashMap<>();
    private long lastNumber;
    private int failuresBefore;
    private int failuresAfter;
    private boolean broken;

    /// @param notice empty once it is settled
    private record Kept(long number, Optional<MeetingNotice> notice, Delivery delivery) {

        Optional<OutboxEntry> open() {
            return delivery instanceof Delivery.Open open
                    ? notice.map(told -> new OutboxEntry(told, open))
                    : Optional.empty();
        }
    }

    /// The next so many saves throw, and nothing is noted.
    public synchronized void failSavesBefore(int saves) {
        failuresBefore = saves;
    }

    /// The next save throws although it is noted.
    public synchronized void failNextSaveAfter() {
        failuresAfter = 1;
    }

    /// A bug: the next save throws what no outbox must throw, and nothing is noted.
    public synchronized void breakNextSave() {
        broken = true;
    }

    /// Every meeting of which there is an entry.
    public synchronized List<MeetingId> meetings() {
        return List.copyOf(entries.keySet());
    }

    /// With the step they belong to, which is why only the store calls it.
    synchronized void add(List<MeetingNotice> notices) {
        for (MeetingNotice notice : notices) {
            lastNumber++;
            Kept kept = new Kept(lastNumber, Optional.of(inMillis(notice)), new Delivery.Waiting());
            if (entries.putIfAbsent(notice.meeting(), kept) != null) {
                throw new StoreException("a second notice of meeting " + notice.meeting());
            }
        }
    }

    @Override
    public synchronized List<OutboxEntry> due(Instant now, int limit) {
        return open().filter(entry -> entry.delivery().isDue(now)).limit(limit).toList();
    }

    @Override
    public synchronized Optional<Instant> nextRetry(Instant now) {
        return open().filter(entry -> !entry.delivery().isDue(now))
                .map(InMemoryOutbox::retryAt)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Optional<Instant> retryAt(OutboxEntry entry) {
        return switch (entry.delivery()) {
            case Delivery.Waiting _ -> Optional.empty();
            case Delivery.Resting(Instant retryAt) -> Optional.of(retryAt);
        };
    }

    @Override
    public synchronized List<OutboxEntry> openAfter(int skip, int limit) {
        return open().skip(skip).limit(limit).toList();
    }

    @Override
    public synchronized void save(MeetingId meeting, Delivery delivery) {
        if (broken) {
            broken = false;
            throw new IllegalStateException("broken on purpose");
        }
        if (failuresBefore > 0) {
            failuresBefore--;
            throw new StoreException("planned failure before writing");
        }
        note(meeting, delivery);
        if (failuresAfter > 0) {
            failuresAfter--;
            throw new StoreException("planned failure after writing");
        }
    }

    private void note(MeetingId meeting, Delivery delivery) {
        Kept kept = entries.get(meeting);
        if (kept == null || kept.delivery() instanceof Delivery.Settled) {
            return;
        }
        switch (delivery) {
            case Delivery.Open open ->
                    entries.put(meeting, new Kept(kept.number(), kept.notice(), inMillis(open)));
            case Delivery.Settled(Delivery.Result result, Instant at) -> {
                Delivery settled = new Delivery.Settled(result, inMillis(at));
                entries.put(meeting, new Kept(kept.number(), Optional.empty(), settled));
                forgetOld(kept.number());
            }
        }
    }

    private void forgetOld(long number) {
        entries.values()
                .removeIf(
                        entry ->
                                entry.delivery() instanceof Delivery.Settled
                                        && entry.number() <= number - SETTLED_MAX);
    }

    @Override
    public synchronized Optional<Delivery> find(MeetingId meeting) {
        return Optional.ofNullable(entries.get(meeting)).map(Kept::delivery);
    }

    private Stream<OutboxEntry> open() {
        return new ArrayList<>(entries.values()).stream().map(Kept::open).flatMap(Optional::stream);
    }

    private static Delivery inMillis(Delivery.Open open) {
        return switch (open) {
            case Delivery.Waiting waiting -> waiting;
            case Delivery.Resting(Instant retryAt) -> new Delivery.Resting(inMillis(retryAt));
        };
    }

    private static MeetingNotice inMillis(MeetingNotice notice) {
        return new MeetingNotice(
                notice.device(),
                inMillis(notice.startedAt()),
                inMillis(notice.endedAt()),
                notice.snippets(),
                Duration.ofMillis(notice.finalizing().toMillis()),
                notice.summary());
    }

    private static Instant inMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
