package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.fake.KeptSpans;
import dev.supie.application.meeting.port.SummarizerException;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.application.tracing.port.Tracing.Work;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What operators see of questions to models, and what models are told of it.
final class ModelSpansTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final ModelServer server = new ModelServer();
    private final StreamServer streams = new StreamServer();
    private final TestSurroundings time = new TestSurroundings();

    @AfterEach
    void close() {
        server.close();
        streams.close();
    }

    private HttpSummarizer summarizer(Tracing tracing) {
        return new HttpSummarizer(
                ModelServer.settings(server.baseUrl(), ModelServer.limits(2, 4)),
                MeetingTemplates.NONE,
                new ModelTally(tracing),
                time.surroundings());
    }

    @Test
    void aQuestionIsOneSpanHoweverManyAttemptsItTakes() throws Exception {
        KeptSpans spans = KeptSpans.handingOn(PARENT);
        server.inTurn(ModelServer.status(500), ModelServer.good());
        try (HttpSummarizer summarizer = summarizer(spans)) {
            summarizer.draft(Requests.request());
        }
        assertEquals(
                List.of(
                        new KeptSpans.Ended(
                                Work.CALL,
                                "model meeting",
                                Optional.empty(),
                                Map.of("supie.model.use", "meeting", "supie.model.result", "ok"),
                                true)),
                spans.ended());
        assertEquals(List.of(PARENT, PARENT), server.headers("traceparent"));
    }

    @Test
    void aModelIsToldNothingUnlessConfigured() throws Exception {
        server.always(ModelServer.good());
        try (HttpSummarizer summarizer = summarizer(new KeptSpans())) {
            summarizer.draft(Requests.request());
        }
        assertNull(server.headers("traceparent").getFirst());
    }

    @Test
    void aFailureIsShownByItsKindOnly() {
        KeptSpans spans = new KeptSpans();
        server.always(ModelServer.error(500, "secret words of a server"));
        try (HttpSummarizer summarizer = summarizer(spans)) {
            assertThrows(SummarizerException.class, () -> summarizer.draft(Requests.request()));
        }
        KeptSpans.Ended span = spans.ended().getFirst();
        assertEquals("unavailable", span.notes().get("supie.model.result"));
        assertFalse(span.well());
        assertFalse(span.toString().contains("secret"), span::toString);
    }

    private HttpConversationModel talking(Tracing tracing) {
        return new HttpConversationModel(
                ModelServer.settings(
                        streams.baseUrl(),
                        new ChatModelSettings.Limits(
                                Duration.ofSeconds(3), Duration.ofSeconds(20), 2, 4)),
                new ModelTally(tracing),
                time.surroundings());
    }

    @Test
    void anAnswerThatIsHeardWhileItIsWrittenIsOneToo() throws InterruptedException {
        KeptSpans spans = KeptSpans.handingOn(PARENT);
        streams.next(StreamServer.saying("Hello"));
        try (HttpConversationModel model = talking(spans)) {
            new HeardAnswer(model).events(2);
        }
        assertEquals("model chat", spans.ended().getFirst().name());
        assertEquals("ok", spans.ended().getFirst().notes().get("supie.model.result"));
        assertTrue(
                streams.requests().getFirst().contains("traceparent: " + PARENT),
                streams.requests()::toString);
    }
}
