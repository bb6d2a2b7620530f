package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.ServiceBreaker;
import dev.supie.application.meeting.port.SummarizerException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// A server in trouble is left alone for a while, then tried carefully.
class HttpSummarizerBreakerTest {

    private static final String NOT_ASKED =
            "model main: not asked, because it failed too often in the last minute";
    private static final Duration TICK = Duration.ofMillis(1);

    private final ModelServer server = new ModelServer();
    private final TestSurroundings time = new TestSurroundings();
    private final HttpSummarizer summarizer = server.summarizer(time, ModelServer.limits(1, 8));

    @AfterEach
    void close() {
        summarizer.close();
        server.close();
    }

    @Test
    void opensAfterEnoughFailures() {
        server.always(ModelServer.status(503));
        failures(ChatModelSettings.BREAKER_CALLS_MIN);
        assertAll(
                () -> assertEquals(NOT_ASKED, failure()),
                () -> assertEquals(ChatModelSettings.BREAKER_CALLS_MIN, server.requests().size()));
    }

    @Test
    void oneFailureLessDoesNotOpenIt() {
        server.always(ModelServer.status(503));
        failures(ChatModelSettings.BREAKER_CALLS_MIN - 1);
        failure();
        assertEquals(ChatModelSettings.BREAKER_CALLS_MIN, server.requests().size());
    }

    @Test
    void failuresOutsideItsWindowAreForgotten() {
        server.always(ModelServer.status(503));
        failures(ChatModelSettings.BREAKER_CALLS_MIN - 1);
        time.skip(ServiceBreaker.WINDOW.plusSeconds(1));
        failures(ChatModelSettings.BREAKER_CALLS_MIN - 1);
        assertEquals(2 * ChatModelSettings.BREAKER_CALLS_MIN - 2, server.requests().size());
    }

    @Test
    void closesAfterGoodProbes() throws SummarizerException {
        server.always(ModelServer.status(503));
        failures(ChatModelSettings.BREAKER_CALLS_MIN);
        server.always(ModelServer.good());
        time.skip(ServiceBreaker.OPEN.minus(TICK));
        String tooEarly = failure();
        time.skip(TICK.multipliedBy(2));
        for (int i = 0; i < ServiceBreaker.PROBES; i++) {
            summarizer.draft(Requests.request());
        }
        server.always(ModelServer.status(503));
        assertAll(
                () -> assertEquals(NOT_ASKED, tooEarly),
                () -> assertTrue(failure().contains("HTTP 503"), "closed: asks again"),
                () -> assertTrue(failure().contains("HTTP 503"), "closed: counts anew"));
    }

    @Test
    void opensAgainAfterBadProbes() {
        server.always(ModelServer.status(503));
        failures(ChatModelSettings.BREAKER_CALLS_MIN);
        time.skip(ServiceBreaker.OPEN.plus(TICK));
        failures(ServiceBreaker.PROBES);
        assertEquals(NOT_ASKED, failure());
    }

    @Test
    void configurationErrorsDoNotOpenIt() {
        server.always(ModelServer.status(401));
        failures(ChatModelSettings.BREAKER_CALLS_MIN + 1);
        assertEquals(ChatModelSettings.BREAKER_CALLS_MIN + 1, server.requests().size());
    }

    private void failures(int count) {
        for (int i = 0; i < count; i++) {
            failure();
        }
    }

    private String failure() {
        return ModelServer.failure(summarizer, Requests.request());
    }
}
