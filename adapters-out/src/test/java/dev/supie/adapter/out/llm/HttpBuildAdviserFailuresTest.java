package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

import dev.supie.adapter.out.service.ServiceEndpoint;
import dev.supie.application.coding.port.BuildAdviser;
import dev.supie.application.coding.port.ModelAnswer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A model that fails in every way we know of: each is heard of as one failure within the time
/// limit, so that rules advise (COD-4), and is counted (OBS-1).
class HttpBuildAdviserFailuresTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(8);

    /// Real waiting, so kept short; ample against [#NOTICEABLY_LATE].
    private static final Duration SHORT = Duration.ofMillis(400);

    private static final Duration NOTICEABLY_LATE = Duration.ofSeconds(10);
    private static final int FOR_EVER_MILLIS = 20_000;
    private static final String GOOD = "{\"insights\":[\"fine\"]}";

    private final ModelServer server = new ModelServer();
    private final TestSurroundings time = new TestSurroundings();
    private final ModelTally tally = new ModelTally();
    private final HttpBuildAdviser adviser =
            new HttpBuildAdviser(
                    ModelServer.settings(server.baseUrl(), ModelServer.limits(2, 2)),
                    tally,
                    time.surroundings());
    private final BlockingQueue<ModelAnswer> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        adviser.close();
        server.close();
    }

    private ModelAnswer ask(Duration within) throws InterruptedException {
        adviser.ask(Builds.question(Builds.LINE), within, heard::add);
        return next();
    }

    private ModelAnswer next() throws InterruptedException {
        ModelAnswer answer = heard.poll(NOTICEABLY_LATE.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw new AssertionError("nothing was heard");
        }
        return answer;
    }

    private String failure(Duration within) throws InterruptedException {
        return assertInstanceOf(ModelAnswer.Failed.class, ask(within)).reason();
    }

    private List<String> counted() {
        return tally.counts().stream()
                .map(count -> count.use() + " " + count.result() + " " + count.calls())
                .toList();
    }

    static Stream<ResponseDefinitionBuilder> slow() {
        return Stream.of(
                ModelServer.content(GOOD).withFixedDelay(FOR_EVER_MILLIS),
                ModelServer.content(GOOD).withChunkedDribbleDelay(200, FOR_EVER_MILLIS));
    }

    @ParameterizedTest
    @MethodSource("slow")
    void aServerThatHangsOrDripsIsLeftBeforeNobodyWaits(ResponseDefinitionBuilder response)
            throws InterruptedException {
        server.always(response);
        String reason = failure(SHORT);
        assertAll(
                () -> assertTrue(reason.contains("no complete answer within 0."), reason),
                () -> assertEquals(List.of("coding timeout 1"), counted()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aServerInTroubleIsAskedOnceMore(int status) throws InterruptedException {
        server.inTurn(ModelServer.status(status), ModelServer.content(GOOD));
        ModelAnswer answer = ask(TIME_LIMIT);
        assertAll(
                () -> assertInstanceOf(ModelAnswer.Given.class, answer),
                () -> assertEquals(2, server.requests().size()),
                () -> assertEquals(List.of("coding ok 1"), counted()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500})
    void aServerThatSaysNoIsNotAskedForEver(int status) throws InterruptedException {
        server.always(ModelServer.status(status));
        String reason = failure(TIME_LIMIT);
        assertAll(
                () -> assertTrue(reason.startsWith("model main: HTTP " + status), reason),
                () -> assertTrue(server.requests().size() <= 3),
                () -> assertEquals(1, counted().size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK"})
    void aConnectionThatBreaksIsAFailure(Fault fault) throws InterruptedException {
        server.always(ModelServer.status(200).withFault(fault));
        assertTrue(failure(TIME_LIMIT).startsWith("model main: "));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("nothing", ModelServer.error(200, "")),
                Arguments.of("a page", ModelServer.error(200, "<html>busy</html>")),
                Arguments.of("no choices", ModelServer.error(200, "{}")),
                Arguments.of("prose", ModelServer.content("Sure, I will do that!")),
                Arguments.of("half JSON", ModelServer.content("{\"insights\":[\"the na")),
                Arguments.of("stopped", ModelServer.cut(GOOD)),
                Arguments.of("an array", ModelServer.content("[1,2,3]")),
                Arguments.of("other fields", ModelServer.content("{\"to\":[\"x\"]}")),
                Arguments.of("very deep", ModelServer.content("{\"a\":".repeat(9_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void anAnswerWithoutUseIsAFailureAndNotAskedForAgain(
            String name, ResponseDefinitionBuilder response) throws InterruptedException {
        server.always(response);
        String reason = failure(TIME_LIMIT);
        assertAll(
                name,
                () -> assertTrue(reason.startsWith("model main: "), reason),
                () -> assertEquals(1, server.requests().size()),
                () -> assertEquals(List.of("coding broken 1"), counted()));
    }

    @Test
    void aHugeAnswerIsLeftAtItsLimit() throws InterruptedException {
        String filler = "x".repeat(ServiceEndpoint.BODY_BYTES_MAX);
        server.always(ModelServer.content("{\"insights\":[\"" + filler + "\"]}"));
        assertEquals("model main: the answer is larger than 262144 bytes", failure(TIME_LIMIT));
    }

    @Test
    void oneMoreThanItsLimitFailsAtOnce() throws InterruptedException, IOException {
        try (SilentServer silent = new SilentServer();
                HttpBuildAdviser busy =
                        new HttpBuildAdviser(
                                ModelServer.settings(silent.baseUrl(), ModelServer.limits(1, 2)),
                                tally,
                                time.surroundings())) {
            for (int i = 0; i < 2; i++) {
                busy.ask(Builds.question(Builds.LINE), TIME_LIMIT, _ -> {});
                assertTrue(silent.awaitConnection());
            }
            busy.ask(Builds.question(Builds.LINE), TIME_LIMIT, heard::add);
            assertEquals(
                    new ModelAnswer.Failed(
                            "model main: the limit of 2 builds at a time is reached"),
                    next());
        }
    }

    @Test
    void aCancelFreesThePlace() throws InterruptedException, IOException {
        try (SilentServer silent = new SilentServer();
                HttpBuildAdviser one =
                        new HttpBuildAdviser(
                                ModelServer.settings(silent.baseUrl(), ModelServer.limits(1, 1)),
                                tally,
                                time.surroundings())) {
            BuildAdviser.Asked first =
                    one.ask(Builds.question(Builds.LINE), TIME_LIMIT, heard::add);
            assertTrue(silent.awaitConnection());
            first.cancel();
            // It may take the cancelled one a moment to go.
            long deadline = System.nanoTime() + NOTICEABLY_LATE.toNanos();
            boolean asked = false;
            while (!asked && System.nanoTime() < deadline) {
                one.ask(Builds.question(Builds.LINE), SHORT, heard::add);
                asked =
                        assertInstanceOf(ModelAnswer.Failed.class, next())
                                .reason()
                                .contains("no complete answer");
            }
            assertTrue(asked, "the place stays taken");
        }
    }

    @Test
    void neitherKeyNorLogIsInAFailure() throws InterruptedException {
        server.always(ModelServer.error(401, ModelServer.KEY + " said " + Builds.LINE));
        String reason = failure(TIME_LIMIT);
        assertAll(
                () -> assertFalse(reason.contains(ModelServer.KEY), reason),
                () -> assertFalse(reason.contains("speed"), reason));
    }
}
