package dev.supie.application.enrolment;

import static dev.supie.application.enrolment.Desk.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.access.Access;
import dev.supie.application.access.Access.Decision;
import dev.supie.application.access.AccessFeature;
import dev.supie.application.access.AllowedDevices;
import dev.supie.application.access.AllowedOrigins;
import dev.supie.application.access.Guard;
import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;
import dev.supie.application.enrolment.Enrolments.Question;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// HS-2, AUTH-2: tokens of approved badges among other ways to prove oneself.
final class EnrolledBadgesTest {

    private static final Question BADGE = question("a");

    private final Desk desk = new Desk();
    private final EnrolledBadges badges = new EnrolledBadges(desk.enrolments);

    private static Claim claim(Optional<String> token) {
        return new Claim(BADGE.device(), token.map(Credential::new));
    }

    private Verdict check(String token) {
        return badges.check(claim(Optional.of(token)));
    }

    @Test
    void itsOwnTokenLetsABadgeIn() {
        String token = desk.admit(BADGE);

        assertEquals(new Verdict.Accepted(new Principal("enrolment", "a")), check(token));
    }

    @Test
    void whatIsNotOfEnrolmentIsLeftToOthers() {
        desk.admit(BADGE);

        assertEquals(new Verdict.NotForMe(), check("some.jwt.token"));
        assertEquals(new Verdict.NotForMe(), badges.check(claim(Optional.empty())));
        desk.approvalNeeded = false;
        assertEquals(new Verdict.NotForMe(), check("some.jwt.token"));
    }

    @Test
    void theTokenOfAnotherBadgeIsForbidden() {
        String foreign = desk.admit(question("b"));

        assertInstanceOf(Verdict.OtherDevice.class, check(foreign));
    }

    @Test
    void aStoreThatFailsIsNoGuess() {
        desk.store.fail(true);

        assertInstanceOf(Verdict.Unavailable.class, check("token"));
    }

    @Test
    void aRevokedBadgeIsBarredWhateverElseItPresents() {
        desk.admit(BADGE);
        Access access =
                AccessFeature.create(
                        new AccessFeature.Ports(
                                new Guard.Checked(
                                        List.of(
                                                badges,
                                                new AllowedDevices(Set.of(BADGE.device())))),
                                new AllowedOrigins.SameHost(),
                                desk.time));
        var attempt =
                new Access.Attempt(
                        claim(Optional.empty()), Optional.empty(), Optional.empty(), "10.0.0.7");
        assertInstanceOf(Decision.Allowed.class, access.decide(attempt));

        desk.enrolments.revoke(BADGE.device());

        assertEquals(
                new Decision.Forbidden("enrolment: the badge is revoked"), access.decide(attempt));
    }
}
