package dev.supie.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// MODE-4: what begins a mode, and what only mentions one.
final class ModePhrasesTest {

    @ParameterizedTest
    @CsvSource({
        "进入工作模式,WORKING",
        "工作模式,WORKING",
        "切换到工作模式。,WORKING",
        "working mode,WORKING",
        "Enter working mode.,WORKING",
        "开始会议,MEETING",
        "'Start, meeting!',MEETING",
        "编码模式,CODING",
        "CODING MODE,CODING",
        "chat mode,CHAT"
    })
    void theUsualPhrasesBeginTheirMode(String text, Mode mode) {
        assertEquals(Optional.of(mode), ModePhrases.DEFAULTS.askedBy(text));
    }

    @ParameterizedTest
    @CsvSource({
        "我们进入工作模式以后再说",
        "do not enter working mode",
        "start meeting them at noon",
        "mode",
        "''",
        "'...'"
    })
    void talkingAboutAModeDoesNotBeginIt(String text) {
        assertEquals(Optional.empty(), ModePhrases.DEFAULTS.askedBy(text));
    }

    @Test
    void whatIsConfiguredReplacesTheUsual() {
        ModePhrases phrases = ModePhrases.of(Map.of(Mode.WORKING, List.of("Let's go", "干活")));

        assertEquals(Optional.of(Mode.WORKING), phrases.askedBy("lets go!"));
        assertEquals(Optional.of(Mode.WORKING), phrases.askedBy("干活。"));
        assertEquals(Optional.empty(), phrases.askedBy("working mode"));
        assertEquals(Optional.empty(), phrases.askedBy("start meeting"));
    }

    @Test
    void aPhraseOfNothingButMarksBeginsNothing() {
        ModePhrases phrases = ModePhrases.of(Map.of(Mode.WORKING, List.of("!")));

        assertEquals(Optional.empty(), phrases.askedBy("?"));
    }

    @Test
    void aTextOverTheLimitIsNotLookedAt() {
        String longest = "a".repeat(ModePhrases.CHARS_MAX);
        ModePhrases phrases = ModePhrases.of(Map.of(Mode.CHAT, List.of(longest)));

        assertEquals(Optional.of(Mode.CHAT), phrases.askedBy(longest));
        assertEquals(Optional.empty(), phrases.askedBy(longest + "!"));
    }
}
