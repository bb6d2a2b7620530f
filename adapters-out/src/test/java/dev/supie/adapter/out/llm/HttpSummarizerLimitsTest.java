package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.llm.ChatModelSettings.Limits;
import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.application.meeting.port.SummarizerException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A server that does not end, and a caller that does: no draft outlasts its limits.
class HttpSummarizerLimitsTest {

    /// Real waiting, so kept short; ample against [#NOTICEABLY_LATE].
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final Duration NOTICEABLY_LATE = Duration.ofSeconds(5);
    private static final int FOR_EVER_MILLIS = 20_000;

    private final ModelServer server = new ModelServer();
    private final TestSurroundings time = new TestSurroundings();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void serverThatHangsIsLeftAtTheTimeLimit() {
        server.always(ModelServer.good().withFixedDelay(FOR_EVER_MILLIS));
        assertEndsInTime("no complete answer within");
    }

    @Test
    void serverThatDripsIsLeftAtTheTimeLimit() {
        server.always(ModelServer.good().withChunkedDribbleDelay(200, FOR_EVER_MILLIS));
        assertEndsInTime("no complete answer within");
    }

    private void assertEndsInTime(String reason) {
        try (var summarizer = server.summarizer(time)) {
            String message =
                    assertTimeoutPreemptively(NOTICEABLY_LATE, () -> failure(summarizer, SHORT));
            assertTrue(message.contains(reason), message);
        }
    }

    @Test
    void attemptThatHangsLeavesTimeForAnother() throws SummarizerException {
        server.inTurn(ModelServer.good().withFixedDelay(FOR_EVER_MILLIS), ModelServer.good());
        var limits = new Limits(Duration.ofSeconds(3), SHORT, 2, 8);
        try (var summarizer = server.summarizer(time, limits)) {
            summarizer.draft(Requests.request());
            assertEquals(List.of(Duration.ofMillis(500)), time.pauses());
        }
    }

    @Test
    void refusedConnectionIsTriedAgainAndTold() throws Exception {
        URI nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
        }
        var settings = ModelServer.settings(nobody, Limits.DEFAULT);
        try (var summarizer =
                new HttpSummarizer(
                        settings, MeetingTemplates.NONE, new ModelTally(), time.surroundings())) {
            assertAll(
                    () ->
                            assertEquals(
                                    "model main: no connection to the host in base_url",
                                    failure(summarizer, Requests.TIME_LIMIT)),
                    () -> assertEquals(2, time.pauses().size()));
        }
    }

    @Test
    void bodyIsLimitedAndNotAskedForAgain() {
        String filler = " ".repeat(ServiceEndpoint.BODY_BYTES_MAX);
        server.always(ModelServer.error(200, ModelServer.completion("{}", "stop") + filler));
        try (var summarizer = server.summarizer(time)) {
            assertAll(
                    () ->
                            assertEquals(
                                    "model main: the answer is larger than 262144 bytes",
                                    failure(summarizer, Requests.TIME_LIMIT)),
                    () -> assertEquals(1, server.requests().size()));
        }
    }

    @Test
    void bodyAtTheLimitIsRead() throws SummarizerException {
        String reply = ModelServer.completion(ModelServer.MINUTES, "stop");
        String filler = " ".repeat(ServiceEndpoint.BODY_BYTES_MAX - reply.length());
        server.always(ModelServer.error(200, reply + filler));
        try (var summarizer = server.summarizer(time)) {
            assertEquals("Contract", summarizer.draft(Requests.request()).notes().title());
        }
    }

    @Test
    void interruptEndsADraftAndIsKept() throws Exception {
        try (var silent = new SilentServer();
                var summarizer = silentSummarizer(silent, 8)) {
            Thread.currentThread().interrupt();
            String message = failure(summarizer, Requests.TIME_LIMIT);
            assertAll(
                    () -> assertTrue(Thread.interrupted(), "the flag is kept"),
                    () -> assertEquals("model main: interrupted", message));
        }
    }

    @Test
    void oneDraftTooManyIsRefusedAtOnce() throws Exception {
        try (var silent = new SilentServer();
                var summarizer = silentSummarizer(silent, 1)) {
            var first = new CompletableFuture<String>();
            Thread drafting =
                    Thread.ofVirtual()
                            .start(() -> first.complete(failure(summarizer, Requests.TIME_LIMIT)));
            assertTrue(silent.awaitConnection());
            String second = failure(summarizer, Requests.TIME_LIMIT);
            drafting.interrupt();
            assertAll(
                    () ->
                            assertEquals(
                                    "model main: the limit of 1 drafts at a time is reached",
                                    second),
                    () -> assertEquals("model main: interrupted", first.get(10, TimeUnit.SECONDS)));
        }
    }

    @Test
    void placeOfAnInterruptedDraftIsFreeAgain() throws Exception {
        try (var silent = new SilentServer();
                var summarizer = silentSummarizer(silent, 1)) {
            for (int i = 0; i < 3; i++) {
                Thread.currentThread().interrupt();
                assertEquals("model main: interrupted", failure(summarizer, Requests.TIME_LIMIT));
                assertTrue(Thread.interrupted());
            }
        }
    }

    @Test
    void closingEndsDraftsUnderWay() throws Exception {
        try (var silent = new SilentServer()) {
            var settings = ModelServer.settings(silent.baseUrl(), Limits.DEFAULT);
            var summarizer =
                    new HttpSummarizer(
                            settings, MeetingTemplates.NONE, new ModelTally(), time.surroundings());
            var message = new CompletableFuture<String>();
            Thread.ofVirtual()
                    .start(() -> message.complete(failure(summarizer, Requests.TIME_LIMIT)));
            assertTrue(silent.awaitConnection());
            summarizer.close();
            assertAll(
                    () ->
                            assertEquals(
                                    "model main: it was closed meanwhile",
                                    message.get(10, TimeUnit.SECONDS)),
                    () -> assertEquals(List.of(), time.pauses()),
                    () ->
                            assertEquals(
                                    "model main: it was closed meanwhile",
                                    failure(summarizer, Requests.TIME_LIMIT)));
        }
    }

    private HttpSummarizer silentSummarizer(SilentServer silent, int concurrencyMax) {
        var settings =
                ModelServer.settings(silent.baseUrl(), ModelServer.limits(1, concurrencyMax));
        return new HttpSummarizer(
                settings, MeetingTemplates.NONE, new ModelTally(), time.surroundings());
    }

    private static String failure(HttpSummarizer summarizer, Duration timeLimit) {
        return ModelServer.failure(summarizer, Requests.within(timeLimit));
    }
}
