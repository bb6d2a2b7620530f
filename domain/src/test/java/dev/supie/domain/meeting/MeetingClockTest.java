package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.MeetingExamples.DEADLINE;
import static dev.supie.domain.meeting.MeetingExamples.DECIDER;
import static dev.supie.domain.meeting.MeetingExamples.DETACH;
import static dev.supie.domain.meeting.MeetingExamples.SETTINGS;
import static dev.supie.domain.meeting.MeetingExamples.START;
import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.heard;
import static dev.supie.domain.meeting.MeetingExamples.merged;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.say;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.kernel.Scenario;
import dev.supie.domain.meeting.MeetingEffect.ShowCheckpoint;
import dev.supie.domain.meeting.MeetingEffect.ShowTranscript;
import dev.supie.domain.meeting.MeetingEffect.StoreSegments;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The clocks of a recording, at -1, 0 and +1 ms.
final class MeetingClockTest {

    @Nested
    class Push {

        @ParameterizedTest
        @CsvSource({"4999, 0", "5000, 1", "5001, 1"})
        void mergesWhatIsPendingOnItsBeat(long at, int pushes) {
            var then = given(heard("hello")).when(DEADLINE).at(millis(at));

            assertEquals(pushes, then.effects(ShowTranscript.class).size());
        }

        @Test
        void storesSegmentsBeforeItShowsThem() {
            Segment segment = new Segment(1, START, "badge-1", "hello there");

            given(heard("hello", "there"))
                    .when(DEADLINE)
                    .at(millis(5_000))
                    .then(
                            new StoreSegments(List.of(segment)),
                            new ShowTranscript(List.of(segment), 1));
        }

        @Test
        void isNotWaitedForWhileNothingIsPending() {
            assertEquals(Optional.of(millis(600_000)), DECIDER.deadline(fresh()));
            assertEquals(Optional.of(millis(5_000)), DECIDER.deadline(heard("hello")));
        }

        @ParameterizedTest
        @CsvSource({
            "4999, 5000",
            "5000, 10000",
            "5001, 10000",
            "9999, 10000",
            "10000, 15000",
            "61000, 65000"
        })
        void keepsItsBeatThroughSilence(long spokenAt, long pushedAt) {
            Meeting meeting = given(fresh()).when(say("hello")).at(millis(spokenAt)).state();

            assertEquals(Optional.of(millis(pushedAt)), DECIDER.deadline(meeting));
        }

        @Test
        void aLateAlarmDoesNotShiftTheBeat() {
            Meeting late = given(heard("hello")).when(DEADLINE).at(millis(7_300)).state();

            assertEquals(millis(10_000), ((Meeting.Recording) late).pushAt());
        }

        @Test
        void aChangedIntervalHoldsFromTheNextBeat() {
            MeetingDecider slower = new MeetingDecider(pushingEvery(Duration.ofSeconds(15)));
            assertEquals(Optional.of(millis(5_000)), slower.deadline(heard("hello")));
            Meeting next =
                    Scenario.given(slower::decide, heard("hello"))
                            .when(DEADLINE)
                            .at(millis(5_000))
                            .state();

            assertEquals(millis(20_000), ((Meeting.Recording) next).pushAt());
        }

        @Test
        void goesOnWhileTheBadgeIsAway() {
            Meeting away = given(heard("hello")).when(DETACH).at(millis(1_000)).state();

            assertEquals(Optional.of(millis(5_000)), DECIDER.deadline(away));
            assertEquals(
                    1,
                    given(away)
                            .when(DEADLINE)
                            .at(millis(5_000))
                            .effects(StoreSegments.class)
                            .size());
        }
    }

    @Nested
    class CheckpointClock {

        @ParameterizedTest
        @CsvSource({"599999, 0", "600000, 1", "600001, 1"})
        void asksForNotesOfWhatIsNew(long at, int requests) {
            var then = given(merged("budget")).when(DEADLINE).at(millis(at));

            assertEquals(requests, then.effects(MeetingEffect.RequestDraft.class).size());
        }

        @Test
        void showsAnInterimSummaryOnceTheNotesCoverIt() {
            Summary interim = interim().effect(ShowCheckpoint.class).summary();

            assertEquals(true, interim.checkpoint());
            assertEquals(List.of("so far"), interim.minutes().bullets());
            assertEquals(2, interim.sourceSegments());
            assertEquals(Duration.ofMillis(605_000), interim.duration());
            assertEquals(MeetingExamples.MODEL, interim.provider());
            assertEquals(new Quality.Full(), interim.quality());
        }

        @Test
        void keepsTheMeetingRunning() {
            Meeting.Recording next = assertInstanceOf(Meeting.Recording.class, interim().state());

            assertEquals(2, next.material().transcript().tail().size());
            assertEquals(new Checkpoint.Waiting(millis(1_205_000), 2), next.checkpoint());
        }

        @Test
        void movesOnWithoutAnythingNew() {
            Meeting next = given(fresh()).when(DEADLINE).at(millis(600_000)).then().state();

            assertEquals(
                    new Checkpoint.Waiting(millis(1_200_000), 0),
                    ((Meeting.Recording) next).checkpoint());
        }

        @Test
        void doesNotSummariseTheSameTwice() {
            var then = interim().when(DEADLINE).at(millis(1_205_000));

            assertEquals(List.of(), then.effects());
        }

        private static Scenario.Then<Meeting, MeetingCommand, MeetingEffect, MeetingRejection>
                interim() {
            return given(merged("budget", "hiring"))
                    .when(DEADLINE)
                    .at(millis(600_000))
                    .when(MeetingExamples.arrived(1, MeetingExamples.notes("so far", 1)))
                    .at(millis(605_000));
        }
    }

    @Nested
    class ResumeWindow {

        private final Instant left = millis(60_000);
        private final Instant end = left.plus(SETTINGS.resumeWindow());

        @ParameterizedTest
        @CsvSource({"-1, false", "0, true", "1, true"})
        void endsTheMeetingWhenItIsOver(long offset, boolean ends) {
            Meeting meeting = given(away()).when(DEADLINE).at(end.plusMillis(offset)).state();

            assertEquals(ends, meeting instanceof Meeting.Finalizing);
        }

        @Test
        void isADeadlineOfItsOwn() {
            Duration soon = Duration.ofSeconds(100);
            MeetingDecider decider = new MeetingDecider(resumableFor(soon));

            assertEquals(Optional.of(left.plus(soon)), decider.deadline(away()));
        }

        @Test
        void theMeetingEndedWhenTheBadgeLeft() {
            Meeting meeting = given(away()).when(DEADLINE).at(end).state();

            assertEquals(left, ((Meeting.Finalizing) meeting).endedAt());
            assertEquals(new Attachment.Away(left), meeting.attachment());
        }

        @Test
        void doesNotRunWhileTheBadgeIsThere() {
            Meeting back =
                    given(away())
                            .when(new MeetingCommand.Resume(MeetingExamples.OTHER))
                            .at(end.minusMillis(1))
                            .state();

            assertInstanceOf(Meeting.Recording.class, given(back).when(DEADLINE).at(end).state());
        }

        @Test
        void isNotStoppedByABadgeThatOnlyConnects() {
            Meeting connected =
                    given(away())
                            .when(new MeetingCommand.BadgeReturned(MeetingExamples.OTHER))
                            .at(end.minusMillis(1))
                            .thenUnchanged()
                            .state();

            assertInstanceOf(
                    Meeting.Finalizing.class, given(connected).when(DEADLINE).at(end).state());
        }

        private Meeting away() {
            return given(merged("budget")).when(DETACH).at(left).state();
        }
    }

    private static MeetingSettings pushingEvery(Duration interval) {
        return with(interval, SETTINGS.resumeWindow());
    }

    private static MeetingSettings resumableFor(Duration window) {
        return with(SETTINGS.pushInterval(), window);
    }

    private static MeetingSettings with(Duration push, Duration resumeWindow) {
        return new MeetingSettings(
                push,
                SETTINGS.checkpointInterval(),
                SETTINGS.durationMin(),
                resumeWindow,
                SETTINGS.windowCharsMax(),
                SETTINGS.notesTokensMax(),
                SETTINGS.minutesTokensMax(),
                SETTINGS.draftTimeLimit(),
                SETTINGS.termMap(),
                SETTINGS.membersMax());
    }
}
