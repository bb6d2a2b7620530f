package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.conversation.port.NoteTakerException;
import dev.supie.domain.conversation.Exchange;
import dev.supie.domain.conversation.Memory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// Each failure is one exception within the time limit, so that the question stays the note of its
/// turn (CHAT-1).
class HttpNoteTakerFailuresTest extends FailingModelContract {

    private static final Exchange TURN = new Exchange("where is the kettle", "On the table.");

    private final HttpNoteTaker noteTaker =
            new HttpNoteTaker(
                    ModelServer.settings(server.baseUrl(), LIMITS), tally, time.surroundings());

    @Override
    String use() {
        return "memory";
    }

    @Override
    String good() {
        return "{\"note\":\"fine\"}";
    }

    @Override
    void succeed() throws NoteTakerException {
        assertEquals("fine", noteTaker.note(TURN, TIME_LIMIT));
    }

    @Override
    String failure(Duration within) {
        NoteTakerException failure =
                assertThrows(NoteTakerException.class, () -> noteTaker.note(TURN, within));
        return String.valueOf(failure.getMessage());
    }

    @Override
    String secret() {
        return "kettle";
    }

    @Override
    AutoCloseable asked() {
        return noteTaker;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\":null}",
                "{\"note\":7}",
                "{\"note\":[\"a\",\"b\"]}",
                "{\"note\":{\"text\":\"a\"}}",
                "{\"note\":\"\"}",
                "{\"note\":\" \\n\\u0007\\u200B\"}",
                "{\"note\":\"none\"}"
            })
    void anObjectWithoutANoteIsOfNoUse(String answer) throws Exception {
        isUnusable(ModelServer.content(answer), answer);
    }

    @Test
    void aNoteThatIsTooLongIsOfNoUse() throws Exception {
        String tooLong = "n".repeat(Memory.NOTE_CHARS_MAX + 1);
        isUnusable(ModelServer.content("{\"note\":\"" + tooLong + "\"}"), "too long");
    }
}
