package dev.supie.domain.enrolment;

import static dev.supie.domain.enrolment.EnrolmentExamples.APPROVE;
import static dev.supie.domain.enrolment.EnrolmentExamples.APPROVED;
import static dev.supie.domain.enrolment.EnrolmentExamples.APPROVE_INSTEAD;
import static dev.supie.domain.enrolment.EnrolmentExamples.ASK;
import static dev.supie.domain.enrolment.EnrolmentExamples.BADGE;
import static dev.supie.domain.enrolment.EnrolmentExamples.CHALLENGE;
import static dev.supie.domain.enrolment.EnrolmentExamples.CODE;
import static dev.supie.domain.enrolment.EnrolmentExamples.OTHER_GRANT;
import static dev.supie.domain.enrolment.EnrolmentExamples.PENDING;
import static dev.supie.domain.enrolment.EnrolmentExamples.REFUSE;
import static dev.supie.domain.enrolment.EnrolmentExamples.RENEW;
import static dev.supie.domain.enrolment.EnrolmentExamples.REVOKED;
import static dev.supie.domain.enrolment.EnrolmentExamples.START;
import static dev.supie.domain.enrolment.EnrolmentExamples.UNKNOWN;
import static dev.supie.domain.enrolment.EnrolmentExamples.ask;
import static dev.supie.domain.enrolment.EnrolmentExamples.given;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/// OTA-1, T06: who waits, who is let in, and who is not.
final class EnrolmentDeciderTest {

    private static final Instant OVER = START.plus(EnrolmentDecider.CODE_LIFETIME);
    private static final Instant LATER = START.plusSeconds(30);

    @Nested
    class WhileUnknown {

        @Test
        void whoeverAsksIsGivenACodeAndAChallenge() {
            Enrolment next = given(UNKNOWN).when(ASK).at(LATER).then().state();

            assertEquals(
                    new Enrolment.Pending(
                            BADGE,
                            "badge/2.0",
                            ActivationCode.of(777_777),
                            new Challenge("d".repeat(32)),
                            LATER,
                            LATER),
                    next);
        }

        @Test
        void theLastPlaceIsTakenAndOneMoreIsTurnedAway() {
            given(UNKNOWN).when(ask(EnrolmentDecider.PENDING_MAX - 1)).at(START).then();
            given(UNKNOWN)
                    .when(ask(EnrolmentDecider.PENDING_MAX))
                    .at(START)
                    .thenRejected(EnrolmentRejection.FULL);
        }
    }

    @Nested
    class WhilePending {

        @Test
        void askingAgainAtOnceChangesNothing() {
            Instant justBefore = START.plus(EnrolmentDecider.ASKING_NOTED_EVERY).minusNanos(1);

            given(PENDING).when(ASK).at(justBefore).then().thenUnchanged();
        }

        @Test
        void askingAgainLaterKeepsTheCodeAlive() {
            Instant later = START.plus(EnrolmentDecider.ASKING_NOTED_EVERY);

            Enrolment next = given(PENDING).when(ASK).at(later).then().state();

            assertEquals(
                    new Enrolment.Pending(BADGE, "badge/2.0", CODE, CHALLENGE, START, later), next);
        }

        @Test
        void whoeverWaitsAlreadyIsNeverTurnedAwayForLackOfRoom() {
            given(PENDING).when(ask(EnrolmentDecider.PENDING_MAX)).at(START).thenUnchanged();
        }

        @Test
        void approvalGivesItTheGrant() {
            Enrolment next = given(PENDING).when(APPROVE).at(LATER).then().state();

            assertEquals(new Enrolment.Approved(BADGE, "badge/1.0", LATER, OTHER_GRANT), next);
        }

        @Test
        void approvalInPlaceOfAnotherEndsTheOther() {
            given(PENDING)
                    .when(APPROVE_INSTEAD)
                    .at(LATER)
                    .then(
                            new EnrolmentEffect.ForgetOthersApproved(BADGE),
                            new EnrolmentEffect.SendAway(BADGE.device()));
        }

        @Test
        void refusalSticksThroughAskingAgain() {
            Enrolment next =
                    given(PENDING).when(REFUSE).at(LATER).then().when(ASK).at(OVER).then().state();

            assertEquals(new Enrolment.Revoked(BADGE, "badge/1.0", LATER), next);
        }
    }

    @Nested
    class WhenItAsksNoMore {

        private final Instant justBefore = OVER.minusNanos(1);

        @Test
        void theCodeIsGoodUntilTheLastMoment() {
            assertFalse(PENDING.isOver(justBefore));
            given(PENDING).when(APPROVE).at(justBefore).then();
        }

        @Test
        void afterItsTimeTheCodeApprovesAndRefusesNobody() {
            assertTrue(PENDING.isOver(OVER));
            given(PENDING).when(APPROVE).at(OVER).thenRejected(EnrolmentRejection.UNKNOWN);
            given(PENDING).when(REFUSE).at(OVER).thenRejected(EnrolmentRejection.UNKNOWN);
        }

        @Test
        void whoeverComesBackIsGivenAnotherCode() {
            Enrolment next = given(PENDING).when(ASK).at(OVER).then().state();

            assertEquals(
                    new Enrolment.Pending(
                            BADGE,
                            "badge/2.0",
                            ActivationCode.of(777_777),
                            new Challenge("d".repeat(32)),
                            OVER,
                            OVER),
                    next);
        }

        @Test
        void whoeverComesBackNeedsRoomLikeEverybody() {
            given(PENDING)
                    .when(ask(EnrolmentDecider.PENDING_MAX))
                    .at(OVER)
                    .thenRejected(EnrolmentRejection.FULL);
        }

        @Test
        void askingInAFarFutureIsAWrongClockAndOver() {
            Instant wellBefore = START.minus(EnrolmentDecider.CODE_LIFETIME);

            assertFalse(PENDING.isOver(wellBefore));
            assertTrue(PENDING.isOver(wellBefore.minusNanos(1)));
        }
    }

    @Nested
    class WhileApproved {

        @Test
        void askingAndApprovingAgainChangeNothing() {
            given(APPROVED).when(ASK).at(LATER).then().thenUnchanged();
            given(APPROVED).when(APPROVE).at(LATER).then().thenUnchanged();
        }

        @Test
        void renewingChangesTheGrantAlone() {
            Enrolment next = given(APPROVED).when(RENEW).at(LATER).then().state();

            assertEquals(new Enrolment.Approved(BADGE, "badge/1.0", START, OTHER_GRANT), next);
        }

        @Test
        void revokingSendsItAway() {
            var revoked = given(APPROVED).when(REFUSE).at(LATER);

            revoked.then(new EnrolmentEffect.SendAway(BADGE.device()));
            assertEquals(new Enrolment.Revoked(BADGE, "badge/1.0", LATER), revoked.state());
        }
    }

    @Nested
    class WhileRevoked {

        @Test
        void askingAndRefusingAgainChangeNothing() {
            given(REVOKED).when(ASK).at(OVER).then().thenUnchanged();
            given(REVOKED).when(REFUSE).at(OVER).then().thenUnchanged();
        }

        @Test
        void anAdministratorCanThinkBetterOfIt() {
            Enrolment next = given(REVOKED).when(APPROVE).at(OVER).then().state();

            assertEquals(new Enrolment.Approved(BADGE, "badge/1.0", OVER, OTHER_GRANT), next);
        }
    }
}
