package dev.supie.application.simulation;

import dev.supie.application.fixture.Bench;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingNotice;
import dev.supie.domain.webhook.Delivery;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// HOOK-1 once everything has come to rest: every meeting that is over was told, with one and the
/// same notice each time, and not more often than kills can explain.
final class NoticeCheckers {

    /// The try and the retry.
    private static final int POSTS_MAX = 2;

    private final Bench bench;
    private final int kills;
    private final boolean receiverMayFail;
    private final Map<MeetingId, List<MeetingNotice>> posted;

    NoticeCheckers(Bench bench, int kills, boolean receiverMayFail) {
        this.bench = bench;
        this.kills = kills;
        this.receiverMayFail = receiverMayFail;
        this.posted =
                bench.receiver.posted().stream()
                        .collect(Collectors.groupingBy(MeetingNotice::meeting));
    }

    void run() {
        List<MeetingHead> meetings =
                bench.store.recent(
                        new ArchiveQuery(
                                ArchiveQuery.LIMIT_MAX,
                                Optional.empty(),
                                Instant.EPOCH,
                                Instant.MAX));
        meetings.forEach(this::check);
        List<MeetingId> known = meetings.stream().map(MeetingHead::id).toList();
        check(
                meetings.size() == ArchiveQuery.LIMIT_MAX || known.containsAll(posted.keySet()),
                "told of a meeting that never was",
                posted.keySet());
    }

    private void check(MeetingHead meeting) {
        MeetingId id = meeting.id();
        List<MeetingNotice> posts = posted.getOrDefault(id, List.of());
        check(!posts.isEmpty(), "never told", id);
        check(posts.size() <= POSTS_MAX + kills, "told too often", posts);
        check(posts.stream().distinct().count() == 1, "told differently", posts);
        check(
                meeting.phase() instanceof MeetingHead.Phase.Finalized over
                        && over.summary().equals(posts.getFirst().summary()),
                "told something else than the archive has",
                posts.getFirst());
        boolean settled =
                bench.store.outbox().find(id).orElseThrow()
                                instanceof Delivery.Settled(Delivery.Result result, Instant _)
                        && isTrue(result, id);
        check(settled, "not settled as it was", bench.store.outbox().find(id));
    }

    private boolean isTrue(Delivery.Result result, MeetingId meeting) {
        int taken = Collections.frequency(bench.receiver.taken(), meeting);
        return switch (result) {
            case OK -> taken >= 1 && (kills > 0 || taken == 1);
            case RETRY_OK -> taken >= 1 && receiverMayFail;
            case FAIL -> receiverMayFail;
        };
    }

    private static void check(boolean holds, String what, Object about) {
        if (!holds) {
            throw new AssertionError(what + ": " + about);
        }
    }
}
