package dev.supie.application.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.connection.port.BadgeMessage.MeetingSummary;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.fake.InMemoryMeetingStore;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.ScriptedColleagues;
import dev.supie.application.fake.ScriptedSummarizer;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.fixture.Bench;
import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.Minutes;
import dev.supie.domain.meeting.Note;
import dev.supie.domain.meeting.Notes;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.SnippetInput;
import dev.supie.domain.meeting.Summary;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// MTG-5: the minutes cover the whole meeting. Facts are planted at every position of long
/// meetings, through the real services; a model that keeps what it is told must give them back.
final class PlantedFactsTest {

    private static final int LINES = 400;

    /// As many as minutes have room for.
    private static final int FACTS = Minutes.OTHERS_MAX;

    private static final int WINDOW_CHARS_MAX = MeetingSettings.DEFAULTS.windowCharsMax();
    private static final Duration PACE = Duration.ofSeconds(6);
    private static final DeviceId BADGE = new DeviceId("badge");
    private static final SessionId SESSION = new SessionId("session");

    private static final double FOUND_MIN = 0.95;

    /// What a model is left with that is shown only the last 4,000 characters.
    private static final double LAST_WINDOW_MAX = 0.12;

    /// Notes what it is told to note, and keeps its notes or forgets them.
    private static final class NotingModel implements Summarizer {

        private final boolean keepsNotes;
        private final List<DraftRequest> requests = new ArrayList<>();

        private NotingModel(boolean keepsNotes) {
            this.keepsNotes = keepsNotes;
        }

        @Override
        public Draft draft(DraftRequest request) {
            requests.add(request);
            Stream<Note> known = keepsNotes ? request.notes().decisions().stream() : Stream.empty();
            Stream<Note> fresh =
                    request.window().stream()
                            .filter(segment -> segment.text().contains("FACT"))
                            .map(segment -> new Note(segment.text(), segment.number()));
            List<Note> decisions = Stream.concat(known, fresh).toList();
            List<Note> bullets = List.of(new Note("a bullet", 1));
            return new Draft(
                    new Notes("title", bullets, decisions, List.of(), List.of(), List.of()),
                    "model");
        }
    }

    /// A meeting for every so many positions of the first fact; the others are spread evenly behind
    /// it.
    private static double shareFound(boolean keepsNotes, int step) {
        int found = 0;
        int planted = 0;
        int apart = LINES / FACTS;
        for (int first = 0; first < apart; first += step) {
            List<String> said = talk();
            List<String> facts = new ArrayList<>();
            for (int i = 0; i < FACTS; i++) {
                String fact = "FACT " + first + "/" + i + " is worth keeping.";
                said.set(first + i * apart, fact);
                facts.add(fact);
            }
            List<String> decisions = held(said, new NotingModel(keepsNotes)).minutes().decisions();
            found += Math.toIntExact(facts.stream().filter(decisions::contains).count());
            planted += facts.size();
        }
        return (double) found / planted;
    }

    private static List<String> talk() {
        return new ArrayList<>(
                IntStream.range(0, LINES)
                        .mapToObj(
                                i ->
                                        "Line %d goes on about the weather, 第%d句说的是天气, and about what"
                                                        .formatted(i, i)
                                                + " everybody had for lunch that day.")
                        .toList());
    }

    /// What the badge is told in the end.
    private static Summary held(List<String> said, Summarizer model) {
        VirtualTime time = new VirtualTime(Bench.START);
        StepExecutor threads = new StepExecutor();
        RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
        link.connect(SESSION);
        Meetings meetings = meetings(time, threads, link, model);
        meetings.arrived(BADGE, SESSION);
        meetings.start(BADGE, SESSION, Entrance.OWN);
        Requester badge = new Requester(BADGE, SESSION, Rid.NONE);
        for (String text : said) {
            meetings.addSnippets(badge, List.of(new SnippetInput("note", text, "")));
            pass(time, threads);
        }
        meetings.finish(badge);
        threads.runAll();
        return link.sentTo(SESSION, MeetingSummary.class).getLast().summary();
    }

    private static void pass(VirtualTime time, StepExecutor threads) {
        threads.runAll();
        var end = time.instant().plus(PACE);
        while (time.nextAlarm().filter(due -> !due.isAfter(end)).isPresent()) {
            time.fireNext();
            threads.runAll();
        }
        time.jump(Duration.between(time.instant(), end));
    }

    private static Meetings meetings(
            VirtualTime time, StepExecutor threads, RecordingBadgeLink link, Summarizer model) {
        return MeetingFeature.create(
                new MeetingFeature.Ports(
                        new InMemoryMeetingStore(),
                        link,
                        model,
                        new ScriptedSummarizer("extractive"),
                        new Workers(threads, 1),
                        threads,
                        time,
                        time,
                        () -> new MeetingId("meeting"),
                        () -> MeetingSettings.DEFAULTS,
                        Optional.empty(),
                        ScriptedColleagues.strangers()),
                new FinalizingWatch() {
                    @Override
                    public void finalizing(SessionId session, MeetingId meeting) {}

                    @Override
                    public void finalized(SessionId session, MeetingId meeting) {}
                });
    }

    @Test
    void aFactIsKeptWhereverItWasSaid() {
        double share = shareFound(true, 1);

        assertTrue(share >= FOUND_MIN, () -> "found only " + share);
    }

    /// Shows that the meetings are long enough to lose something.
    @Test
    void whoKeepsOnlyTheLastWindowLosesNearlyAll() {
        double share = shareFound(false, 5);

        assertTrue(share <= LAST_WINDOW_MAX, () -> "found " + share);
    }

    @Test
    void everyCharacterIsInExactlyOneWindow() {
        NotingModel model = new NotingModel(true);
        List<String> said = talk();
        held(said, model);

        List<Segment> read =
                model.requests.stream().flatMap(request -> request.window().stream()).toList();
        assertEquals(
                String.join("", said), String.join("", read.stream().map(Segment::text).toList()));
        assertEquals(
                IntStream.rangeClosed(1, read.size()).mapToObj(i -> (long) i).toList(),
                read.stream().map(Segment::number).toList());
        assertTrue(model.requests.size() > 10, "a long meeting has many windows");
        for (DraftRequest request : model.requests) {
            int chars = request.window().stream().mapToInt(each -> each.text().length()).sum();
            assertTrue(chars <= WINDOW_CHARS_MAX, () -> chars + " characters in one call");
        }
    }
}
