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
import static dev.supie.domain.meeting.CompanyExamples.join;
import static dev.supie.domain.meeting.CompanyExamples.shared;
import static dev.supie.domain.meeting.CompanyExamples.shown;
import static dev.supie.domain.meeting.CompanyExamples.stored;
import static dev.supie.domain.meeting.MeetingExamples.DEADLINE;
import static dev.supie.domain.meeting.MeetingExamples.DETACH;
import static dev.supie.domain.meeting.MeetingExamples.DEVICE;
import static dev.supie.domain.meeting.MeetingExamples.FINISH;
import static dev.supie.domain.meeting.MeetingExamples.OTHER;
import static dev.supie.domain.meeting.MeetingExamples.SESSION;
import static dev.supie.domain.meeting.MeetingExamples.SETTINGS;
import static dev.supie.domain.meeting.MeetingExamples.fresh;
import static dev.supie.domain.meeting.MeetingExamples.given;
import static dev.supie.domain.meeting.MeetingExamples.millis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.MeetingEffect.AnswerFinalize;
import dev.supie.domain.meeting.MeetingEffect.ShowCompany;
import dev.supie.domain.meeting.MeetingEffect.StoreJoined;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Several badges in one meeting: who comes in, goes, and comes back (MTG-9).
final class CompanyTest {

    @Nested
    class Coming {

        @Test
        void aGuestIsStoredAndEverybodyIsTold() {
            Joined joined = new Joined(GUEST, NOW, Standing.MEMBER);
            Meeting meeting =
                    given(fresh())
                            .when(JOIN)
                            .at(NOW)
                            .then(new StoreJoined(joined), new ShowCompany())
                            .state();

            assertEquals(
                    List.of(new Guest(joined, new Attachment.Attached(VISIT))),
                    meeting.company().guests());
        }

        @Test
        void joiningAgainChangesNothing() {
            given(shared()).when(JOIN).at(LATER).then().thenUnchanged();
        }

        @Test
        void theRightCodeOpensTheMeeting() {
            given(invited()).when(shown(CODE)).at(NOW).then(stored(NOW), new ShowCompany());
        }

        @Test
        void anotherCodeDoesNot() {
            given(invited())
                    .when(shown(JoinCode.of(123_457)))
                    .at(NOW)
                    .thenRejected(MeetingRejection.NOT_INVITED);
            given(fresh()).when(shown(CODE)).at(NOW).thenRejected(MeetingRejection.NOT_INVITED);
        }

        @Test
        void aCodeIsGivenOnceAndEndsWithTheMeeting() {
            Meeting again =
                    given(invited())
                            .when(new MeetingCommand.Invite(JoinCode.of(7)))
                            .at(NOW)
                            .then()
                            .thenUnchanged()
                            .state();
            Meeting over = given(again).when(FINISH).at(NOW).state();

            assertEquals(Optional.of(CODE), again.company().code());
            assertEquals(Optional.empty(), over.company().code());
        }

        @Test
        void asManyComeAsMayAndNotOneMore() {
            Meeting meeting = fresh();
            for (int i = 2; i <= SETTINGS.membersMax(); i++) {
                meeting = given(meeting).when(numbered(i)).at(NOW).state();
            }

            given(meeting)
                    .when(numbered(SETTINGS.membersMax() + 1))
                    .at(NOW)
                    .thenRejected(MeetingRejection.FULL);
        }

        @Test
        void whoHasLeftStillCountsAndMayComeBack() {
            Meeting meeting = fresh();
            for (int i = 2; i <= SETTINGS.membersMax(); i++) {
                meeting = given(meeting).when(numbered(i)).at(NOW).state();
            }
            Meeting left =
                    given(meeting)
                            .when(new MeetingCommand.Leave(new SessionId("visit-2")))
                            .at(NOW)
                            .state();

            given(left).when(numbered(99)).at(NOW).thenRejected(MeetingRejection.FULL);
            assertEquals(
                    Standing.MEMBER,
                    given(left)
                            .when(numbered(2))
                            .at(NOW)
                            .effect(StoreJoined.class)
                            .joined()
                            .standing());
        }

        @Test
        void itsOwnBadgeOnlyResumes() {
            Meeting meeting = given(invited()).when(join(DEVICE, OTHER)).at(NOW).then().state();

            assertEquals(new Attachment.Attached(OTHER), meeting.attachment());
            assertEquals(List.of(), meeting.company().guests());
        }

        private MeetingCommand numbered(int number) {
            return join(new DeviceId("badge-" + number), new SessionId("visit-" + number));
        }
    }

    @Nested
    class Going {

        @Test
        void aGuestLeavesWithoutEndingAnything() {
            Meeting left =
                    given(shared())
                            .when(GUEST_LEAVES)
                            .at(LATER)
                            .then(
                                    new StoreJoined(new Joined(GUEST, NOW, Standing.LEFT)),
                                    new ShowCompany())
                            .state();

            assertInstanceOf(Meeting.Recording.class, left);
            assertEquals(new Attachment.Apart(VISIT, LATER), guest(left).attachment());
        }

        @Test
        void itsOwnBadgeMayLeaveItToTheOthers() {
            Meeting left =
                    given(shared())
                            .when(new MeetingCommand.Leave(SESSION))
                            .at(LATER)
                            .then(new ShowCompany())
                            .state();

            assertEquals(new Attachment.Apart(SESSION, LATER), left.attachment());
        }

        @Test
        void whoWouldLeaveNobodyBehindEndsIt() {
            Meeting alone = given(shared()).when(GUEST_LEAVES).at(NOW).state();
            var then = given(alone).when(new MeetingCommand.Leave(SESSION)).at(LATER);

            assertInstanceOf(Meeting.Finalized.class, then.state());
            assertEquals(new AnswerFinalize(0, false), then.effect(AnswerFinalize.class));
        }

        @Test
        void whoGoesIntoAnotherMeetingHasLeftThisOne() {
            MeetingCommand gone = new MeetingCommand.GiveUp(GUEST);
            Meeting cut = given(shared()).when(new MeetingCommand.Detach(VISIT)).at(LATER).state();
            Meeting left =
                    given(cut)
                            .when(gone)
                            .at(LATER)
                            .then(
                                    new StoreJoined(new Joined(GUEST, NOW, Standing.LEFT)),
                                    new ShowCompany())
                            .state();

            assertEquals(new Attachment.Away(LATER), guest(left).attachment());
            given(left).when(gone).at(LATER).then().thenUnchanged();
            assertEquals(
                    new Attachment.Away(LATER),
                    guest(given(shared()).when(gone).at(LATER).state()).attachment());
        }

        @Test
        void nobodyLeavesWhoIsNotThere() {
            given(shared())
                    .when(new MeetingCommand.Leave(OTHER))
                    .at(NOW)
                    .thenRejected(MeetingRejection.NOT_ATTACHED);
        }

        @Test
        void oneIsEnoughForTheMeetingToGoOn() {
            Meeting away = given(shared()).when(DETACH).at(LATER).then(new ShowCompany()).state();
            Instant muchLater = LATER.plus(SETTINGS.resumeWindow()).plusSeconds(1);

            assertInstanceOf(
                    Meeting.Recording.class, given(away).when(DEADLINE).at(muchLater).state());
        }

        @Test
        void theResumeWindowRunsFromTheLastOnesEnd() {
            Meeting nobody =
                    given(shared())
                            .when(DETACH)
                            .at(NOW)
                            .when(new MeetingCommand.Detach(VISIT))
                            .at(LATER)
                            .state();
            Instant end = LATER.plus(SETTINGS.resumeWindow());

            assertInstanceOf(
                    Meeting.Recording.class,
                    given(nobody).when(DEADLINE).at(end.minusMillis(1)).state());
            Meeting ended = given(nobody).when(DEADLINE).at(end).state();
            assertEquals(LATER, assertInstanceOf(Meeting.Finalized.class, ended).endedAt());
        }
    }

    @Nested
    class ComingBack {

        private final Meeting cut =
                given(shared()).when(new MeetingCommand.Detach(VISIT)).at(LATER).state();

        @ParameterizedTest
        @ValueSource(longs = {-1, 0, 1})
        void aGuestResumesWithinTheWindow(long millis) {
            Instant end = LATER.plus(SETTINGS.resumeWindow());
            var back =
                    given(cut)
                            .when(new MeetingCommand.Rejoin(GUEST, RETURN))
                            .at(end.plusMillis(millis));

            if (millis < 0) {
                back.then(new ShowCompany());
            } else {
                back.thenRejected(MeetingRejection.NOT_INVITED);
            }
        }

        @Test
        void whoHasLeftDoesNotSlipBackIn() {
            Meeting left = given(shared()).when(GUEST_LEAVES).at(NOW).state();

            given(left)
                    .when(new MeetingCommand.Rejoin(GUEST, RETURN))
                    .at(NOW)
                    .thenRejected(MeetingRejection.NOT_INVITED);
        }

        @Test
        void onItsReturnAGuestIsNotedAndTakesNoPart() {
            Meeting back =
                    given(cut)
                            .when(new MeetingCommand.BadgeReturned(Optional.of(GUEST), RETURN))
                            .at(millis(50_000))
                            .then()
                            .state();

            assertEquals(new Attachment.Apart(RETURN, LATER), guest(back).attachment());
            given(back)
                    .when(new MeetingCommand.AddSnippets(RETURN, List.of()))
                    .at(millis(50_000))
                    .thenRejected(MeetingRejection.NOT_ATTACHED);
            given(back)
                    .when(new MeetingCommand.BadgeReturned(Optional.of(GUEST), RETURN))
                    .at(millis(60_000))
                    .thenUnchanged();
        }

        @Test
        void theEndOfTheOldConnectionLeavesTheNewOneAlone() {
            given(cut)
                    .when(new MeetingCommand.Rejoin(GUEST, RETURN))
                    .at(LATER)
                    .when(new MeetingCommand.Detach(VISIT))
                    .at(LATER)
                    .then()
                    .thenUnchanged();
        }
    }
}
