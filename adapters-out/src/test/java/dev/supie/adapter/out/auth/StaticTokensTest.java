package dev.supie.adapter.out.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;
import dev.supie.application.contract.CredentialCheckContract;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// AUTH-2: tokens that are listed in the configuration.
final class StaticTokensTest extends CredentialCheckContract {

    private static final DeviceId ELSE = new DeviceId("aa:09");

    @Override
    protected CredentialCheck check() {
        return new StaticTokens(
                List.of(
                        new StaticToken("another-token", "another", Set.of()),
                        new StaticToken(good(), "mine", Set.of(DEVICE))));
    }

    @Override
    protected String good() {
        return "a-static-token";
    }

    @Test
    void tokenWithoutDevicesIsGoodForAll() {
        Verdict verdict = check().check(claim(ELSE, "another-token"));
        assertEquals(new Verdict.Accepted(new Principal("tokens", "another")), verdict);
    }

    @Test
    void tokenListedTwiceIsGoodForTheDevicesOfBoth() {
        var check =
                new StaticTokens(
                        List.of(
                                new StaticToken("same", "first", Set.of(DEVICE)),
                                new StaticToken("same", "second", Set.of(ELSE))));
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(DEVICE, "same")));
        assertInstanceOf(Verdict.Accepted.class, check.check(claim(ELSE, "same")));
        assertInstanceOf(
                Verdict.OtherDevice.class, check.check(claim(new DeviceId("aa:10"), "same")));
    }

    @Test
    void caseMatters() {
        assertInstanceOf(Verdict.Refused.class, check().check(claim(DEVICE, "A-STATIC-TOKEN")));
    }

    @Test
    void tokenIsNotKept() {
        String shown = new StaticToken("secret-token", "name", Set.of()).toString();
        assertFalse(shown.contains("secret-token"), shown);
        assertEquals("***", Digest.of("secret-token").toString());
    }
}
