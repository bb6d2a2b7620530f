package dev.supie.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.speaking.Emotion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// What Supie says, feels and keeps without a model's help.
final class RepliesTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-21T09:04:00");

    @ParameterizedTest
    @CsvSource({
        "现在几点了？, 现在是9:04。",
        "请问现在几点, 现在是9:04。",
        "What time is it now?, It is 9:04.",
        "今天几号, '今天是2026年11月21日，星期六。'",
        "今天星期几啊, '今天是2026年11月21日，星期六。'",
        "what day is it today, 'Today is Saturday, 21 November 2026.'",
    })
    void timeAndDateAreKnown(String question, String answer) {
        assertEquals(answer, OfflineReplies.to(question, Language.of(question), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "你是谁, WHO",
        "Who are you?, WHO",
        "你能做什么呢, HELP",
        "Help!, HELP",
        "what time is the meeting, NO_MODEL",
        "帮我写一首诗, NO_MODEL",
        "'', NO_MODEL"
    })
    void otherQuestionsAreAnsweredByWhatIsSo(String question, Wording wording) {
        Language language = Language.of(question);
        assertEquals(wording.in(language), OfflineReplies.to(question, language, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "你好小智！, WAKE",
        "hey  xiaozhi, WAKE",
        "再见, EXIT",
        "Bye bye., EXIT",
        "清除记忆, FORGET",
        "Forget our conversation, FORGET",
        "小智你好吗, TALK",
        "say goodbye to her, TALK",
        "don't forget everything, TALK",
        "'', TALK"
    })
    void onlyAPhraseAloneIsForTheBadge(String text, TalkPhrases.Meaning meaning) {
        assertEquals(meaning, TalkPhrases.DEFAULTS.of(text));
    }

    @Test
    void wakeWordsOfOnesOwnComeBesideTheUsualOnes() {
        TalkPhrases phrases = TalkPhrases.of(List.of("Hallo Supie"), List.of(), List.of());
        assertEquals(TalkPhrases.Meaning.WAKE, phrases.of("hallo, supie!"));
        assertEquals(TalkPhrases.Meaning.WAKE, phrases.of("你好小智"));
        assertEquals(TalkPhrases.Meaning.TALK, phrases.of("再见"));
    }

    @ParameterizedTest
    @CsvSource({
        "太好了！, HAPPY", "It rains 😢, SAD", "对不起，我不会。, SAD", "Sorry about that., SAD",
        "I am not sure., CONFUSED", "哈哈, LAUGHING", "wow, SURPRISED",
                "The crusader is here, NEUTRAL",
        "晚安, SLEEPY", "'', NEUTRAL"
    })
    void aFaceGoesWithTheWords(String sentence, Emotion emotion) {
        assertEquals(emotion, EmotionRules.of(sentence));
    }

    @Test
    void memoryNeverGrows() {
        Memory memory = Memory.NOTHING;
        for (int i = 0; i < 1_000; i++) {
            memory =
                    memory.with(
                            new Exchange(
                                    "question " + i + "\n" + "q".repeat(9_000), "a".repeat(9_000)));
        }
        assertEquals(Memory.TURNS_MAX, memory.turns().size());
        assertEquals(Memory.NOTES_MAX, memory.notes().size());
        assertEquals(Exchange.CHARS_MAX, memory.turns().getLast().answer().length());
        assertEquals(Memory.NOTE_CHARS_MAX, memory.notes().getFirst().length());
        assertEquals("question 972 ", memory.notes().getFirst().substring(0, 13));
        assertEquals("question 999", memory.turns().getLast().question().substring(0, 12));
    }

    @Test
    void whatIsCutStaysText() {
        List<String> cuts = new ArrayList<>();
        cuts.add(new Exchange("x" + "😀".repeat(600), "").question());
        cuts.add(new Memory(List.of(), List.of("😀".repeat(61))).notes().getFirst());
        cuts.forEach(
                cut ->
                        assertEquals(
                                cut.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count(),
                                0));
    }
}
