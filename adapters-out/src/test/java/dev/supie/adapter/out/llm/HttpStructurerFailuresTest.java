package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.application.peer.port.StructurerException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A model that fails in every way we know of: each is one exception within the time limit, so that
/// rules do its work and the message goes its way (PEER-4).
class HttpStructurerFailuresTest {

    /// Real waiting, so kept short; ample against [#NOTICEABLY_LATE].
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final Duration NOTICEABLY_LATE = Duration.ofSeconds(5);
    private static final int FOR_EVER_MILLIS = 20_000;
    private static final String GOOD = "{\"category\":\"notice\",\"summary\":\"fine\"}";

    private final ModelServer server = new ModelServer();
    private final TestSurroundings time = new TestSurroundings();
    private final ModelTally tally = new ModelTally();
    private final HttpStructurer structurer = server.structurer(time, tally);

    @AfterEach
    void close() {
        structurer.close();
        server.close();
    }

    static Stream<ResponseDefinitionBuilder> slow() {
        return Stream.of(
                ModelServer.content(GOOD).withFixedDelay(FOR_EVER_MILLIS),
                ModelServer.content(GOOD).withChunkedDribbleDelay(200, FOR_EVER_MILLIS));
    }

    @ParameterizedTest
    @MethodSource("slow")
    void aServerThatHangsOrDripsIsLeftAtTheTimeLimit(ResponseDefinitionBuilder response) {
        server.always(response);
        String message =
                assertTimeoutPreemptively(
                        NOTICEABLY_LATE, () -> Messages.failure(structurer, SHORT));
        assertAll(
                () -> assertTrue(message.contains("no complete answer within"), message),
                () -> assertEquals(List.of("peer timeout 1"), counted()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aServerInTroubleIsAskedOnceMore(int status) throws StructurerException {
        server.inTurn(ModelServer.status(status), ModelServer.content(GOOD));
        assertAll(
                () -> assertEquals("fine", Messages.read(structurer).summary()),
                () -> assertEquals(2, server.requests().size()),
                () -> assertEquals(List.of("peer ok 1"), counted()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500})
    void aServerThatSaysNoIsNotAskedForEver(int status) {
        server.always(ModelServer.status(status));
        String message = Messages.failure(structurer, Messages.TIME_LIMIT);
        assertAll(
                () -> assertTrue(message.startsWith("model main: HTTP " + status), message),
                () -> assertTrue(server.requests().size() <= 2));
    }

    @Test
    void whoAsksForMorePatienceThanThereIsGetsNone() {
        server.always(ModelServer.status(429).withHeader("Retry-After", "30"));
        Messages.failure(structurer, Messages.TIME_LIMIT);
        assertTrue(time.pauses().stream().allMatch(pause -> pause.toSeconds() < 3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK"})
    void aConnectionThatBreaksIsAFailure(Fault fault) {
        server.always(ModelServer.status(200).withFault(fault));
        assertTrue(Messages.failure(structurer, Messages.TIME_LIMIT).startsWith("model main: "));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("nothing", ModelServer.error(200, "")),
                Arguments.of("a page", ModelServer.error(200, "<html>busy</html>")),
                Arguments.of("no choices", ModelServer.error(200, "{}")),
                Arguments.of("no word", ModelServer.content(" ")),
                Arguments.of("prose", ModelServer.content("Sure, I will do that!")),
                Arguments.of("half JSON", ModelServer.content("{\"category\":\"task\",\"summ")),
                Arguments.of("half a field", ModelServer.content("{\"summary\":\"send the rep")),
                Arguments.of("stopped", ModelServer.cut(GOOD)),
                Arguments.of("an array", ModelServer.content("[1,2,3]")),
                Arguments.of("a number", ModelServer.content("42")),
                Arguments.of("wrong types", ModelServer.content("{\"category\":7,\"summary\":[]}")),
                Arguments.of("nulls", ModelServer.content("{\"category\":null,\"summary\":null}")),
                Arguments.of(
                        "other fields", ModelServer.content("{\"to\":[\"x\"],\"text\":\"y\"}")),
                Arguments.of("very deep", ModelServer.content("{\"a\":".repeat(9_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void anAnswerWithoutUseIsAFailureAndNotAskedForAgain(
            String name, ResponseDefinitionBuilder response) {
        server.always(response);
        String message = Messages.failure(structurer, Messages.TIME_LIMIT);
        assertAll(
                name,
                () -> assertTrue(message.startsWith("model main: "), message),
                () -> assertEquals(1, server.requests().size()),
                () -> assertEquals(List.of("peer broken 1"), counted()));
    }

    @Test
    void aHugeAnswerIsLeftAtItsLimit() {
        String filler = "x".repeat(ServiceEndpoint.BODY_BYTES_MAX);
        server.always(ModelServer.content("{\"summary\":\"" + filler + "\"}"));
        assertEquals(
                "model main: the answer is larger than 262144 bytes",
                Messages.failure(structurer, Messages.TIME_LIMIT));
    }

    @Test
    void aServerThatFailsAgainAndAgainIsLeftAloneForAWhile() {
        server.always(ModelServer.status(503));
        for (int number = 0; number < ChatModelSettings.BREAKER_CALLS_MIN; number++) {
            Messages.failure(structurer, Messages.TIME_LIMIT);
        }
        int asked = server.requests().size();
        String message = Messages.failure(structurer, Messages.TIME_LIMIT);
        assertAll(
                () -> assertTrue(message.contains("failed too often"), message),
                () -> assertEquals(asked, server.requests().size()));
    }

    @Test
    void neitherKeyNorTextIsInAFailure() {
        server.always(ModelServer.error(401, ModelServer.KEY + " said " + Messages.TEXT));
        String message = Messages.failure(structurer, Messages.TIME_LIMIT);
        assertAll(
                () -> assertFalse(message.contains(ModelServer.KEY), message),
                () -> assertFalse(message.contains("report"), message));
    }

    private List<String> counted() {
        return tally.counts().stream()
                .map(count -> count.use() + " " + count.result() + " " + count.calls())
                .toList();
    }
}
