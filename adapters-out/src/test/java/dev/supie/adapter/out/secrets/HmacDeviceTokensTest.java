package dev.supie.adapter.out.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.application.contract.DeviceTokensContract;
import dev.supie.application.enrolment.port.DeviceTokens;
import dev.supie.domain.enrolment.Fingerprint;

import org.junit.jupiter.api.Test;

class HmacDeviceTokensTest extends DeviceTokensContract {

    private static final String KEY = "key-of-this-server";

    @Override
    protected DeviceTokens tokens() {
        return new HmacDeviceTokens(KEY);
    }

    @Override
    protected DeviceTokens tokensOfAnotherKey() {
        return new HmacDeviceTokens("another-key");
    }

    @Test
    void theFingerprintIsTheSha256() {
        assertEquals(
                new Fingerprint("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                tokens().fingerprint("abc"));
    }

    @Test
    void theKeyIsNotShown() {
        assertFalse(tokens().toString().contains(KEY));
    }
}
