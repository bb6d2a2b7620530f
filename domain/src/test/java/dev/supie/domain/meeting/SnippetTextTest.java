package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.Seeded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// MTG-3: what raw text becomes.
final class SnippetTextTest {

    static Stream<Arguments> forms() {
        return Stream.of(spaces(), marks(), invisible(), mixed()).flatMap(form -> form);
    }

    private static Stream<Arguments> spaces() {
        return Stream.of(
                form("", ""),
                form(" ", ""),
                form("\t\r\n", ""),
                form("\u00A0", ""),
                form("\u3000\u3000", ""),
                form("\u2028", ""),
                form("a", "a"),
                form(" a ", "a"),
                form("a  b", "a b"),
                form("a\tb", "a b"),
                form("a\nb", "a b"),
                form("a\r\n\r\nb", "a b"),
                form("a\u00A0b", "a b"),
                form("a\u3000b", "a b"),
                form("a\u2003\u2009b", "a b"),
                form("预 算", "预算"),
                form("预\u3000算", "预算"),
                form("预 算 会 议", "预算会议"),
                form("𠀀 𠀁", "𠀀𠀁"),
                form("预算 v2", "预算 v2"),
                form("v2 预算", "v2 预算"),
                form("用 GPT 做", "用 GPT 做"),
                form("😀  😀", "😀 😀"));
    }

    private static Stream<Arguments> marks() {
        return Stream.of(
                form("a.", "a."),
                form("a .", "a."),
                form("a , b", "a, b"),
                form("a ,b", "a,b"),
                form("a!!", "a!"),
                form("a!!!!", "a!"),
                form("a! !", "a!"),
                form("a??", "a?"),
                form("a?!", "a?!"),
                form("a?!?!", "a?!?!"),
                form("a,,b", "a,b"),
                form("a;;b", "a;b"),
                form("a::b", "a:b"),
                form("a..", "a…"),
                form("a...", "a…"),
                form("a......", "a…"),
                form("a. . .", "a…"),
                form("a….", "a…"),
                form("a……", "a…"),
                form("a... b", "a… b"),
                form("...", "…"),
                form("3.5", "3.5"),
                form("1.2.3", "1.2.3"),
                form("好。。。", "好。"),
                form("好 。", "好。"),
                form("好， 不好", "好，不好"),
                form("好！！", "好！"),
                form("好？？？", "好？"),
                form("好、、坏", "好、坏"),
                form("好：：坏", "好：坏"),
                form("好；；坏", "好；坏"),
                form("“ 好 ”", "“好”"),
                form("（ 好 ）", "（好）"),
                form("《 论语 》", "《论语》"),
                form("a--b", "a--b"),
                form("a((b", "a((b"));
    }

    private static Stream<Arguments> invisible() {
        return Stream.of(
                form("\u0000", ""),
                form("a\u0000b", "ab"),
                form("a\u0007b", "ab"),
                form("\u001B[31mred", "[31mred"),
                form("a\u007Fb", "ab"),
                form("\uFEFFa", "a"),
                form("a\u200Bb", "ab"),
                form("a \u200B b", "a b"),
                form("a\u202Eb", "ab"),
                form("a\u2066b\u2069", "ab"),
                form("\u200E\u200F\u2060\u00AD", ""),
                form("a\u00ADb\u2060c", "abc"),
                form("\uD83D", ""),
                form("\uDE00", ""),
                form("a\uD83Db", "ab"),
                form("\uDE00\uD83D", ""),
                form("\uD83D\u200B\uDE00", ""));
    }

    private static Stream<Arguments> mixed() {
        return Stream.of(
                form("😀", "😀"),
                form("👩‍💻", "👩‍💻"),
                form("e\u0301", "e\u0301"),
                form("İstanbul", "İstanbul"),
                form("\n- 第一 项\n- 第二 项", "- 第一项 - 第二项"),
                form("  OK ,  let's go !!  ", "OK, let's go!"));
    }

    private static Arguments form(String raw, String normalised) {
        return Arguments.of(raw, normalised);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void oneFormForEachText(String raw, String normalised) {
        assertEquals(normalised, SnippetText.normalised(raw));
    }

    @Test
    void theTableIsLongEnoughToMeanSomething() {
        assertTrue(forms().count() >= 60);
    }

    @Test
    void normalisingTwiceChangesNothing() {
        for (long seed = 0; seed < 3_000; seed++) {
            String once = SnippetText.normalised(new Seeded(seed).text(30));

            assertEquals(once, SnippetText.normalised(once), "seed " + seed);
        }
    }

    @Test
    void longTextIsCutOnceAndForAll() {
        for (long seed = 0; seed < 300; seed++) {
            String once = SnippetText.normalised(new Seeded(seed).text(3_000));

            assertTrue(bytes(once) <= SnippetText.BYTES_MAX, "seed " + seed);
            assertEquals(once, SnippetText.normalised(once), "seed " + seed);
        }
    }

    @Test
    void whatComesOutIsAlwaysWellFormed() {
        for (long seed = 0; seed < 1_000; seed++) {
            String text = SnippetText.normalised(new Seeded(seed).text(200));

            assertEquals(
                    text,
                    new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            assertEquals(text.strip(), text, "seed " + seed);
            assertFalse(text.contains("  "), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void textIsCutOnACharacterBoundary(String raw, int bytesLeft) {
        String text = SnippetText.normalised(raw);

        assertEquals(bytesLeft, bytes(text));
        assertTrue(raw.startsWith(text));
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                Arguments.of("x".repeat(2047), 2047),
                Arguments.of("x".repeat(2048), 2048),
                Arguments.of("x".repeat(2049), 2048),
                Arguments.of("x".repeat(100_000), 2048),
                Arguments.of("会".repeat(682), 2046),
                Arguments.of("会".repeat(683), 2046),
                Arguments.of("xx" + "会".repeat(682), 2048),
                Arguments.of("xxx" + "会".repeat(682), 2046),
                Arguments.of("😀".repeat(512), 2048),
                Arguments.of("😀".repeat(513), 2048),
                Arguments.of("x" + "😀".repeat(512), 2045),
                Arguments.of("xx" + "😀".repeat(512), 2046),
                Arguments.of("xxx" + "😀".repeat(512), 2047),
                Arguments.of("é".repeat(1024), 2048),
                Arguments.of("x" + "é".repeat(1024), 2047));
    }

    @Test
    void aCutNeverLeavesAHalfCharacterBehind() {
        IntStream.range(0, 8)
                .mapToObj(offset -> SnippetText.normalised("x".repeat(2044 + offset) + "😀😀😀"))
                .forEach(
                        text -> {
                            assertTrue(bytes(text) <= SnippetText.BYTES_MAX);
                            assertFalse(Character.isHighSurrogate(text.charAt(text.length() - 1)));
                        });
    }

    @Test
    void aCutAtASpaceLeavesNoSpaceBehind() {
        assertEquals("x".repeat(2047), SnippetText.normalised("x".repeat(2047) + " yyy"));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
