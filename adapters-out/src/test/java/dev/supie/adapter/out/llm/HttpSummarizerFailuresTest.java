package dev.supie.adapter.out.llm;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;

import dev.supie.adapter.out.llm.ChatModelSettings.Limits;
import dev.supie.application.meeting.port.SummarizerException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A server that says no: what is tried again, after how long, and what the message tells.
class HttpSummarizerFailuresTest {

    private static final String NO_SCHEMA =
            "{\"error\":{\"message\":\"response_format type json_schema is not supported\"}}";

    private final ModelServer server = new ModelServer();
    private final TestSurroundings time = new TestSurroundings();
    private final HttpSummarizer summarizer = server.summarizer(time);

    @AfterEach
    void close() {
        summarizer.close();
        server.close();
    }

    private String failure() {
        return ModelServer.failure(summarizer, Requests.request());
    }

    @Nested
    class OnceAndForAll {

        @ParameterizedTest
        @CsvSource({
            "400, check model and what its server accepts",
            "401, check api_key",
            "403, check what api_key may use",
            "404, base_url ends before /chat/completions",
            "422, check model and what its server accepts",
            "301, give the final address"
        })
        void configurationErrorSaysWhatToCheck(int status, String advice) {
            server.always(ModelServer.status(status));
            String message = failure();
            assertAll(
                    () ->
                            assertTrue(
                                    message.startsWith("model main: HTTP " + status)
                                            && message.contains("configuration error")
                                            && message.endsWith(advice),
                                    message),
                    () -> assertEquals(1, server.requests().size()),
                    () -> assertEquals(List.of(), time.pauses()));
        }

        @Test
        void knownCodeIsRepeatedButNotTheServersWords() {
            server.always(
                    ModelServer.error(
                            400,
                            "{\"error\":{\"message\":\"Li Lei sends the contract\","
                                    + "\"code\":\"context_length_exceeded\"}}"));
            assertEquals(
                    "model main: HTTP 400 context_length_exceeded: configuration error, check"
                            + " model and what its server accepts",
                    failure());
        }

        @Test
        void quotaThatIsUsedUpIsNotAskedForAgain() {
            server.always(ModelServer.error(429, "{\"error\":{\"code\":\"insufficient_quota\"}}"));
            String message = failure();
            assertAll(
                    () -> assertTrue(message.contains("429 insufficient_quota"), message),
                    () -> assertEquals(1, server.requests().size()));
        }

        @Test
        void certificateThatNobodyTrustsIsNotTriedAgain() {
            var untrusted = new WireMockServer(options().httpDisabled(true).dynamicHttpsPort());
            untrusted.start();
            URI baseUrl = URI.create("https://127.0.0.1:" + untrusted.httpsPort() + "/v1");
            var settings = ModelServer.settings(baseUrl, Limits.DEFAULT);
            try (var secure =
                    new HttpSummarizer(
                            settings,
                            MeetingTemplates.NONE,
                            new ModelTally(),
                            time.surroundings())) {
                assertEquals(
                        "model main: no trusted TLS connection; check base_url and the server's"
                                + " certificate",
                        ModelServer.failure(secure, Requests.request()));
            } finally {
                untrusted.stop();
            }
            assertEquals(List.of(), time.pauses());
        }

        @Test
        void serverMayForbidAnotherAttempt() {
            server.always(ModelServer.status(503).withHeader("x-should-retry", "false"));
            failure();
            assertEquals(1, server.requests().size());
        }
    }

    @Nested
    class TriedAgain {

        @ParameterizedTest
        @ValueSource(ints = {408, 409, 429, 500, 502, 503, 529})
        void untilItIsGood(int status) throws SummarizerException {
            server.inTurn(
                    ModelServer.status(status), ModelServer.status(status), ModelServer.good());
            summarizer.draft(Requests.request());
            assertAll(
                    () -> assertEquals(3, server.requests().size()),
                    () ->
                            assertEquals(
                                    List.of(Duration.ofMillis(500), Duration.ofSeconds(1)),
                                    time.pauses()));
        }

        @ParameterizedTest
        @ValueSource(ints = {429, 500})
        void atMostAttemptsMax(int status) {
            server.always(ModelServer.status(status));
            String message = failure();
            assertAll(
                    () -> assertTrue(message.startsWith("model main: HTTP " + status), message),
                    () -> assertEquals(3, server.requests().size()),
                    () -> assertEquals(2, time.pauses().size()));
        }

        @Test
        void afterTheTimeThatTheServerAsksFor() throws SummarizerException {
            server.inTurn(
                    ModelServer.status(429).withHeader("Retry-After", "7"), ModelServer.good());
            summarizer.draft(Requests.request());
            assertEquals(List.of(Duration.ofSeconds(7)), time.pauses());
        }

        @Test
        void atTheDateThatTheServerAsksFor() throws SummarizerException {
            server.inTurn(
                    ModelServer.status(503)
                            .withHeader("Retry-After", "Sat, 21 Nov 2026 08:00:09 GMT"),
                    ModelServer.good());
            summarizer.draft(Requests.request());
            assertEquals(List.of(Duration.ofSeconds(9)), time.pauses());
        }

        @Test
        void notOnceThePauseWouldPassTheTimeLimit() {
            server.always(ModelServer.status(500));
            assertThrows(
                    SummarizerException.class,
                    () -> summarizer.draft(Requests.within(Duration.ofMillis(1_400))));
            assertAll(
                    () -> assertEquals(2, server.requests().size()),
                    () -> assertEquals(List.of(Duration.ofMillis(500)), time.pauses()));
        }
    }

    @Nested
    class JsonModes {

        @Test
        void refusedModeIsLeftForGood() throws SummarizerException {
            server.always(ModelServer.good())
                    .whenAsked("json_schema", ModelServer.error(400, NO_SCHEMA));
            summarizer.draft(Requests.request());
            summarizer.draft(Requests.request());
            assertEquals(List.of("json_schema", "json_object", "json_object"), modes());
        }

        @Test
        void lastResortIsThePromptAlone() throws SummarizerException {
            server.always(ModelServer.good())
                    .whenAsked("response_format", ModelServer.error(400, NO_SCHEMA));
            summarizer.draft(Requests.request());
            summarizer.draft(Requests.request());
            assertAll(
                    () ->
                            assertEquals(
                                    List.of("json_schema", "json_object", "none", "none"), modes()),
                    () -> assertEquals(List.of(), time.pauses()));
        }

        @Test
        void refusalInEveryModeIsAConfigurationErrorAndNotRemembered() throws SummarizerException {
            server.always(ModelServer.error(400, NO_SCHEMA));
            String message = failure();
            server.always(ModelServer.good());
            summarizer.draft(Requests.request());
            assertAll(
                    () -> assertTrue(message.contains("HTTP 400 in every JSON mode"), message),
                    () ->
                            assertEquals(
                                    List.of("json_schema", "json_object", "none", "json_schema"),
                                    modes()));
        }

        private List<String> modes() {
            return server.requests().stream().map(this::mode).toList();
        }

        private String mode(String request) {
            if (!request.contains("response_format")) {
                return "none";
            }
            return request.contains("\"type\":\"json_object\"") ? "json_object" : "json_schema";
        }
    }
}
