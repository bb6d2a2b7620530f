package dev.supie.application.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.archive.MeetingSearch.Hit;
import dev.supie.application.archive.MeetingSearch.Result;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.HeldMeeting;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.archive.Excerpt;
import dev.supie.domain.archive.Excerpt.Mark;
import dev.supie.domain.archive.Excerpt.Part;
import dev.supie.domain.archive.Excerpt.Place;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// REST-1: which meetings are found, in which order, with what, and at what price.
class SearchServiceTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final VirtualTime time = new VirtualTime(START);
    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private Runnable beforeEachRead = () -> {};

    /// The largest page of a transcript that was asked for.
    private int largestPage;

    private final MeetingSearch search = ArchiveFeature.search(new Watched(), time);

    /// The store, with something that happens whenever a transcript is read.
    private final class Watched implements MeetingArchive {
        @Override
        public List<MeetingHead> recent(ArchiveQuery query) {
            return store.recent(query);
        }

        @Override
        public Optional<MeetingHead> find(MeetingId id) {
            return store.find(id);
        }

        @Override
        public List<Segment> transcript(MeetingId id, long offset, int limit) {
            beforeEachRead.run();
            largestPage = Math.max(largestPage, limit);
            return store.transcript(id, offset, limit);
        }
    }

    private static HeldMeeting meeting(int number) {
        return new HeldMeeting("m" + number, START.plusSeconds(number));
    }

    private static Minutes minutes(String title, String bullet, String action) {
        return new Minutes(
                title, List.of(bullet), List.of(), List.of(action), List.of(), List.of());
    }

    private Result asked(String question, int offset, int limit) {
        SearchTerms terms =
                assertInstanceOf(SearchTerms.Reading.Understood.class, SearchTerms.read(question))
                        .terms();
        return search.search(terms, offset, limit);
    }

    private Result.Found found(String question) {
        return assertInstanceOf(Result.Found.class, asked(question, 0, MeetingSearch.LIMIT_MAX));
    }

    private List<String> ids(String question) {
        return ids(found(question).hits());
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.head().id().value()).toList();
    }

    @Test
    void titlesMinutesAndTranscriptsAreSearchedInBothLanguages() {
        meeting(1).titled("预算评审 Budget review").finishedIn(store, true);
        meeting(2).with(minutes("x", "Ship on Friday", "小周订货")).finishedIn(store, true);
        meeting(3).saying("We talk about the roll-out", "灰度升级下周开始").finishedIn(store, true);

        assertEquals(List.of("m1"), ids("预算"));
        assertEquals(List.of("m1"), ids("BUDGET"));
        assertEquals(List.of("m2"), ids("friday"));
        assertEquals(List.of("m2"), ids("小周"));
        assertEquals(List.of("m3"), ids("灰度升级"));
        assertEquals(List.of("m3"), ids("\"roll-out\""));
        assertEquals(List.of(), ids("nowhere"));
    }

    @Test
    void aRunningMeetingIsFoundToo() {
        meeting(1).saying("预算").runningIn(store);

        assertEquals(List.of("m1"), ids("预算"));
    }

    @Test
    void everyWordHasToBeThereButAnywhere() {
        meeting(1).titled("budget").saying("friday").finishedIn(store, true);
        meeting(2).titled("budget").finishedIn(store, true);

        assertEquals(List.of("m1"), ids("friday budget"));
    }

    @Test
    void theTitleCountsMostOftenCountsToAPointAndOfEqualsTheLaterIsFirst() {
        meeting(1).titled("plan").finishedIn(store, true);
        meeting(2).with(minutes("x", "the plan", "y")).finishedIn(store, true);
        meeting(3).saying(Collections.nCopies(500, "plan")).finishedIn(store, true);
        meeting(4).saying("plan").finishedIn(store, true);
        meeting(5).titled("plan").finishedIn(store, true);

        assertEquals(List.of("m5", "m1", "m3", "m2", "m4"), ids("plan"));
    }

    @Test
    void excerptsShowWhereItIsAndMarkIt() {
        meeting(1)
                .with(minutes("The plan", "no", "Plan the plan"))
                .saying("nothing", "a plan")
                .finishedIn(store, true);

        Hit hit = found("plan").hits().getFirst();

        assertEquals(
                List.of(
                        new Excerpt(new Place.Title(), "The plan", List.of(new Mark(4, 8))),
                        new Excerpt(
                                new Place.Line(Part.ACTION),
                                "Plan the plan",
                                List.of(new Mark(0, 4), new Mark(9, 13))),
                        new Excerpt(
                                new Place.Spoken(2, START.plusSeconds(3), "Li"),
                                "a plan",
                                List.of(new Mark(2, 6)))),
                hit.excerpts());
        assertEquals(Tally.TITLE + Tally.LINE + Tally.SEGMENT, hit.score());
    }

    @Test
    void excerptsWithMoreOfTheWordsComeFirstAndThereAreFew() {
        List<String> said = new ArrayList<>(Collections.nCopies(50, "only plan"));
        said.add("plan and budget");
        meeting(1).saying(said).finishedIn(store, true);

        List<Excerpt> excerpts = found("plan budget").hits().getFirst().excerpts();

        assertEquals(Tally.EXCERPTS_MAX, excerpts.size());
        assertEquals("plan and budget", excerpts.get(0).text());
        assertEquals(new Place.Spoken(1, START.plusSeconds(2), "Li"), excerpts.get(1).place());
    }

    @Test
    void resultsAreReadInPages() {
        for (int i = 1; i <= 5; i++) {
            meeting(i).titled("plan").finishedIn(store, true);
        }
        var page = assertInstanceOf(Result.Found.class, asked("plan", 1, 2));

        assertEquals(List.of("m4", "m3"), ids(page.hits()));
        assertEquals(5, page.total());
        assertEquals(5, page.searched());
        assertTrue(page.complete());
        assertEquals(
                List.of(), ids(assertInstanceOf(Result.Found.class, asked("plan", 5, 2)).hits()));
    }

    @Test
    void limitsOfAPageHold() {
        assertThrows(IllegalArgumentException.class, () -> asked("plan", -1, 1));
        assertThrows(IllegalArgumentException.class, () -> asked("plan", 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> asked("plan", 0, MeetingSearch.LIMIT_MAX + 1));
    }

    @Test
    void aLongTranscriptIsReadInPagesToItsEnd() {
        List<String> said = new ArrayList<>(Collections.nCopies(3 * SearchService.PAGE, "-"));
        said.set(2 * SearchService.PAGE + 7, "the needle");
        said.add("last");
        meeting(1).saying(said).finishedIn(store, true);

        assertEquals(List.of("m1"), ids("needle last"));
        assertEquals(SearchService.PAGE, largestPage);
    }

    @Test
    void itLooksAtTheNewestOnlyAndSaysSo() {
        for (int i = 0; i <= MeetingSearch.MEETINGS_MAX; i++) {
            meeting(i).titled("plan").finishedIn(store, true);
        }
        Result.Found found = found("plan");

        assertEquals(MeetingSearch.MEETINGS_MAX, found.total());
        assertEquals(MeetingSearch.MEETINGS_MAX, found.searched());
        assertFalse(found.complete());
        store.dispose(new MeetingId("m0"));
        assertTrue(found("plan").complete());
    }

    @Test
    void itGivesUpWhenItsTimeIsOverAndTellsWhatItHasUntilThen() {
        for (int i = 1; i <= 10; i++) {
            meeting(i).titled("plan").finishedIn(store, true);
        }
        beforeEachRead = () -> time.advance(Duration.ofSeconds(1));

        Result.Found found = found("plan");

        assertFalse(found.complete());
        // Five were read within five seconds; of the sixth there was time for the title only.
        assertEquals(List.of("m10", "m9", "m8", "m7", "m6", "m5"), ids(found.hits()));
    }

    @Test
    void onlyAFewSearchAtOnce() {
        meeting(1).titled("plan").finishedIn(store, true);
        List<Result> inside = new ArrayList<>();
        int[] depth = {0};
        beforeEachRead =
                () -> {
                    if (++depth[0] <= SearchService.CONCURRENT_MAX) {
                        inside.add(asked("plan", 0, 1));
                    }
                };

        assertInstanceOf(Result.Found.class, asked("plan", 0, 1));

        assertEquals(
                List.of(Result.Busy.class, Result.Found.class),
                inside.stream().map(Result::getClass).toList());
        beforeEachRead = () -> {};
        assertInstanceOf(Result.Found.class, asked("plan", 0, 1));
    }

    @Test
    void aStoreThatFailsCostsNoPlace() {
        meeting(1).titled("plan").finishedIn(store, true);
        beforeEachRead =
                () -> {
                    throw new StoreException("planned failure");
                };
        for (int i = 0; i <= SearchService.CONCURRENT_MAX; i++) {
            assertThrows(StoreException.class, () -> asked("plan", 0, 1));
        }
        beforeEachRead = () -> {};
        assertEquals(List.of("m1"), ids("plan"));
    }

    @Test
    void whatIsRemovedMeanwhileIsNoHit() {
        meeting(1).titled("plan").finishedIn(store, true);
        meeting(2).titled("plan").finishedIn(store, true);
        beforeEachRead = () -> store.dispose(new MeetingId("m2"));

        assertEquals(List.of("m1"), ids("plan"));
    }

    @Test
    void aMeetingThatStartsMeanwhileMakesNoOtherComeTwice() {
        for (int i = 1; i <= ArchiveQuery.LIMIT_MAX + 5; i++) {
            meeting(i).titled("plan").finishedIn(store, true);
        }
        boolean[] started = {false};
        beforeEachRead =
                () -> {
                    if (!started[0]) {
                        started[0] = true;
                        meeting(9999).titled("plan").runningIn(store);
                    }
                };

        assertEquals(ArchiveQuery.LIMIT_MAX + 5, found("plan").total());
    }
}
