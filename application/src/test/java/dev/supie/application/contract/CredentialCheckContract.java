package dev.supie.application.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Verdict;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What every check of credentials does (AUTH-2), whatever its credentials look like.
public abstract class CredentialCheckContract {

    protected static final DeviceId DEVICE = new DeviceId("aa:01");
    private static final DeviceId OTHER = new DeviceId("aa:02");

    protected abstract CredentialCheck check();

    /// A credential that is good for [#DEVICE] and for no other badge.
    protected abstract String good();

    @Test
    void acceptsAGoodCredentialAnyNumberOfTimes() {
        CredentialCheck check = check();
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Verdict.Accepted.class, check.check(claim(DEVICE, good())));
        }
    }

    @Test
    void tellsThatACredentialIsForAnotherBadge() {
        assertInstanceOf(Verdict.OtherDevice.class, check().check(claim(OTHER, good())));
    }

    @Test
    void knowsAfterAnotherBadgeTriedThatItIsGood() {
        CredentialCheck check = check();
        check.check(claim(OTHER, good()));
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(DEVICE, good())));
        assertInstanceOf(Verdict.OtherDevice.class, check.check(claim(OTHER, good())));
    }

    @Test
    void hasNothingToSayWithoutACredential() {
        assertInstanceOf(
                Verdict.NotForMe.class, check().check(new Claim(DEVICE, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "a.b.c",
                "e30.e30.e30",
                "=",
                "%00",
                "null",
                "{}",
                "eyJhbGciOiJub25lIn0.."
            })
    void acceptsNoneOfThese(String junk) {
        assertIsNo(check().check(claim(DEVICE, junk)));
    }

    @Test
    void acceptsNothingThatDiffersFromAGoodOne() {
        CredentialCheck check = check();
        String good = good();
        List<String> near =
                List.of(
                        good + "A",
                        "A" + good,
                        good.substring(1),
                        good.substring(0, good.length() - 1),
                        good.substring(0, good.length() / 2));
        near.forEach(token -> assertIsNo(check.check(claim(DEVICE, token))));
    }

    @Test
    void tellsNothingOfTheCredential() {
        String junk = "unmistakable-".repeat(3) + "token";
        Verdict unknown = check().check(claim(DEVICE, junk));
        Verdict other = check().check(claim(OTHER, good()));
        assertFalse(unknown.toString().contains("unmistakable"), unknown::toString);
        assertFalse(other.toString().contains(good()), other::toString);
    }

    @Test
    void servesManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        CredentialCheck check = check();
        String good = good();
        List<Future<Verdict>> verdicts = new ArrayList<>();
        try (var handshakes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                DeviceId device = i % 2 == 0 ? DEVICE : OTHER;
                verdicts.add(handshakes.submit(() -> check.check(claim(device, good))));
            }
        }
        for (int i = 0; i < verdicts.size(); i++) {
            Class<?> expected = i % 2 == 0 ? Verdict.Accepted.class : Verdict.OtherDevice.class;
            assertInstanceOf(expected, verdicts.get(i).get());
        }
    }

    protected static Claim claim(DeviceId device, String token) {
        return new Claim(device, Optional.of(new Credential(token)));
    }

    private static void assertIsNo(Verdict verdict) {
        assertFalse(verdict instanceof Verdict.Accepted, verdict::toString);
    }
}
