package dev.supie.domain.meeting;

import static dev.supie.domain.meeting.CompanyExamples.CODE;
import static dev.supie.domain.meeting.CompanyExamples.GUEST;
import static dev.supie.domain.meeting.CompanyExamples.GUEST_LEAVES;
import static dev.supie.domain.meeting.CompanyExamples.JOIN;
import static dev.supie.domain.meeting.CompanyExamples.LATER;
import static dev.supie.domain.meeting.CompanyExamples.NOW;
import static dev.supie.domain.meeting.CompanyExamples.RETURN;
import static dev.supie.domain.meeting.CompanyExamples.VISIT;
import static dev.supie.domain.meeting.CompanyExamples.guest;
import static dev.supie.domain.meeting.CompanyExamples.invited;
import static dev.supie.domain.meeting.CompanyExamples.said;
import static dev.supie.domain.meeting.CompanyExamples.shared;
import static dev.supie.domain.meeting.MeetingExamples.DETACH;
import static dev.supie.domain.meeting.MeetingExamples.FINISH;
import static dev.supie.domain.meeting.MeetingExamples.OTHER;
import static dev.supie.domain.meeting.MeetingExamples.SESSION;
import static dev.supie.domain.meeting.MeetingExamples.SETTINGS;
import static dev.supie.domain.meeting.MeetingExamples.arrived;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.millis;
import static dev.supie.domain.meeting.MeetingExamples.notes;
import static dev.supie.domain.meeting.MeetingExamples.spoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.MeetingEffect.AnswerSnippets;
import dev.supie.domain.meeting.MeetingEffect.ShowCaptions;
import dev.supie.domain.meeting.MeetingEffect.ShowCompany;
import dev.supie.domain.meeting.MeetingEffect.ShowFinalize;
import dev.supie.domain.meeting.MeetingEffect.ShowSummary;
import dev.supie.domain.meeting.MeetingEffect.StoreJoined;
import dev.supie.domain.meeting.MeetingEffect.StoreSnippets;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Several badges in one meeting: what each says is heard, and all get the minutes (MTG-2, MTG-6).
final class CompanyMinutesTest {

    @Nested
    class Talking {

        @Test
        void whatAGuestSaysIsItsOwnAndTheOthersSeeIt() {
            Snippet hello = new Snippet(1, NOW, "speech", "badge-2", "hello");

            given(shared())
                    .when(new MeetingCommand.AddSnippets(VISIT, List.of(spoken("hello"))))
                    .at(NOW)
                    .then(
                            new StoreSnippets(List.of(hello)),
                            new AnswerSnippets(1, 0, 0),
                            new ShowCaptions(VISIT, List.of(hello)));
        }

        @Test
        void recognisedSpeechOfAGuestToo() {
            Snippet hello = new Snippet(1, LATER, "speech", "badge-2", "hello");

            given(shared())
                    .when(aloud(VISIT, NOW))
                    .at(LATER)
                    .then(
                            new StoreSnippets(List.of(hello)),
                            new ShowCaptions(VISIT, List.of(hello)));
        }

        @Test
        void aRepeatIsNobodysCaption() {
            given(shared())
                    .when(new MeetingCommand.AddSnippets(SESSION, List.of(spoken("hello"))))
                    .at(NOW)
                    .when(new MeetingCommand.AddSnippets(VISIT, List.of(spoken("hello"))))
                    .at(NOW)
                    .then(new AnswerSnippets(0, 0, 1))
                    .thenUnchanged();
        }

        @ParameterizedTest
        @ValueSource(longs = {29_999, 30_000, 30_001})
        void whatWasSaidBeforeTheCutCountsIfItWasSaidInTheMeeting(long since) {
            Meeting cut = given(shared()).when(new MeetingCommand.Detach(VISIT)).at(LATER).state();
            var late = given(cut).when(aloud(VISIT, millis(since))).at(LATER);

            if (since < 30_000) {
                late.thenRejected(MeetingRejection.NOT_ATTACHED);
            } else {
                assertEquals(1, late.effect(StoreSnippets.class).snippets().size());
            }
        }

        @Test
        void whoHasLeftIsHeardNoMore() {
            Meeting left = given(shared()).when(GUEST_LEAVES).at(LATER).state();

            given(left)
                    .when(aloud(VISIT, NOW))
                    .at(LATER)
                    .thenRejected(MeetingRejection.NOT_ATTACHED);
            given(left)
                    .when(new MeetingCommand.AddSnippets(VISIT, List.of()))
                    .at(LATER)
                    .thenRejected(MeetingRejection.NOT_ATTACHED);
        }

        private MeetingCommand aloud(SessionId session, Instant since) {
            return new MeetingCommand.AddSpeech(
                    Optional.of(GUEST), session, since, spoken("hello"));
        }
    }

    @Nested
    class Ending {

        @Test
        void anyMemberEndsItAndTheOthersAreTold() {
            var then =
                    given(shared())
                            .when(new MeetingCommand.Finish(Optional.of(GUEST), VISIT))
                            .at(NOW);

            assertInstanceOf(Meeting.Finalized.class, then.state());
            assertEquals(new ShowFinalize(VISIT, 0), then.effect(ShowFinalize.class));
            assertEquals(new Attachment.Attached(SESSION), then.state().attachment());
        }

        @Test
        void aGuestThatTakesNoPartDoesNot() {
            Meeting left = given(shared()).when(GUEST_LEAVES).at(NOW).state();

            given(left)
                    .when(new MeetingCommand.Finish(Optional.of(GUEST), VISIT))
                    .at(NOW)
                    .thenRejected(MeetingRejection.NOT_ATTACHED);
        }

        @Test
        void everybodyGetsTheSummaryWhoEverTookPart() {
            Meeting left = given(shared()).when(GUEST_LEAVES).at(NOW).state();
            var then = given(left).when(FINISH).at(LATER);
            Summary summary = ((Meeting.Finalized) then.state()).summary();

            assertEquals(
                    List.of(new ShowSummary(summary), new ShowSummary(Optional.of(GUEST), summary)),
                    then.effects(ShowSummary.class));
        }

        @Test
        void eachIsServedForItself() {
            Meeting.Finalized ended = (Meeting.Finalized) finalized();
            Joined served = new Joined(GUEST, NOW, Standing.SERVED);
            Meeting first =
                    given(ended)
                            .when(new MeetingCommand.SummaryWritten(Optional.of(GUEST)))
                            .at(LATER)
                            .then(new StoreJoined(served))
                            .state();

            assertEquals(false, ((Meeting.Finalized) first).delivered());
            assertEquals(true, ((Meeting.Finalized) first).isAwaited());
            given(first)
                    .when(new MeetingCommand.SummaryWritten(Optional.of(GUEST)))
                    .at(LATER)
                    .then()
                    .thenUnchanged();
            Meeting both = given(first).when(new MeetingCommand.SummaryWritten()).at(LATER).state();
            assertEquals(false, ((Meeting.Finalized) both).isAwaited());
        }

        @Test
        void whoWasAwayGetsItOnceWhenItReturns() {
            Meeting.Finalized ended = (Meeting.Finalized) finalized();
            Meeting away = given(ended).when(new MeetingCommand.Detach(VISIT)).at(LATER).state();
            var back = new MeetingCommand.BadgeReturned(Optional.of(GUEST), RETURN);

            Meeting shown =
                    given(away)
                            .when(back)
                            .at(LATER)
                            .then(new ShowSummary(Optional.of(GUEST), ended.summary()))
                            .state();
            given(shown).when(back).at(LATER).then().thenUnchanged();
            given(shown)
                    .when(new MeetingCommand.SummaryWritten(Optional.of(GUEST)))
                    .at(LATER)
                    .when(new MeetingCommand.BadgeReturned(Optional.of(GUEST), OTHER))
                    .at(LATER)
                    .then()
                    .thenUnchanged();
        }

        @Test
        void aStrangerGetsNothing() {
            var stranger = Optional.of(new DeviceId("badge-9"));

            given(finalized())
                    .when(new MeetingCommand.BadgeReturned(stranger, OTHER))
                    .at(LATER)
                    .then()
                    .thenUnchanged();
        }

        @Test
        void aGuestThatReturnsWhileMinutesAreWrittenWaitsForThem() {
            Meeting ending =
                    given(said())
                            .when(new MeetingCommand.Detach(VISIT))
                            .at(LATER)
                            .when(FINISH)
                            .at(LATER)
                            .state();
            Meeting waiting =
                    given(ending)
                            .when(new MeetingCommand.BadgeReturned(Optional.of(GUEST), RETURN))
                            .at(LATER)
                            .then(new MeetingEffect.BeginFinalizing())
                            .state();

            assertEquals(new Attachment.Attached(RETURN), guest(waiting).attachment());
            assertEquals(new Attachment.Attached(SESSION), waiting.attachment());
        }

        private Meeting finalized() {
            return given(said())
                    .when(FINISH)
                    .at(LATER)
                    .when(arrived(1, notes("a bullet", 1)))
                    .at(LATER)
                    .state();
        }
    }

    @Nested
    class AfterARestart {

        @Test
        void everybodyIsAwayAndStillIn() {
            Meeting before = given(invited()).when(JOIN).at(NOW).state();
            Meeting after = restarted(before, LATER);

            assertEquals(new Attachment.Away(LATER), guest(after).attachment());
            assertEquals(guest(before).joined(), guest(after).joined());
            assertEquals(Optional.of(CODE), after.company().code());
            given(after)
                    .when(new MeetingCommand.Rejoin(GUEST, RETURN))
                    .at(LATER)
                    .then(new ShowCompany());
        }

        @Test
        void theWindowOfAMeetingWithoutAnybodyDoesNotBeginAgain() {
            Meeting nobody =
                    given(shared())
                            .when(new MeetingCommand.Detach(VISIT))
                            .at(NOW)
                            .when(DETACH)
                            .at(millis(35_000))
                            .state();

            assertEquals(
                    new Attachment.Away(millis(35_000)), restarted(nobody, LATER).attachment());
        }

        private Meeting restarted(Meeting meeting, Instant saved) {
            return MeetingRecovery.restored(
                    MeetingRecovery.headOf(meeting, saved),
                    new MeetingRecovery.Kept(
                            List.of(),
                            List.of(),
                            List.of(),
                            meeting.company().guests().stream().map(Guest::joined).toList()),
                    SETTINGS,
                    0,
                    saved);
        }
    }
}
