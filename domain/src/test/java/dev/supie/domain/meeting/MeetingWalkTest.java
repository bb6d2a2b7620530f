package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.OTHER;
import static dev.supie.domain.meeting.MeetingExamples.SESSION;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.Seeded;
import dev.supie.domain.kernel.SessionId;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Meetings at random, from seeds: what must hold however things happen.
final class MeetingWalkTest {

    private static final int SEEDS = 100;
    private static final int STEPS = 120;

    /// Enough for every retry of every window of such a walk.
    private static final int ENDING_STEPS_MAX = 2_000;

    private static final List<DeviceId> GUESTS =
            List.of(new DeviceId("guest-1"), new DeviceId("guest-2"), new DeviceId("guest-3"));

    private static final List<MeetingPlay> PLAYS = new ArrayList<>();

    @BeforeAll
    static void playEverySeedOnce() {
        for (int seed = 0; seed < SEEDS; seed++) {
            PLAYS.add(walked(seed));
        }
    }

    @Test
    void theWalksGetWhereTheyAreMeantTo() {
        assertTrue(PLAYS.stream().anyMatch(play -> play.folded().size() > 5), "many windows");
        assertTrue(
                PLAYS.stream().anyMatch(play -> summaryOf(play).provider().equals("extractive")),
                "every summarizer failed");
        assertTrue(
                PLAYS.stream()
                        .anyMatch(play -> play.meeting().attachment() instanceof Attachment.Away),
                "ended without its badge");
        assertTrue(
                PLAYS.stream()
                        .anyMatch(
                                play ->
                                        !play.effects(MeetingEffect.ShowCheckpoint.class)
                                                .isEmpty()),
                "interim summaries");
        assertTrue(
                PLAYS.stream().anyMatch(play -> play.meeting().company().guests().size() == 3),
                "several badges");
    }

    private static Summary summaryOf(MeetingPlay play) {
        return assertInstanceOf(Meeting.Finalized.class, play.meeting()).summary();
    }

    @Test
    void everyMeetingEndsWithItsMinutesHoweverItGoes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            String named = "seed " + seed;
            MeetingPlay play = PLAYS.get(seed);

            Summary summary = summaryOf(play);
            assertEquals(play.segments().size(), summary.sourceSegments(), named);
            assertEquals(play.segments().isEmpty(), summary.minutes().bullets().isEmpty(), named);
            assertEquals(1, play.effects(MeetingEffect.BeginFinalizing.class).size(), named);
            assertEquals(1, play.effects(MeetingEffect.EndFinalizing.class).size(), named);
        }
    }

    @Test
    void everySnippetIsInTheTranscriptExactlyOnceAndInOrder() {
        for (int seed = 0; seed < SEEDS; seed++) {
            MeetingPlay play = PLAYS.get(seed);

            assertEquals(
                    joined(play.snippets().stream().map(Snippet::text).toList()),
                    joined(play.segments().stream().map(Segment::text).toList()),
                    "seed " + seed);
        }
    }

    @Test
    void segmentsAndSnippetsAreNumberedWithoutGaps() {
        for (int seed = 0; seed < SEEDS; seed++) {
            MeetingPlay play = PLAYS.get(seed);

            for (int i = 0; i < play.segments().size(); i++) {
                assertEquals(i + 1, play.segments().get(i).number(), "seed " + seed);
            }
            for (int i = 0; i < play.snippets().size(); i++) {
                assertEquals(i + 1, play.snippets().get(i).number(), "seed " + seed);
            }
        }
    }

    @Test
    void everySegmentIsReadInExactlyOneWindow() {
        for (int seed = 0; seed < SEEDS; seed++) {
            MeetingPlay play = PLAYS.get(seed);

            long next = 1;
            for (Window window : play.folded()) {
                assertEquals(next, window.first(), "seed " + seed);
                next = window.last() + 1;
            }
            assertEquals(play.segments().size() + 1, next, "seed " + seed);
        }
    }

    @Test
    void segmentsStayWithinTheirLimitAndWithOneSpeaker() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Segment segment : PLAYS.get(seed).segments()) {
                assertTrue(segment.text().length() <= Transcript.SEGMENT_CHARS_MAX, "seed " + seed);
                assertFalse(segment.speaker().isBlank(), "seed " + seed);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameMeeting() {
        for (int seed = 0; seed < 5; seed++) {
            assertEquals(PLAYS.get(seed).meeting(), walked(seed).meeting(), "seed " + seed);
        }
    }

    private static MeetingPlay walked(long seed) {
        try {
            return walk(seed);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    private static MeetingPlay walk(long seed) {
        Seeded random = new Seeded(seed);
        MeetingPlay play = new MeetingPlay();
        for (int step = 0; step < STEPS && play.meeting() instanceof Meeting.Recording; step++) {
            step(play, random);
        }
        if (play.meeting() instanceof Meeting.Recording) {
            play.send(new MeetingCommand.Finish(SESSION));
        }
        for (int step = 0; step < ENDING_STEPS_MAX; step++) {
            if (play.meeting() instanceof Meeting.Finalized) {
                return play;
            }
            endingStep(play, random);
        }
        throw new AssertionError("no end after " + ENDING_STEPS_MAX + " steps");
    }

    private static void step(MeetingPlay play, Seeded random) {
        SessionId session = random.oneIn(5) ? OTHER : SESSION;
        if (random.oneIn(3)) {
            guestStep(play, random);
        }
        switch (random.below(12)) {
            case 0 -> play.send(new MeetingCommand.Resume(session));
            case 1 -> {
                play.send(new MeetingCommand.Detach(session));
                play.advanceTo(play.now().plusSeconds(random.oneIn(8) ? 4_000 : 0));
            }
            case 2 -> play.send(new MeetingCommand.BadgeReturned(session));
            case 3 -> play.answer();
            case 4 -> play.fail("off");
            case 5 -> play.send(MeetingExamples.arrived(random.below(5), Notes.EMPTY));
            case 6 -> play.advanceTo(play.now().plusSeconds(random.below(900)));
            default -> {
                play.send(new MeetingCommand.Resume(session));
                play.send(new MeetingCommand.AddSnippets(session, snippets(random)));
                play.advanceTo(play.now().plusMillis(random.below(7_000)));
            }
        }
    }

    private static void guestStep(MeetingPlay play, Seeded random) {
        DeviceId guest = random.oneOf(GUESTS);
        SessionId session = new SessionId("session-of-" + guest);
        switch (random.below(7)) {
            case 0 -> play.send(new MeetingCommand.Join(guest, session, Optional.empty()));
            case 1 -> play.send(new MeetingCommand.Rejoin(guest, session));
            case 2 -> play.send(new MeetingCommand.Leave(session));
            case 3 -> play.send(new MeetingCommand.Detach(session));
            case 4 -> play.send(new MeetingCommand.BadgeReturned(Optional.of(guest), session));
            case 5 -> play.send(new MeetingCommand.GiveUp(guest));
            default -> play.send(new MeetingCommand.AddSnippets(session, snippets(random)));
        }
    }

    private static void endingStep(MeetingPlay play, Seeded random) {
        switch (random.below(4)) {
            case 0 -> play.answer();
            case 1 -> play.fail("off");
            case 2 -> play.send(new MeetingCommand.SummaryWritten());
            default -> play.advanceTo(play.now().plus(Duration.ofSeconds(random.below(90))));
        }
    }

    private static List<SnippetInput> snippets(Seeded random) {
        List<SnippetInput> items = new ArrayList<>();
        int count = random.below(14);
        for (int i = 0; i < count; i++) {
            String speaker = random.oneOf(List.of("", "ann", "bo"));
            String text = random.oneIn(4) ? random.text(600) : random.text(20);
            items.add(MeetingExamples.spokenBy(speaker, text));
        }
        return items;
    }

    private static String joined(List<String> texts) {
        return String.join("", texts).replace(" ", "");
    }
}
