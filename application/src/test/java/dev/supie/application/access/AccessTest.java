package dev.supie.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.access.Access.Attempt;
import dev.supie.application.access.Access.Decision.Allowed;
import dev.supie.application.access.Access.Decision.Forbidden;
import dev.supie.application.access.Access.Decision.TooMany;
import dev.supie.application.access.Access.Decision.Unauthorized;
import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.Principal;
import dev.supie.application.fake.KnownCredentials;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is let in, and with which answer the others are sent away (HS-2, AUTH-1 to AUTH-4).
final class AccessTest {

    private static final DeviceId DEVICE = new DeviceId("aa:01");
    private static final DeviceId OTHER = new DeviceId("aa:02");
    private static final DeviceId LISTED = new DeviceId("aa:03");
    private static final String EVIL = "http://evil.example";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final KnownCredentials first = new KnownCredentials("first").know("one", DEVICE);
    private final KnownCredentials second =
            new KnownCredentials("second").know("one", DEVICE).know("two", DEVICE);
    private final Access access =
            access(new Guard.Checked(List.of(first, second, new AllowedDevices(Set.of(LISTED)))));

    @Test
    void openDoorLetsEveryoneInWithAnyCredential() {
        Access open = access(new Guard.Open());
        var everyone = new Allowed(Principal.ANYBODY);
        assertEquals(everyone, open.decide(attempt(DEVICE, "")));
        assertEquals(everyone, open.decide(attempt(DEVICE, "nonsense")));
        assertEquals(everyone, open.decide(from("null", DEVICE, "")));
    }

    @Test
    void openDoorIsNotOpenToPagesFromElsewhere() {
        assertInstanceOf(Forbidden.class, access(new Guard.Open()).decide(from(EVIL, DEVICE, "")));
    }

    @Test
    void firstCheckThatAcceptsDecides() {
        assertEquals(
                new Allowed(new Principal("first", "aa:01")),
                access.decide(attempt(DEVICE, "one")));
        assertEquals(
                new Allowed(new Principal("second", "aa:01")),
                access.decide(attempt(DEVICE, "two")));
    }

    @Test
    void listedBadgeNeedsNoCredentialAndMayHaveAWrongOne() {
        var listed = new Allowed(new Principal("allowed_devices", "aa:03"));
        assertEquals(listed, access.decide(attempt(LISTED, "")));
        assertEquals(listed, access.decide(attempt(LISTED, "wrong")));
    }

    @Test
    void withoutCredentialNobodyElseComesIn() {
        assertEquals(new Unauthorized("no credential"), access.decide(attempt(DEVICE, "")));
    }

    @Test
    void reasonsOfAllChecksAreTold() {
        assertEquals(
                new Unauthorized("first: unknown credential; second: unknown credential"),
                access.decide(attempt(DEVICE, "wrong")));
    }

    @Test
    void credentialOfAnotherBadgeIsForbidden() {
        assertEquals(
                new Forbidden("first: unknown credential; second: good for another badge"),
                access.decide(attempt(OTHER, "two")));
    }

    @Test
    void guardWithoutChecksLetsNobodyIn() {
        Access shut = access(new Guard.Checked(List.of()));
        assertEquals(
                new Unauthorized("nobody knows the credential"),
                shut.decide(attempt(DEVICE, "one")));
    }

    @Test
    void pageFromElsewhereIsForbiddenEvenWithAGoodCredential() {
        assertInstanceOf(Forbidden.class, access.decide(from(EVIL, DEVICE, "one")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "file://", "http://badge.example:8003"})
    void otherOriginsAreLeftToTheCredential(String origin) {
        assertInstanceOf(Allowed.class, access.decide(from(origin, DEVICE, "one")));
        assertInstanceOf(Unauthorized.class, access.decide(from(origin, DEVICE, "")));
    }

    @Test
    void checkThatCannotBeDoneIsANo() {
        first.reachable(false);
        assertEquals(
                new Unauthorized("first: cannot be reached; second: unknown credential"),
                access.decide(attempt(DEVICE, "wrong")));
        assertInstanceOf(Allowed.class, access.decide(attempt(DEVICE, "two")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "line\nbreak", "tab\t", "\u0000", "ключ", "a\u007f"})
    void textThatIsNoTokenIsNotEvenChecked(String text) {
        first.know(text, DEVICE);
        assertInstanceOf(Unauthorized.class, access.decide(attempt(DEVICE, text)));
    }

    @Test
    void tokenMayHave8192Characters() {
        String longest = "a".repeat(Credential.CHARS_MAX);
        first.know(longest, DEVICE).know(longest + "a", DEVICE);
        assertInstanceOf(Allowed.class, access.decide(attempt(DEVICE, longest)));
        assertInstanceOf(Unauthorized.class, access.decide(attempt(DEVICE, longest + "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "a b"})
    void twentyFailuresAMinuteAreLookedAt(String token) {
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(Unauthorized.class, access.decide(attempt(DEVICE, token)));
        }
        assertEquals(new TooMany(Duration.ofMinutes(1)), access.decide(attempt(DEVICE, token)));
        assertInstanceOf(TooMany.class, access.decide(attempt(DEVICE, "one")));
        time.advance(Duration.ofMinutes(1));
        assertInstanceOf(Allowed.class, access.decide(attempt(DEVICE, "one")));
    }

    @Test
    void credentialsOfOtherBadgesCountAsFailed() {
        fail(20, attempt(OTHER, "two"));
        assertInstanceOf(TooMany.class, access.decide(attempt(DEVICE, "one")));
    }

    @Test
    void successesDoNotCount() {
        fail(100, attempt(DEVICE, "one"));
        assertInstanceOf(Allowed.class, access.decide(attempt(DEVICE, "one")));
    }

    @Test
    void badgesAreNotLockedOutByAnOutageOrByAPage() {
        first.reachable(false);
        fail(100, attempt(DEVICE, "wrong"));
        fail(100, from(EVIL, DEVICE, "wrong"));
        first.reachable(true);
        assertInstanceOf(Allowed.class, access.decide(attempt(DEVICE, "one")));
    }

    @Test
    void refusalsWhileLockedDoNotProlongIt() {
        fail(20, attempt(DEVICE, "wrong"));
        time.advance(Duration.ofSeconds(59));
        fail(20, attempt(DEVICE, "wrong"));
        time.advance(Duration.ofSeconds(1));
        assertInstanceOf(Allowed.class, access.decide(attempt(DEVICE, "one")));
    }

    @Test
    void credentialIsNeverShown() {
        Attempt attempt = attempt(DEVICE, "unmistakable");
        assertFalse((attempt + "" + access.decide(attempt)).contains("unmistakable"));
    }

    private void fail(int times, Attempt attempt) {
        for (int i = 0; i < times; i++) {
            access.decide(attempt);
        }
    }

    private static Attempt attempt(DeviceId device, String token) {
        return attempt(Optional.empty(), device, token);
    }

    private static Attempt from(String origin, DeviceId device, String token) {
        return attempt(Optional.of(origin), device, token);
    }

    private static Attempt attempt(Optional<String> origin, DeviceId device, String token) {
        Optional<Credential> credential =
                token.isEmpty() ? Optional.empty() : Optional.of(new Credential(token));
        return new Attempt(
                new Claim(device, credential),
                origin,
                Optional.of("badge.example:8004"),
                "192.0.2.1");
    }

    private Access access(Guard guard) {
        return AccessFeature.create(
                new AccessFeature.Ports(guard, new AllowedOrigins.SameHost(), time));
    }
}
