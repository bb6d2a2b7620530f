package dev.supie.domain.speaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What is shown of a sentence, and what is said aloud of it (T37, T38).
class SentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u0000\u0007", "\ud800"})
    void whatCannotBeSeenIsNoSentence(String text) {
        assertEquals(List.of(), Sentences.shown(text));
    }

    @Test
    void t38ThereAreNoControlsInWhatIsShown() {
        assertEquals(
                List.of("one two three"), Sentences.shown(" one\u0007\r\n two\u2028three\u0000 "));
    }

    @Test
    void aSentenceOfTheLongestLengthIsOne() {
        assertEquals(1, Sentences.shown("a".repeat(Sentences.CHARS_MAX)).size());
        assertEquals(2, Sentences.shown("a".repeat(Sentences.CHARS_MAX + 1)).size());
    }

    @Test
    void aLongOneIsCutBehindAStopElseAPauseElseABlank() {
        String words = "word ".repeat(40).strip();
        assertEquals(
                List.of(words + ".", words), Sentences.shown(words + ". " + words), "at the stop");
        assertEquals(
                List.of(words + ",", words), Sentences.shown(words + ", " + words), "at the pause");
        List<String> atBlanks = Sentences.shown("word ".repeat(100));
        assertTrue(atBlanks.stream().allMatch(part -> part.matches("(word )*word")), "at blanks");
        assertEquals("word ".repeat(100).strip(), String.join(" ", atBlanks));
    }

    @Test
    void chineseIsCutBehindItsOwnStops() {
        String half = "会".repeat(150);
        assertEquals(List.of(half + "。", half), Sentences.shown(half + "。" + half));
    }

    @Test
    void noCharacterIsCutInTwo() {
        String text = "a" + "😀".repeat(200);
        List<String> parts = Sentences.shown(text);
        assertEquals(text, String.join("", parts));
        for (String part : parts) {
            assertTrue(Character.isLetter(part.charAt(0)) || part.startsWith("😀"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is Friday.            | It is Friday.",
                "**Bold** and `code`      | Bold and code",
                "# Heading                | Heading",
                "Done! 🎉🎉               | Done!",
                "Thumbs 👍🏽 up             | Thumbs up",
                "A family 👨‍👩‍👧 of three       | A family of three",
                "I ❤️ it                  | I it",
                "It is 20 °C              | It is 20 °C",
                "5 € and 3 $              | 5 € and 3 $",
                "今天 **星期五**。           | 今天 星期五 。",
            })
    void picturesAndTypographyAreNotSaid(String shown, String aloud) {
        assertEquals(aloud, Sentences.aloud(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎉", "...", "***", "—", "?!"})
    void thereIsNothingToSayAboutSomeText(String shown) {
        assertEquals("", Sentences.aloud(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "Good morning, ENGLISH",
        "12:30, ENGLISH",
        "会议十点开始, CHINESE",
        "会议用 Zoom 开, CHINESE",
        "The word for it is 会, ENGLISH",
        "会議は十時に始まります, JAPANESE",
        "회의는 열 시에 시작합니다, KOREAN",
        "Встреча в десять, RUSSIAN",
        "שלום, ENGLISH"
    })
    void theLanguageIsThatOfMostOfTheText(String text, Tongue tongue) {
        assertEquals(tongue, Tongue.of(text));
    }
}
