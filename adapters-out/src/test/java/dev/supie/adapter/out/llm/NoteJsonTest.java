package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/// What models write instead of a note, and what is made of it (CHAT-1).
class NoteJsonTest {

    private static Optional<String> read(String answer) {
        return NoteJson.read(answer, false).map(WrittenNote::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\":\"the kettle is hot\"}",
                "```json\n{\"note\":\"the kettle is hot\"}\n```",
                "Here you are:\n{\"note\":\"the kettle is hot\"}\nAnything else?",
                "<think>maybe {\"note\":\"the cup\"}?</think>{\"note\":\"the kettle is hot\"}",
                "{'note':'the kettle is hot'}",
                "{\"Note\":\"the kettle is hot\",}",
                "{\"role\":\"system\",\"note\":\"the kettle is hot\"}",
                "{\"note\":\"- the kettle is hot\"}",
                "{\"note\":\"the kettle\\nis hot\"}",
                "{\"note\":\"one\"} or rather {\"note\":\"the kettle is hot\"} not {\"x\":1}"
            })
    void whateverStandsRoundItTheNoteIsFound(String answer) {
        assertEquals(Optional.of("the kettle is hot"), read(answer));
    }

    @Test
    void signsThatTurnTheDirectionOrHideDoNotGetThrough() {
        assertEquals(
                Optional.of("onetwo three"),
                read("{\"note\":\"one\\u202Etwo\\u200B\\tthree\\u0007\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "\"the kettle\"", "{\"summary\":\"x\"}"})
    void nothingElseIsANote(String answer) {
        assertEquals(Optional.empty(), read(answer));
    }

    @Test
    void whatWasCutOffDoesNotCount() {
        assertEquals(Optional.empty(), NoteJson.read("{\"note\":\"the kettle\"}", true));
    }
}
