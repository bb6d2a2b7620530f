package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import dev.supie.adapter.out.llm.ChatModelSettings.Limits;
import dev.supie.application.meeting.port.SummarizerException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Neither the key nor the talk nor what a server says leaves through the log or an exception.
class HttpSummarizerPrivacyTest {

    private static final String TALK = "Li Lei sends the contract";
    private static final String ECHO =
            "{\"error\":{\"message\":\"%s said %s\",\"code\":\"%s\"}}"
                    .formatted(ModelServer.KEY, TALK, ModelServer.KEY);

    private final ModelServer server = new ModelServer();
    private final HttpSummarizer summarizer = server.summarizer(new TestSurroundings());
    private final Captured log = new Captured();
    private final Logger root = Logger.getLogger("");

    private static final class Captured extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            String text = String.valueOf(entry.getMessage());
            Object[] values = entry.getParameters();
            lines.add(values == null ? text : MessageFormat.format(text, values));
            if (entry.getThrown() != null) {
                lines.add(trace(entry.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void capture() {
        log.setLevel(Level.ALL);
        root.addHandler(log);
    }

    @AfterEach
    void close() {
        root.removeHandler(log);
        summarizer.close();
        server.close();
    }

    static List<ResponseDefinitionBuilder> replies() {
        return List.of(
                ModelServer.error(400, ECHO),
                ModelServer.error(401, ECHO),
                ModelServer.error(429, ECHO).withHeader("Retry-After", ModelServer.KEY),
                ModelServer.error(500, ECHO),
                ModelServer.error(200, ECHO),
                ModelServer.error(200, ModelServer.KEY + TALK),
                ModelServer.content(ModelServer.KEY + TALK),
                ModelServer.cut("{\"bullets\":[\"" + ModelServer.KEY + TALK));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void serverThatRepeatsThemDoesNotLeakThem(ResponseDefinitionBuilder reply) {
        server.always(reply);
        String told = "";
        try {
            summarizer.draft(Requests.request());
        } catch (SummarizerException failure) {
            told = trace(failure);
        }
        String everything = told + String.join("\n", log.lines);
        assertAll(
                () -> assertTrue(everything.contains("SummarizerException"), everything),
                () -> assertFalse(everything.contains(ModelServer.KEY), everything),
                () -> assertFalse(everything.contains("contract"), everything));
    }

    @Test
    void answerIsLoggedBySizeAndHash() throws SummarizerException {
        server.always(ModelServer.content("Here: " + ModelServer.MINUTES));
        summarizer.draft(Requests.request());
        String line =
                log.lines.stream()
                        .filter(text -> text.contains("rawLen"))
                        .findFirst()
                        .orElseThrow();
        int length = ModelServer.MINUTES.length();
        assertAll(
                () ->
                        assertTrue(
                                line.matches(
                                        "model main: rawLen="
                                                + (length + 6)
                                                + " jsonLen="
                                                + length
                                                + " sha8=[0-9a-f]{8} elapsedMs=\\d+ tokens=42"
                                                + " cut=false"),
                                line),
                () -> assertFalse(String.join("\n", log.lines).contains("contract")));
    }

    @Test
    void settingsDoNotShowTheKey() {
        var settings = ModelServer.settings(server.baseUrl(), Limits.DEFAULT);
        assertAll(
                () -> assertEquals("***", settings.apiKey().toString()),
                () -> assertFalse(settings.toString().contains(ModelServer.KEY)));
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
