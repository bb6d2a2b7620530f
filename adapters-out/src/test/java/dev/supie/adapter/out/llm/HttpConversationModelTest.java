package dev.supie.adapter.out.llm;

import static dev.supie.adapter.out.llm.StreamServer.delta;
import static dev.supie.adapter.out.llm.StreamServer.saying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.out.service.Secret;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.ToolRequest;
import dev.supie.domain.conversation.Trouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// CHAT-1: answers are heard while they are written, whatever the server does, and can be given up.
final class HttpConversationModelTest {

    private static final String KEY = "sk-test-0123456789";
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int PLACES = 4;

    private final StreamServer server = new StreamServer();
    private final TestSurroundings time = new TestSurroundings();
    private final ModelTally tally = new ModelTally();
    private final HttpConversationModel model = model(Duration.ofSeconds(20));

    private HttpConversationModel model(Duration patience) {
        return new HttpConversationModel(
                new ChatModelSettings(
                        "main",
                        server.baseUrl(),
                        Secret.of(KEY),
                        "test-model",
                        0.2,
                        new ChatModelSettings.Limits(Duration.ofSeconds(3), patience, 2, PLACES)),
                tally,
                time.surroundings());
    }

    @AfterEach
    void close() {
        model.close();
        server.close();
    }

    private List<String> counted() {
        return tally.counts().stream()
                .map(count -> count.use() + " " + count.result() + " " + count.calls())
                .sorted()
                .toList();
    }

    private static ModelEvent.Failed failure(HeardAnswer answer) throws InterruptedException {
        return assertInstanceOf(ModelEvent.Failed.class, answer.end());
    }

    @Test
    void piecesAreHeardAsTheyCome() throws InterruptedException {
        server.next(saying("The ", "kettle ", "🙂"));
        HeardAnswer answer = new HeardAnswer(model);
        assertEquals(
                List.of(
                        new ModelEvent.Piece("The "),
                        new ModelEvent.Piece("kettle "),
                        new ModelEvent.Piece("🙂"),
                        new ModelEvent.Ended()),
                answer.events(4));
        assertEquals(List.of("chat ok 1"), counted());
        String request = server.requests().getFirst();
        assertTrue(request.contains("Authorization: Bearer " + KEY), "the key is sent");
        assertTrue(request.contains("\"stream\":true"), request);
    }

    @Test
    void bytesMayBeCutAnywhere() throws InterruptedException {
        server.next(
                line -> {
                    line.stream();
                    String all =
                            ": alive\r\n\r\ndata: {\"choices\":[]}\r\n\r\nid: 7\r\ndata:"
                                    + delta("水壶")
                                    + "\r\n\r\n\r\ndata: [DONE]\r\n\r\n";
                    byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
                    for (byte each : bytes) {
                        line.raw("1\r\n").bytes(each).raw("\r\n");
                    }
                    line.end();
                });
        HeardAnswer answer = new HeardAnswer(model);
        assertEquals(new ModelEvent.Ended(), answer.end());
        assertEquals("水壶", answer.text());
    }

    @Test
    void toolsAreAskedForInPieces() throws InterruptedException {
        server.next(
                line ->
                        line.stream()
                                .event(call(0, "\"id\":\"c1\",", "\"name\":\"clock\",", "{\\\"a"))
                                .event(call(1, "\"id\":\"c2\",", "\"name\":\"mail\",", ""))
                                .event(call(0, "", "", "\\\":1}"))
                                .event(StreamServer.finish("tool_calls"))
                                .event("[DONE]")
                                .end());
        assertEquals(
                new ModelEvent.ToolsAsked(
                        List.of(
                                new ToolRequest("c1", "clock", "{\"a\":1}"),
                                new ToolRequest("c2", "mail", ""))),
                new HeardAnswer(model).end());
    }

    private static String call(int index, String id, String name, String arguments) {
        return "{\"choices\":[{\"delta\":{\"tool_calls\":[{"
                + id
                + "\"index\":"
                + index
                + ",\"function\":{"
                + name
                + "\"arguments\":\""
                + arguments
                + "\"}}]}}]}";
    }

    @Test
    void anAnswerThatWasCutIsToldSo() throws InterruptedException {
        server.next(
                line ->
                        line.stream()
                                .event(delta("The"))
                                .event(StreamServer.finish("length"))
                                .end());
        assertEquals(new ModelEvent.CutShort(), new HeardAnswer(model).end());
    }

    @Test
    void aServerThatDoesNotKnowOfStreamsIsUnderstood() throws InterruptedException {
        server.next(
                line ->
                        line.head("application/json")
                                .chunk("{\"choices\":[{\"message\":{\"content\":")
                                .chunk("\"The kettle\"},\"finish_reason\":\"stop\"}]}")
                                .end());
        HeardAnswer answer = new HeardAnswer(model);
        assertEquals(new ModelEvent.Ended(), answer.end());
        assertEquals("The kettle", answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"choices\":[{\"delta\":{\"cont\n\n",
                "data: not JSON\n\n",
                "data: {\"error\":{\"message\":\"out of memory\"}}\n\n",
                "<html>a page</html>",
                "",
            })
    void garbageIsAFailureAndNeverSaid(String garbage) throws InterruptedException {
        server.next(
                line -> {
                    line.stream();
                    if (!garbage.isEmpty()) {
                        line.chunk(garbage);
                    }
                    line.end();
                });
        HeardAnswer answer = new HeardAnswer(model);
        ModelEvent.Failed failed = failure(answer);
        assertEquals(Trouble.BROKEN, failed.trouble());
        assertFalse(failed.reason().contains("memory"), "nothing of the server is repeated");
        assertEquals("", answer.text());
        assertEquals(List.of("chat broken 1"), counted());
    }

    @Test
    void anErrorAmongThePiecesEndsTheAnswerAndTheConnection() throws InterruptedException {
        server.next(
                line -> {
                    line.stream().event(delta("The")).event("{\"error\":{}}");
                    line.hang();
                });
        assertEquals(Trouble.BROKEN, failure(new HeardAnswer(model)).trouble());
        assertTrue(server.awaitLeaving());
    }

    @Test
    void anEndlessEventIsNotKept() throws InterruptedException {
        server.next(
                line -> {
                    line.stream().chunk("data: ");
                    while (true) {
                        line.chunk("x".repeat(8_192));
                    }
                });
        assertEquals(Trouble.BROKEN, failure(new HeardAnswer(model)).trouble());
        assertTrue(server.awaitLeaving());
    }

    @ParameterizedTest
    @CsvSource({"400, UNAVAILABLE", "401, UNAVAILABLE", "404, UNAVAILABLE", "413, BROKEN"})
    void aServerThatSaysNoIsAskedOnce(int status, Trouble trouble) throws InterruptedException {
        server.always(line -> line.status(status));
        assertEquals(trouble, failure(new HeardAnswer(model)).trouble());
        assertEquals(1, server.requests().size());
    }

    @ParameterizedTest
    @CsvSource({"429, BUSY", "500, UNAVAILABLE", "503, UNAVAILABLE"})
    void aServerInTroubleIsAskedOnceMore(int status, Trouble trouble) throws InterruptedException {
        server.next(line -> line.status(status)).next(saying("The kettle"));
        HeardAnswer answer = new HeardAnswer(model);
        assertEquals(new ModelEvent.Ended(), answer.end());
        server.always(line -> line.status(status));
        assertEquals(trouble, failure(new HeardAnswer(model)).trouble());
        assertEquals(4, server.requests().size());
    }

    @Test
    void afterItsFirstWordNothingIsAskedAgain() throws InterruptedException {
        server.always(
                line -> {
                    line.stream().event(delta("The"));
                    line.cut();
                });
        HeardAnswer answer = new HeardAnswer(model);
        assertEquals(Trouble.UNAVAILABLE, failure(answer).trouble());
        assertEquals("The", answer.text());
        assertEquals(1, server.requests().size());
    }

    @Test
    void aServerThatHangsOrDripsIsLeftAtTheTimeLimit() throws InterruptedException {
        try (HttpConversationModel hasty = model(SHORT)) {
            server.next(StreamServer.Line::hang);
            assertEquals(Trouble.TIMEOUT, failure(new HeardAnswer(hasty)).trouble());
            assertTrue(server.awaitLeaving());
            server.next(
                    line -> {
                        line.stream();
                        while (true) {
                            line.event(delta("."));
                            Thread.onSpinWait();
                        }
                    });
            assertInstanceOf(ModelEvent.Failed.class, new HeardAnswer(hasty).end());
            assertTrue(server.awaitLeaving());
        }
    }

    @Test
    void whoIsNotThereIsAFailure() throws InterruptedException {
        server.close();
        assertEquals(Trouble.UNAVAILABLE, failure(new HeardAnswer(model)).trouble());
    }

    @Test
    void oneMoreThanMayBeWrittenAtATimeFailsAtOnce() throws InterruptedException {
        server.always(StreamServer.Line::hang);
        List<HeardAnswer> waiting = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            waiting.add(new HeardAnswer(model));
        }
        assertEquals(Trouble.BUSY, failure(new HeardAnswer(model)).trouble());
        waiting.forEach(each -> each.asked.cancel());
        server.always(saying("The kettle"));
        assertEquals(new ModelEvent.Ended(), new HeardAnswer(model).end());
    }

    @Test
    void whoIsGivenUpIsLeftAtOnceAndNotHeardAnyMore() throws InterruptedException {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            server.next(
                    line -> {
                        line.stream().event(delta("The"));
                        line.hang();
                    });
            HeardAnswer answer = new HeardAnswer(model);
            answer.events(1);
            long begun = System.nanoTime();
            answer.asked.cancel();
            answer.asked.cancel();
            assertTrue(server.awaitLeaving());
            times.add(Duration.ofNanos(System.nanoTime() - begun));
            assertEquals(1, answer.events.size());
        }
        times.sort(null);
        Duration median = times.get(10);
        assertTrue(median.toMillis() <= 200, () -> "it took " + times);
        assertEquals(List.of(), counted());
    }

    @Test
    void fiveHundredInterruptionsLeaveNothingBehind() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            server.next(
                    line -> {
                        line.stream().event(delta("The"));
                        line.hang();
                    });
            HeardAnswer answer = new HeardAnswer(model);
            answer.events(1);
            answer.asked.cancel();
            assertTrue(server.awaitLeaving());
        }
        assertEquals(0, server.open());
        server.always(saying("The kettle"));
        for (int i = 0; i < 10; i++) {
            assertEquals(new ModelEvent.Ended(), new HeardAnswer(model).end());
        }
        assertTrue(server.open() <= 2, () -> "connections are used again: " + server.open());
    }

    @Test
    void aServerThatFailsAgainAndAgainIsNotAskedForAWhile() throws InterruptedException {
        server.always(line -> line.status(500));
        while (server.requests().size() < ChatModelSettings.BREAKER_CALLS_MIN) {
            failure(new HeardAnswer(model));
        }
        int asked = server.requests().size();
        assertEquals(Trouble.UNAVAILABLE, failure(new HeardAnswer(model)).trouble());
        assertEquals(asked, server.requests().size());
        time.skip(Duration.ofSeconds(20));
        server.always(saying("The kettle"));
        assertEquals(new ModelEvent.Ended(), new HeardAnswer(model).end());
    }
}
