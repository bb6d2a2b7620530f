package dev.supie.adapter.out.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/// One client for each distinct service, for as long as somebody uses it.
class SharedEndpointsTest {

    private static final URI URL = URI.create("http://127.0.0.1:1/v1");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SharedEndpoints endpoints = new SharedEndpoints();

    private SharedEndpoints.Lease lent(URI url, String key, Duration patience) {
        return endpoints.lend(url, Secret.of(key), patience);
    }

    private SharedEndpoints.Lease usual() {
        return lent(URL, "key", PATIENCE);
    }

    private static String failure(ServiceEndpoint endpoint) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(URL + "/chat"));
        return assertThrows(
                        CallFailure.class, () -> endpoint.exchange(request, Duration.ofSeconds(5)))
                .reason();
    }

    @Test
    void whoeverAsksTheSameServiceSharesItsClient() {
        assertSame(usual().endpoint(), usual().endpoint());
        assertEquals(1, endpoints.size());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:2/v1, key, 3",
        "http://127.0.0.1:1/v2, key, 3",
        "http://127.0.0.1:1/v1, other, 3",
        "http://127.0.0.1:1/v1, '', 3",
        "http://127.0.0.1:1/v1, key, 4"
    })
    void anotherServiceHasAnotherClient(URI url, String key, int seconds) {
        SharedEndpoints.Lease other = lent(url, key, Duration.ofSeconds(seconds));

        assertNotSame(usual().endpoint(), other.endpoint());
        assertEquals(2, endpoints.size());
    }

    @Test
    void itIsClosedWhenNobodyUsesItAnyMore() {
        SharedEndpoints.Lease first = usual();
        SharedEndpoints.Lease second = usual();
        first.close();
        first.close();
        assertEquals(1, endpoints.size(), "returning twice is returning once");
        assertEquals("no connection to the host in base_url", failure(second.endpoint()));

        second.close();
        assertEquals(0, endpoints.size());
        assertEquals("it was closed meanwhile", failure(second.endpoint()));
        assertNotSame(second.endpoint(), usual().endpoint());
    }
}
