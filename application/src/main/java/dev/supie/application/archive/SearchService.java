package dev.supie.application.archive;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.domain.archive.Excerpt;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Segment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Searches by reading: meeting by meeting, a page of the transcript at a time (ADR 0015). Between
/// two pages it holds nothing of the store.
final class SearchService implements MeetingSearch {

    /// More at once would take the machine away from meetings that are running.
    static final int CONCURRENT_MAX = 2;

    /// Segments that are in memory at a time.
    static final int PAGE = 500;

    private static final Duration TIME_MAX = Duration.ofSeconds(SECONDS_MAX);

    /// Meetings come newest first and sorting is stable, so of equals the later stays first.
    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingInt(Found::score).reversed();

    private final MeetingArchive archive;
    private final InstantSource time;
    private final Semaphore places = new Semaphore(CONCURRENT_MAX);

    SearchService(MeetingArchive archive, InstantSource time) {
        this.archive = archive;
        this.time = time;
    }

    /// What is kept of a meeting that was found, without its notes and minutes.
    private record Found(MeetingId id, int score, List<Excerpt> excerpts) {}

    @Override
    public Result search(SearchTerms terms, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("offset must be from 0, limit 1.." + LIMIT_MAX);
        }
        if (!places.tryAcquire()) {
            return new Result.Busy();
        }
        try {
            return new Scan(terms).result(offset, limit);
        } finally {
            places.release();
        }
    }

    /// One search.
    private final class Scan {

        private final SearchTerms terms;
        private final Instant deadline = time.instant().plus(TIME_MAX);
        private final List<Found> found = new ArrayList<>();

        /// One that starts or goes meanwhile moves the pages, so a meeting may come twice.
        private final Set<MeetingId> searched = new HashSet<>();

        private boolean complete = true;

        Scan(SearchTerms terms) {
            this.terms = terms;
        }

        Result result(int offset, int limit) {
            for (int read = 0; complete; read += ArchiveQuery.LIMIT_MAX) {
                List<MeetingHead> page = archive.recent(newest(read));
                page.forEach(this::look);
                if (page.size() < ArchiveQuery.LIMIT_MAX) {
                    break;
                }
            }
            found.sort(BEST_FIRST);
            List<Hit> hits = found.stream().skip(offset).limit(limit).flatMap(this::hit).toList();
            return new Result.Found(hits, found.size(), searched.size(), complete);
        }

        /// A meeting that was removed meanwhile is no hit any more.
        private Stream<Hit> hit(Found one) {
            return archive.find(one.id()).stream()
                    .map(head -> new Hit(head, one.score(), one.excerpts()));
        }

        private void look(MeetingHead head) {
            if (searched.size() >= MEETINGS_MAX) {
                complete = false;
            }
            if (!complete || !searched.add(head.id())) {
                return;
            }
            Tally tally = new Tally(terms);
            tally.look(minutes(head));
            readTranscript(head, tally);
            if (tally.hasAll()) {
                found.add(new Found(head.id(), tally.score(), tally.excerpts()));
            }
        }

        private void readTranscript(MeetingHead head, Tally tally) {
            List<Segment> page;
            long read = 0;
            do {
                if (!time.instant().isBefore(deadline)) {
                    complete = false;
                    return;
                }
                page = archive.transcript(head.id(), read, PAGE);
                page.forEach(tally::look);
                read += page.size();
            } while (page.size() == PAGE);
        }
    }

    private static ArchiveQuery newest(int offset) {
        return new ArchiveQuery(
                offset, ArchiveQuery.LIMIT_MAX, Optional.empty(), Instant.MIN, Instant.MAX);
    }

    /// While there is no summary, what the notes would come to.
    private static Minutes minutes(MeetingHead head) {
        return switch (head.phase()) {
            case Phase.Recording _, Phase.Finalizing _ -> Minutes.of(head.notes());
            case Phase.Finalized finalized -> finalized.summary().minutes();
        };
    }
}
