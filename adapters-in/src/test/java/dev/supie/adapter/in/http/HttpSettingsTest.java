package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.adapter.in.network.TrustedProxies;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

class HttpSettingsTest {

    private static HttpSettings withRate(int requests) {
        return new HttpSettings(
                ZoneOffset.UTC,
                Optional.of(new AccessToken("s3cret")),
                requests,
                Set.of(),
                TrustedProxies.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000})
    void rateWithinItsRangeIsTaken(int requests) {
        assertEquals(requests, withRate(requests).meetingRequestsPerSecond());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    void rateOutsideItsRangeIsRefused(int requests) {
        assertThrows(IllegalArgumentException.class, () -> withRate(requests));
    }

    @Test
    void textFormHidesTheToken() {
        assertFalse(withRate(1).toString().contains("s3cret"));
    }
}
