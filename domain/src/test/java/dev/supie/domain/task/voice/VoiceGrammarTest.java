package dev.supie.domain.task.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// WF-8: what holds for every sentence, and that the words are configuration.
final class VoiceGrammarTest {

    private static final VoiceGrammar GRAMMAR = new VoiceGrammar(VoicePhrases.DEFAULTS);

    /// What sentences are thrown together from: words of every sort, and what is no word.
    private static final List<String> PIECES =
            List.of(
                    "claim",
                    "task",
                    "two",
                    "认领",
                    "任务",
                    "第",
                    "三",
                    "个",
                    "条",
                    "一",
                    "百",
                    "十",
                    "done",
                    "mark",
                    "don't",
                    "不要",
                    "刷新",
                    "to",
                    "the",
                    "last",
                    "first",
                    " ",
                    "'",
                    "\u0000",
                    "\ud83d",
                    "\udc4d",
                    "ﷺ",
                    "①",
                    "１",
                    "٣",
                    "{n}",
                    "99999999999",
                    "\u0301",
                    "，",
                    "twenty",
                    "最后一个",
                    "我来做");

    @Test
    void aTextOverTheLimitIsTalk() {
        String command = "claim task two";
        String longest = command + " ".repeat(VoiceGrammar.CHARS_MAX - command.length());

        assertEquals(placed(2), GRAMMAR.read(longest));
        assertEquals(new VoiceReading.Talk(), GRAMMAR.read(longest + " "));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTextMakesItThrowAndTheSameTextMeansTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String text = text(random);

            VoiceReading reading = GRAMMAR.read(text);

            assertEquals(reading, GRAMMAR.read(text), () -> "seed " + seed + ": " + text);
            if (reading instanceof VoiceReading.Command(VoiceIntent intent, VoiceTarget target)) {
                VoiceChoice.among(List.of(new VoiceChoice.Open(text, true)), intent, target);
            }
        }
    }

    /// What makes careless matching slow: everything begins a phrase, and everything is a gap.
    @ParameterizedTest
    @ValueSource(strings = {"claim ", "认领", "一", "第一个", "mark it ", "不", "ﷺ", "no ", "task 1 "})
    void theLongestAndWorstTextsTakeNoLonger(String piece) {
        String text = piece.repeat(VoiceGrammar.CHARS_MAX / piece.length());

        assertTimeout(Duration.ofSeconds(5), () -> GRAMMAR.read(text));
    }

    @Test
    void whatIsConfiguredReplacesTheUsual() {
        VoiceGrammar grammar =
                new VoiceGrammar(
                        new VoicePhrases(
                                Map.of(
                                        VoiceIntent.ASSIGN, List.of("Ich nehme {n}", "meins"),
                                        VoiceIntent.COMPLETE, List.of("abgehakt")),
                                List.of("nicht")));

        assertEquals(placed(2), grammar.read("ich nehme 2"));
        assertEquals(
                new VoiceReading.Command(VoiceIntent.ASSIGN, new VoiceTarget.Usual()),
                grammar.read("Meins!"));
        assertEquals(new VoiceReading.Talk(), grammar.read("ich nehme"));
        assertEquals(new VoiceReading.Negated(), grammar.read("nicht abgehakt"));
        assertEquals(new VoiceReading.Talk(), grammar.read("claim task two"));
        assertEquals(new VoiceReading.Talk(), grammar.read("refresh"));
    }

    @Test
    void withoutPhrasesEverythingIsTalk() {
        VoiceGrammar grammar = new VoiceGrammar(new VoicePhrases(Map.of(), List.of()));

        assertEquals(new VoiceReading.Talk(), grammar.read("claim task two"));
    }

    /// A gap of a phrase has a limit, so that its words belong together.
    @Test
    void wordsFarApartAreNoPhrase() {
        assertInstanceOf(
                VoiceReading.Command.class, GRAMMAR.read("mark " + "um ".repeat(6) + "done"));
        assertInstanceOf(VoiceReading.Talk.class, GRAMMAR.read("mark " + "um ".repeat(7) + "done"));
    }

    @ParameterizedTest
    @EnumSource(VoiceIntent.class)
    void everyUsualPhraseIsUnderstoodAsWhatItIsFor(VoiceIntent intent) {
        for (String phrase : VoicePhrases.usual(intent)) {
            String said = phrase.replace("{n}", "the second one");

            assertInstanceOf(VoiceReading.Command.class, GRAMMAR.read(said), said);
            assertEquals(intent, ((VoiceReading.Command) GRAMMAR.read(said)).intent(), said);
        }
    }

    @Test
    void phrasesThatSoundAlikeAreTheSame() {
        assertEquals(VoicePhrases.heard("Claim Task!"), VoicePhrases.heard("claimtask"));
        assertEquals(VoicePhrases.heard("認領 {n}"), VoicePhrases.heard("认领{n}"));
        assertNotEquals(VoicePhrases.heard("claim {n}"), VoicePhrases.heard("claim"));
        assertEquals("", VoicePhrases.heard("{n}"));
        assertEquals("", VoicePhrases.heard("!?"));
    }

    private static VoiceReading placed(int number) {
        return new VoiceReading.Command(
                VoiceIntent.ASSIGN, new VoiceTarget.Placed(new VoiceTarget.Place.Nth(number), ""));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (random.nextInt(12) > 0) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }
}
