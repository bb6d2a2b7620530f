package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.application.meeting.port.Draft;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.domain.meeting.Note;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// MTG-8: what comes of the answers of a server that works.
class HttpSummarizerAnswersTest {

    private final ModelServer server = new ModelServer();
    private final TestSurroundings time = new TestSurroundings();
    private final HttpSummarizer summarizer = server.summarizer(time);

    @AfterEach
    void close() {
        summarizer.close();
        server.close();
    }

    @Test
    void goodAnswerBecomesNotes() throws SummarizerException {
        server.always(ModelServer.good());
        assertGood(summarizer.draft(Requests.request()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n%s\n```",
                "Here are your minutes:\n%s\nAnything else?",
                "<think>{\"bullets\":[\"no\"]}</think>%s",
                "\uFEFF%s"
            })
    void wrappingIsTakenOff(String wrapping) throws SummarizerException {
        server.always(ModelServer.content(wrapping.replace("%s", ModelServer.MINUTES)));
        assertGood(summarizer.draft(Requests.request()));
    }

    @Test
    void contentInPartsIsJoined() throws SummarizerException {
        String parts =
                """
                {"choices":[{"message":{"content":[
                  {"type":"text","text":"{\\"title\\":\\"Contract\\",\\"bullets\\":"},
                  {"type":"text","text":"[\\"a\\"]}"}]}}]}""";
        server.always(ModelServer.error(200, parts));
        assertEquals("Contract", summarizer.draft(Requests.request()).notes().title());
    }

    @Test
    void requestHasTheKeyAndTheLimits() throws Exception {
        server.always(ModelServer.good());
        summarizer.draft(Requests.request());
        var sent = new JsonMapper().readTree(server.requests().getFirst());
        assertAll(
                () ->
                        assertEquals(
                                List.of("Bearer " + ModelServer.KEY),
                                server.headers("Authorization")),
                () -> assertEquals("test-model", sent.path("model").asText()),
                () -> assertEquals(800, sent.path("max_tokens").asInt()),
                () -> assertEquals(0.2, sent.path("temperature").asDouble()),
                () -> assertFalse(sent.path("stream").asBoolean(true)),
                () -> assertEquals("json_schema", sent.at("/response_format/type").asText()),
                () -> assertTrue(sent.at("/response_format/json_schema/strict").asBoolean()));
    }

    @Test
    void linkThatNobodySaidIsDropped() throws SummarizerException {
        server.always(
                ModelServer.content(
                        "{\"title\":\"See www.evil.example\",\"bullets\":[\"Read"
                                + " https://evil.example/x now\",\"https://evil.example\"]}"));
        Draft draft = summarizer.draft(Requests.request());
        assertAll(
                () -> assertEquals("See", draft.notes().title()),
                () -> assertEquals(List.of(new Note("Read now", 5)), draft.notes().bullets()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the answer is empty",
                "<html>Welcome</html> | the answer is not JSON; check that base_url is a model"
                        + " server",
                "{\"error\":{\"message\":\"no\"}} | the answer has no choices in it",
                "{\"choices\":[]} | the answer has no choices in it",
                "{\"choices\":[{\"message\":{\"content\":null}}]} | the model answered without a"
                        + " word",
                "{\"choices\":[{\"message\":{\"content\":\"\"},\"finish_reason\":\"length\"}]} |"
                        + " the model spent all its tokens before it answered",
                "{\"choices\":[{\"message\":{},\"finish_reason\":\"content_filter\"}]} | a content"
                        + " filter withheld the answer",
                "{\"choices\":[{\"message\":{\"content\":\"No.\"}}]} | there are no minutes in the"
                        + " answer",
                "{\"choices\":[{\"message\":{\"content\":\"{\\\"bullets\\\":[]}\"}}]} | there are"
                        + " no minutes in the answer"
            })
    void unusableAnswerIsNotAskedForAgain(String body, String reason) {
        server.always(ModelServer.error(200, body));
        assertFailsOnce(reason);
    }

    @Test
    void truncatedAnswerIsNoAnswer() {
        String half = ModelServer.MINUTES.substring(0, ModelServer.MINUTES.length() / 2);
        server.always(ModelServer.cut(half));
        assertFailsOnce("the answer was cut off");
    }

    @Test
    void truncatedAnswerThatLooksWholeIsNoAnswer() {
        server.always(ModelServer.cut("{\"title\":\"T\",\"bullets\":[\"a\"]}"));
        assertFailsOnce("the answer was cut off");
    }

    @Test
    void truncationAfterTheLastFieldCostsNothing() throws SummarizerException {
        String open = ModelServer.MINUTES.substring(0, ModelServer.MINUTES.length() - 1);
        server.always(ModelServer.cut(open));
        assertGood(summarizer.draft(Requests.request()));
    }

    private void assertFailsOnce(String reason) {
        var failure =
                assertThrows(SummarizerException.class, () -> summarizer.draft(Requests.request()));
        assertAll(
                () -> assertEquals("model main: " + reason, failure.getMessage()),
                () -> assertEquals(1, server.requests().size()),
                () -> assertEquals(List.of(), time.pauses()));
    }

    private static void assertGood(Draft draft) {
        assertAll(
                () -> assertEquals("test-model", draft.provider()),
                () -> assertEquals("Contract", draft.notes().title()),
                () ->
                        assertEquals(
                                List.of(new Note("Contract goes out", 5)), draft.notes().bullets()),
                () ->
                        assertEquals(
                                List.of(new Note("Li Lei sends the contract", 5)),
                                draft.notes().actions()));
    }
}
