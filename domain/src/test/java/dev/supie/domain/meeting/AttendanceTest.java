package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.DEADLINE;
import static dev.supie.domain.meeting.MeetingExamples.DETACH;
import static dev.supie.domain.meeting.MeetingExamples.SETTINGS;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.say;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.supie.domain.kernel.Decision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

/// MTG-9: a restart counts the resume window from the last time the store heard of the meeting, at
/// -1, 0 and +1 ms.
final class AttendanceTest {

    private final MeetingDecider decider =
            new MeetingDecider(resumableFor(Duration.ofSeconds(100)));

    @ParameterizedTest
    @CsvSource({"49999, false", "50000, true", "50001, true"})
    void aSilentMeetingIsStoredAgainAtHalfOfTheResumeWindow(long at, boolean stored) {
        var decision = decider.decide(silent(), DEADLINE, millis(at));

        assertEquals(stored, changed(silent(), decision));
    }

    @Test
    void thatIsADeadlineOfItsOwn() {
        assertEquals(Optional.of(millis(50_000)), decider.deadline(silent()));
    }

    @Test
    void theNextTimeIsCountedFromTheLast() {
        assertEquals(
                Optional.of(millis(101_000)),
                decider.deadline(next(decider.decide(silent(), DEADLINE, millis(51_000)))));
    }

    @Test
    void whateverElseIsStoredSavesIt() {
        Meeting spoken = next(decider.decide(silent(), say("hello"), millis(30_000)));
        Meeting merged = next(decider.decide(spoken, DEADLINE, millis(35_000)));

        assertEquals(Optional.of(millis(85_000)), decider.deadline(merged));
    }

    @Test
    void anAbsentBadgeIsNotAttested() {
        Meeting away = next(decider.decide(silent(), DETACH, millis(1_000)));

        assertEquals(Optional.of(millis(101_000)), decider.deadline(away));
        assertFalse(changed(away, decider.decide(away, DEADLINE, millis(60_000))));
    }

    @Test
    void aWindowLongerThanTwoCheckpointsCostsNoMoreThanThem() {
        assertEquals(SETTINGS.checkpointInterval(), SETTINGS.attestInterval());
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1999, 1000", "2000, 1000", "2002, 1001"})
    void itIsNeverMoreOftenThanOnceASecond(long windowMillis, long everyMillis) {
        assertEquals(
                Duration.ofMillis(everyMillis),
                resumableFor(Duration.ofMillis(windowMillis)).attestInterval());
    }

    private Meeting.Recording silent() {
        return decider.start(MeetingExamples.ORIGIN, MeetingExamples.SESSION);
    }

    private static Meeting next(Decision<Meeting, MeetingEffect, MeetingRejection> decision) {
        return switch (decision) {
            case Decision.Accepted<Meeting, MeetingEffect, MeetingRejection> accepted ->
                    accepted.next();
            case Decision.Rejected<Meeting, MeetingEffect, MeetingRejection> rejected ->
                    fail("rejected: " + rejected.reason());
        };
    }

    private static boolean changed(
            Meeting before, Decision<Meeting, MeetingEffect, MeetingRejection> decision) {
        return !before.equals(next(decision));
    }

    private static MeetingSettings resumableFor(Duration window) {
        return new MeetingSettings(
                SETTINGS.pushInterval(),
                SETTINGS.checkpointInterval(),
                SETTINGS.durationMin(),
                window,
                SETTINGS.windowCharsMax(),
                SETTINGS.notesTokensMax(),
                SETTINGS.minutesTokensMax(),
                SETTINGS.draftTimeLimit(),
                SETTINGS.termMap(),
                SETTINGS.membersMax());
    }
}
