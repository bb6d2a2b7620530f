package dev.supie.application.meeting;

import dev.supie.application.meeting.port.MeetingStep;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.StoredMeeting;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Joined;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingDecider;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.meeting.MeetingRecovery;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.Origin;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes meetings out of the store and puts their steps back.
record MeetingDesk(MeetingStore store, Supplier<MeetingSettings> settings) {

    /// At most this many waiting summaries are delivered on one return (MTG-9); the others follow
    /// on the next.
    private static final int DELIVERIES_MAX = 10;

    /// A meeting out of the store, with the version it has there.
    record Restored(Meeting meeting, long version) {}

    MeetingDecider decider() {
        return new MeetingDecider(settings.get());
    }

    Optional<Restored> load(MeetingId id, long tickets, Instant now) {
        return store.load(id).map(stored -> restored(stored, tickets, now));
    }

    boolean hasSummaryFor(DeviceId device) {
        return store.hasSummaryFor(device);
    }

    List<Restored> undelivered(DeviceId device, Instant now) {
        return store.undelivered(device, DELIVERIES_MAX).stream()
                .map(stored -> restored(stored, 0, now))
                .toList();
    }

    List<MeetingId> unfinished() {
        return store.unfinished();
    }

    /// Of those that the badge has started or joined.
    Optional<Origin> latestOf(DeviceId device) {
        return store.latestOf(device)
                .map(head -> new Origin(head.id(), head.device(), head.startedAt()));
    }

    /// Meetings of others whose summary waits for this badge.
    List<Origin> awaited(DeviceId guest) {
        return store.awaited(guest, DELIVERIES_MAX);
    }

    private Restored restored(StoredMeeting stored, long tickets, Instant now) {
        Meeting meeting =
                MeetingRecovery.restored(
                        stored.head(),
                        new MeetingRecovery.Kept(
                                stored.snippets(), stored.tail(), stored.open(), stored.joined()),
                        settings.get(),
                        tickets,
                        now);
        return new Restored(meeting, stored.version());
    }

    /// Stores the next state together with its must-happen effects; returns the new version.
    long save(Meeting next, long version, List<MeetingEffect.Store> stores, Instant now) {
        List<Snippet> snippets =
                stores.stream().flatMap(effect -> snippetsOf(effect).stream()).toList();
        List<Segment> segments =
                stores.stream().flatMap(effect -> segmentsOf(effect).stream()).toList();
        List<MeetingNotice> notices =
                stores.stream().flatMap(effect -> noticesOf(effect).stream()).toList();
        List<Joined> joined = stores.stream().flatMap(effect -> joinedOf(effect).stream()).toList();
        store.save(
                new MeetingStep(
                        MeetingRecovery.headOf(next, now),
                        version,
                        snippets,
                        segments,
                        notices,
                        joined));
        return version + 1;
    }

    private static List<Snippet> snippetsOf(MeetingEffect.Store effect) {
        return switch (effect) {
            case MeetingEffect.StoreSnippets snippets -> snippets.snippets();
            case MeetingEffect.StoreSegments _,
                    MeetingEffect.StoreNotice _,
                    MeetingEffect.StoreJoined _ ->
                    List.of();
        };
    }

    private static List<Segment> segmentsOf(MeetingEffect.Store effect) {
        return switch (effect) {
            case MeetingEffect.StoreSegments segments -> segments.segments();
            case MeetingEffect.StoreSnippets _,
                    MeetingEffect.StoreNotice _,
                    MeetingEffect.StoreJoined _ ->
                    List.of();
        };
    }

    private static List<MeetingNotice> noticesOf(MeetingEffect.Store effect) {
        return switch (effect) {
            case MeetingEffect.StoreNotice notice -> List.of(notice.notice());
            case MeetingEffect.StoreSnippets _,
                    MeetingEffect.StoreSegments _,
                    MeetingEffect.StoreJoined _ ->
                    List.of();
        };
    }

    private static List<Joined> joinedOf(MeetingEffect.Store effect) {
        return switch (effect) {
            case MeetingEffect.StoreJoined joined -> List.of(joined.joined());
            case MeetingEffect.StoreSnippets _,
                    MeetingEffect.StoreSegments _,
                    MeetingEffect.StoreNotice _ ->
                    List.of();
        };
    }
}
