package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

import dev.supie.adapter.out.service.ServiceEndpoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A model that fails in every way we know of, whatever it is asked for: each is one failure within
/// the time limit, and is counted (OBS-1).
abstract class FailingModelContract {

    static final Duration TIME_LIMIT = Duration.ofSeconds(8);

    /// Two attempts, as every purpose has that people wait for.
    static final ChatModelSettings.Limits LIMITS = ModelServer.limits(2, 2);

    /// Real waiting, so kept short; ample against [#NOTICEABLY_LATE].
    private static final Duration SHORT = Duration.ofMillis(400);

    private static final Duration NOTICEABLY_LATE = Duration.ofSeconds(10);
    private static final int FOR_EVER_MILLIS = 20_000;

    final ModelServer server = new ModelServer();
    final TestSurroundings time = new TestSurroundings();
    final ModelTally tally = new ModelTally();

    /// In the tally.
    abstract String use();

    /// An answer that is good enough; one JSON object with one string or list in it.
    abstract String good();

    /// Asks, and gets what [#good] comes to.
    abstract void succeed() throws Exception;

    /// Asks, and gives the reason why there is no answer.
    abstract String failure(Duration within) throws Exception;

    /// Of what is asked about; nobody may read it in a failure.
    abstract String secret();

    /// Whoever was asked.
    abstract AutoCloseable asked();

    @AfterEach
    void close() throws Exception {
        asked().close();
        server.close();
    }

    final List<String> counted() {
        return tally.counts().stream()
                .map(count -> count.use() + " " + count.result() + " " + count.calls())
                .toList();
    }

    static Stream<Arguments> slow() {
        UnaryOperator<ResponseDefinitionBuilder> hangs =
                response -> response.withFixedDelay(FOR_EVER_MILLIS);
        UnaryOperator<ResponseDefinitionBuilder> drips =
                response -> response.withChunkedDribbleDelay(200, FOR_EVER_MILLIS);
        return Stream.of(Arguments.of("hangs", hangs), Arguments.of("drips", drips));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    void aServerThatHangsOrDripsIsLeftAtTheTimeLimit(
            String name, UnaryOperator<ResponseDefinitionBuilder> slowly) {
        server.always(slowly.apply(ModelServer.content(good())));
        String reason = assertTimeoutPreemptively(NOTICEABLY_LATE, () -> failure(SHORT), name);
        assertAll(
                () -> assertTrue(reason.contains("no complete answer within 0."), reason),
                () -> assertEquals(List.of(use() + " timeout 1"), counted()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aServerInTroubleIsAskedOnceMore(int status) throws Exception {
        server.inTurn(ModelServer.status(status), ModelServer.content(good()));
        succeed();
        assertAll(
                () -> assertEquals(2, server.requests().size()),
                () -> assertEquals(List.of(use() + " ok 1"), counted()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500})
    void aServerThatSaysNoIsNotAskedForEver(int status) throws Exception {
        server.always(ModelServer.status(status));
        String reason = failure(TIME_LIMIT);
        assertAll(
                () -> assertTrue(reason.startsWith("model main: HTTP " + status), reason),
                () -> assertTrue(server.requests().size() <= 3, "JSON modes are tried in turn"),
                () -> assertEquals(1, counted().size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK"})
    void aConnectionThatBreaksIsAFailure(Fault fault) throws Exception {
        server.always(ModelServer.status(200).withFault(fault));
        String reason = failure(TIME_LIMIT);
        assertTrue(reason.startsWith("model main: "), reason);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                unusable("nothing", _ -> ModelServer.error(200, "")),
                unusable("a page", _ -> ModelServer.error(200, "<html>busy</html>")),
                unusable("no choices", _ -> ModelServer.error(200, "{}")),
                unusable("no word", _ -> ModelServer.content(" ")),
                unusable("prose", _ -> ModelServer.content("Sure, I will do that!")),
                unusable(
                        "half JSON",
                        good -> ModelServer.content(good.substring(0, good.length() / 2))),
                unusable("half a field", good -> ModelServer.content(untilTheLastLetter(good))),
                unusable("stopped", ModelServer::cut),
                unusable("an array", _ -> ModelServer.content("[1,2,3]")),
                unusable("a number", _ -> ModelServer.content("42")),
                unusable("other fields", _ -> ModelServer.content("{\"to\":[\"x\"]}")),
                unusable("very deep", _ -> ModelServer.content("{\"a\":".repeat(9_000))));
    }

    private static Arguments unusable(String name, Answer answer) {
        return Arguments.of(name, answer);
    }

    /// What a server says instead of what it should.
    interface Answer {
        ResponseDefinitionBuilder insteadOf(String good);
    }

    private static String untilTheLastLetter(String json) {
        int end = json.length();
        while (!Character.isLetter(json.charAt(end - 1))) {
            end--;
        }
        return json.substring(0, end);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void anAnswerWithoutUseIsAFailureAndNotAskedForAgain(String name, Answer answer)
            throws Exception {
        isUnusable(answer.insteadOf(good()), name);
    }

    /// What is one for this purpose alone.
    final void isUnusable(ResponseDefinitionBuilder response, String name) throws Exception {
        server.always(response);
        String reason = failure(TIME_LIMIT);
        assertAll(
                name,
                () -> assertTrue(reason.startsWith("model main: "), reason),
                () -> assertEquals(1, server.requests().size()),
                () -> assertEquals(List.of(use() + " broken 1"), counted()));
    }

    @Test
    void aHugeAnswerIsLeftAtItsLimit() throws Exception {
        String filler = "x".repeat(ServiceEndpoint.BODY_BYTES_MAX);
        server.always(ModelServer.content("{\"filler\":\"" + filler + "\"}"));
        assertEquals("model main: the answer is larger than 262144 bytes", failure(TIME_LIMIT));
    }

    @Test
    void whoAsksForMorePatienceThanThereIsGetsNone() throws Exception {
        server.always(ModelServer.status(429).withHeader("Retry-After", "30"));
        failure(TIME_LIMIT);
        assertTrue(time.pauses().stream().allMatch(pause -> pause.compareTo(TIME_LIMIT) < 0));
    }

    @Test
    void aServerThatFailsAgainAndAgainIsLeftAloneForAWhile() throws Exception {
        server.always(ModelServer.status(503));
        for (int number = 0; number < ChatModelSettings.BREAKER_CALLS_MIN; number++) {
            failure(TIME_LIMIT);
        }
        int asked = server.requests().size();
        String reason = failure(TIME_LIMIT);
        assertAll(
                () -> assertTrue(reason.contains("failed too often"), reason),
                () -> assertEquals(asked, server.requests().size()));
    }

    @Test
    void neitherKeyNorWordsAreInAFailure() throws Exception {
        server.always(ModelServer.error(401, ModelServer.KEY + " said " + secret()));
        String reason = failure(TIME_LIMIT);
        assertAll(
                () -> assertFalse(reason.contains(ModelServer.KEY), reason),
                () -> assertFalse(reason.contains(secret()), reason));
    }
}
