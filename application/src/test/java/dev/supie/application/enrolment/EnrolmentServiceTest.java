package dev.supie.application.enrolment;

import static dev.supie.application.enrolment.Desk.device;
import static dev.supie.application.enrolment.Desk.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.enrolment.Enrolments.Choice;
import dev.supie.application.enrolment.Enrolments.Outcome;
import dev.supie.application.enrolment.Enrolments.Passage;
import dev.supie.application.enrolment.Enrolments.Progress;
import dev.supie.application.enrolment.Enrolments.Question;
import dev.supie.application.enrolment.Enrolments.SerialProof;
import dev.supie.application.enrolment.Enrolments.Standing;
import dev.supie.application.enrolment.port.DeviceQuery.Phase;
import dev.supie.application.enrolment.port.SerialKeys;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.enrolment.EnrolmentDecider;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// OTA-1, T06, T07: badges ask, administrators decide.
final class EnrolmentServiceTest {

    private static final Set<Phase> ALL = Set.of(Phase.values());
    private static final Question BADGE = question("a");
    private static final Question IMPOSTOR = question("a", "somebody else");

    private final Desk desk = new Desk();

    private Passage passage(String token) {
        return desk.enrolments.passage(BADGE.device(), Optional.of(token));
    }

    private Progress progress(Question question) {
        return desk.enrolments.progress(question, Optional.empty());
    }

    private Outcome approveById() {
        return desk.enrolments.approve(new Choice.Device(BADGE.device()));
    }

    @Nested
    class WhileEverybodyIsLetIn {

        private final Desk open = new Desk();

        @Test
        void nobodyWaitsAndNothingIsKept() {
            open.approvalNeeded = false;

            assertEquals(new Standing.Open(), open.ask("a"));
            assertEquals(Progress.DONE, open.enrolments.progress(BADGE, Optional.empty()));
            assertEquals(Passage.OPEN, open.enrolments.passage(BADGE.device(), Optional.empty()));
            assertEquals(0, open.store.writes());
        }
    }

    @Nested
    class Asking {

        @Test
        void t06ANewBadgeIsGivenACodeAndKeepsIt() {
            Standing first = desk.ask("a");

            assertEquals(ActivationCode.of(100_001), desk.codeOf(BADGE));
            assertEquals(first, desk.ask("a"));
            assertEquals(1, desk.store.writes());
        }

        @Test
        void noTwoBadgesHaveTheSameCode() {
            desk.chance.draw(5, 5, 5, 6);

            assertEquals(ActivationCode.of(5), desk.codeOf(question("a")));
            assertEquals(ActivationCode.of(6), desk.codeOf(question("b")));
        }

        @Test
        void aSourceThatIsBrokenTurnsBadgesAway() {
            desk.chance.stick();
            desk.ask("a");

            assertEquals(new Standing.Full(), desk.ask("b"));
        }

        @Test
        void oneTooManyIsTurnedAwayUntilAnotherAsksNoMore() {
            for (int i = 0; i < EnrolmentDecider.PENDING_MAX; i++) {
                assertInstanceOf(Standing.Waiting.class, desk.ask("badge-" + i));
            }
            assertEquals(new Standing.Full(), desk.ask("late"));
            assertEquals(EnrolmentDecider.PENDING_MAX, desk.store.waiting().size());

            desk.time.advance(EnrolmentDecider.CODE_LIFETIME);

            assertInstanceOf(Standing.Waiting.class, desk.ask("late"));
            assertEquals(1, desk.store.waiting().size());
        }

        @Test
        void aCodeLivesAsLongAsItsBadgeAsks() {
            ActivationCode code = desk.codeOf(BADGE);
            for (int minute = 0; minute < 60; minute += 10) {
                desk.time.advance(Duration.ofMinutes(10));
                assertEquals(code, desk.codeOf(BADGE));
            }
            desk.time.advance(EnrolmentDecider.CODE_LIFETIME);

            assertEquals(new Outcome.Nobody(), desk.enrolments.approve(new Choice.Code(code)));
            assertEquals(List.of(), desk.enrolments.list(ALL, 0, 10));
            assertNotEquals(code, desk.codeOf(BADGE));
        }

        @Test
        void aLongDescriptionIsCut() {
            var question = new Question(device("a"), "x", "y".repeat(1000));

            assertEquals(Question.ABOUT_MAX, question.about().length());
        }

        @Test
        void whoeverNamesNoClientIdCouldBeAnybody() {
            desk.admit(BADGE);

            assertEquals(new Standing.Nameless(), desk.enrolments.ask(question("a", "")));
            assertEquals(Progress.WAITING, progress(question("a", "")));
        }

        @Test
        void aFailingStoreIsTold() {
            desk.store.fail(true);

            assertThrows(StoreException.class, () -> desk.ask("a"));
        }
    }

    @Nested
    class Activating {

        @Test
        void t06WaitsUntilApproved() {
            ActivationCode code = desk.codeOf(BADGE);
            assertEquals(Progress.WAITING, progress(BADGE));

            desk.enrolments.approve(new Choice.Code(code));

            assertEquals(Progress.DONE, progress(BADGE));
            assertEquals(Progress.WAITING, progress(IMPOSTOR));
        }

        @Test
        void whoIsUnknownWaitsAndIsNotKept() {
            assertEquals(Progress.WAITING, progress(BADGE));
            assertEquals(0, desk.store.writes());
        }

        @Test
        void whoIsRejectedIsToldSo() {
            desk.enrolments.reject(new Choice.Code(desk.codeOf(BADGE)));

            assertEquals(Progress.REFUSED, progress(BADGE));
            assertEquals(new Standing.Refused(), desk.ask("a"));
        }

        @Test
        void t07AForgedSignatureActivatesNobodyEvenIfApproved() {
            var proof = Optional.of(new SerialProof("serial", "challenge", "hmac"));
            desk.admit(BADGE);

            desk.everySignatureIs(SerialKeys.Verdict.FORGED);
            assertEquals(Progress.FORGED, desk.enrolments.progress(BADGE, proof));
            desk.everySignatureIs(SerialKeys.Verdict.GENUINE);
            assertEquals(Progress.DONE, desk.enrolments.progress(BADGE, proof));
            desk.everySignatureIs(SerialKeys.Verdict.KEY_UNKNOWN);
            assertEquals(Progress.DONE, desk.enrolments.progress(BADGE, proof));
        }

        @Test
        void t07AGenuineSignatureAloneActivatesNobody() {
            desk.ask("a");
            desk.everySignatureIs(SerialKeys.Verdict.GENUINE);

            assertEquals(
                    Progress.WAITING,
                    desk.enrolments.progress(
                            BADGE, Optional.of(new SerialProof("serial", "challenge", "hmac"))));
        }
    }

    @Nested
    class Tokens {

        @Test
        void anApprovedBadgeIsToldTheSameTokenEachTime() {
            String token = desk.admit(BADGE);

            assertEquals(token, desk.tokenOf(BADGE));
            assertEquals(Passage.ADMITTED, passage(token));
        }

        @Test
        void onlyTheFingerprintIsKept() {
            String token = desk.admit(BADGE);

            List<Enrolment> kept = desk.store.of(BADGE.device());
            Enrolment.Approved approved =
                    assertInstanceOf(Enrolment.Approved.class, kept.getFirst());
            assertNotEquals(token, approved.grant().token().value());
            assertNotEquals(token, approved.grant().seed());
            assertNotEquals(BADGE.clientId(), approved.applicant().client().value());
        }

        @Test
        void whoeverMerelyUsesTheIdIsNotToldTheToken() {
            desk.admit(BADGE);

            assertInstanceOf(Standing.Waiting.class, desk.enrolments.ask(IMPOSTOR));
        }

        @Test
        void anImpostorThatWaitsChangesNothingForTheBadge() {
            String token = desk.admit(BADGE);
            desk.enrolments.ask(IMPOSTOR);

            assertEquals(Passage.ADMITTED, passage(token));
            assertEquals(token, desk.tokenOf(BADGE));
            assertEquals(List.of(), desk.sentAway);
        }

        @Test
        void withoutAGoodTokenThereIsNoPassage() {
            desk.admit(BADGE);
            String foreign = desk.admit(question("b"));

            assertEquals(
                    Passage.NO_TOKEN, desk.enrolments.passage(BADGE.device(), Optional.empty()));
            assertEquals(Passage.WRONG_TOKEN, passage("guess"));
            assertEquals(Passage.TOKEN_OF_ANOTHER, passage(foreign));
            assertEquals(
                    Passage.TOKEN_OF_ANOTHER,
                    desk.enrolments.passage(device("nobody"), Optional.of(foreign)));
        }

        @Test
        void aResetBadgeTakesItsOldPlaceOnceItIsApproved() {
            String before = desk.admit(BADGE);
            String now = desk.admit(IMPOSTOR);

            assertEquals(List.of(BADGE.device()), desk.sentAway);
            assertEquals(Passage.ADMITTED, passage(now));
            assertEquals(Passage.WRONG_TOKEN, passage(before));
            assertInstanceOf(Standing.Waiting.class, desk.enrolments.ask(BADGE));
        }

        @Test
        void afterTheKeyWasLostOldTokensHoldAndAskingGivesANewOne() {
            String before = desk.admit(BADGE);
            desk.enrolments = desk.withKey("another key");
            assertEquals(Passage.ADMITTED, passage(before));

            String now = desk.tokenOf(BADGE);

            assertNotEquals(before, now);
            assertEquals(now, desk.tokenOf(BADGE));
            assertEquals(Passage.ADMITTED, passage(now));
            assertEquals(Passage.WRONG_TOKEN, passage(before));
        }

        @Test
        void approvalsOutliveARestart() {
            String token = desk.admit(BADGE);

            desk.enrolments = desk.withKey("key");

            assertEquals(token, desk.tokenOf(BADGE));
            assertEquals(Passage.ADMITTED, passage(token));
        }
    }

    @Nested
    class Deciding {

        @Test
        void approvingTwiceIsHarmless() {
            desk.admit(BADGE);
            int writes = desk.store.writes();

            assertInstanceOf(Outcome.Done.class, approveById());
            assertEquals(writes, desk.store.writes());
            assertEquals(List.of(), desk.sentAway);
        }

        @Test
        void anIdIsEnoughWhileOnlyOneClaimsIt() {
            desk.ask("a");

            assertInstanceOf(Outcome.Done.class, approveById());
            assertEquals(Progress.DONE, progress(BADGE));
        }

        @Test
        void anIdThatSeveralClaimNeedsTheCode() {
            desk.admit(BADGE);
            ActivationCode code = desk.codeOf(IMPOSTOR);

            assertEquals(new Outcome.Several(), approveById());
            assertInstanceOf(Outcome.Done.class, desk.enrolments.approve(new Choice.Code(code)));
        }

        @Test
        void nobodyIsThereToBeDecidedOn() {
            var code = new Choice.Code(ActivationCode.of(1));

            assertEquals(new Outcome.Nobody(), approveById());
            assertEquals(new Outcome.Nobody(), desk.enrolments.approve(code));
            assertEquals(new Outcome.Nobody(), desk.enrolments.reject(code));
            assertEquals(new Outcome.Nobody(), desk.enrolments.revoke(BADGE.device()));
        }

        @Test
        void rejectingAnIdLeavesItsApprovedBadgeAlone() {
            String token = desk.admit(BADGE);
            desk.enrolments.ask(IMPOSTOR);

            desk.enrolments.reject(new Choice.Device(BADGE.device()));

            assertEquals(Passage.ADMITTED, passage(token));
            assertEquals(new Standing.Refused(), desk.enrolments.ask(IMPOSTOR));
        }

        @Test
        void revokingEndsTokenAndConnection() {
            String token = desk.admit(BADGE);

            assertInstanceOf(Outcome.Done.class, desk.enrolments.revoke(BADGE.device()));

            assertEquals(List.of(BADGE.device()), desk.sentAway);
            assertEquals(Passage.REVOKED, passage(token));
            assertEquals(new Standing.Refused(), desk.ask("a"));
            assertEquals(Progress.REFUSED, progress(BADGE));
        }

        @Test
        void aTokenThatWasRevokedStaysSoAfterAnotherApproval() {
            String before = desk.admit(BADGE);
            desk.enrolments.revoke(BADGE.device());

            approveById();

            String now = desk.tokenOf(BADGE);
            assertNotEquals(before, now);
            assertEquals(Passage.WRONG_TOKEN, passage(before));
            assertEquals(Passage.ADMITTED, passage(now));
        }

        @Test
        void everybodyIsListed() {
            desk.admit(question("b"));
            desk.ask("a");

            List<Enrolment> all = desk.enrolments.list(ALL, 0, 10);

            assertEquals(
                    List.of("a", "b"),
                    all.stream().map(one -> one.applicant().device().value()).toList());
            assertEquals(1, desk.enrolments.list(Set.of(Phase.APPROVED), 0, 10).size());
        }
    }
}
