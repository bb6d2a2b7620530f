package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// What nobody sees, nobody should be told.
class PlainTextTest {

    /// @param raw with one kind of invisible character between a and b
    record Invisible(String kind, String raw, String plain) {}

    static List<Invisible> invisibles() {
        return List.of(
                new Invisible("control", "a\u0000\u0007\u001Bb", "ab"),
                new Invisible("zero width", "a\u200B\u200C\u200D\u2060\uFEFFb", "ab"),
                new Invisible("direction", "a\u202A\u202E\u2066\u2069\u200Fb", "ab"),
                new Invisible("soft hyphen", "a\u00ADb", "ab"),
                new Invisible("tag characters", "a\uDB40\uDC41\uDB40\uDC7Fb", "ab"),
                new Invisible("variation selectors", "a\uFE0F\uDB40\uDD00b", "ab"),
                new Invisible("private use", "a\uE000b", "ab"),
                new Invisible("half a character", "a\uD83Db", "ab"),
                new Invisible("blank letters", "a\u3164\u2800\uFFA0b", "a b"),
                new Invisible("line ends", " a \r\n\u2028\u0085\t b ", "a b"),
                new Invisible("wide spaces", "a\u3000\u00A0\u2003b", "a b"));
    }

    @ParameterizedTest
    @MethodSource("invisibles")
    void invisibleCharactersAreLeftOut(Invisible example) {
        assertEquals(example.plain(), PlainText.oneLine(example.raw(), 100));
    }

    @Test
    void whatPeopleWriteStays() {
        String text = "Größe 3½ €, “甲” 説了算 — 한국어 عربي 👍🏽";
        assertEquals(text, PlainText.oneLine(text, 100));
    }

    @Test
    void cutNeverSplitsACharacter() {
        assertEquals("a👍", PlainText.oneLine("a👍👍", 2));
    }

    @Test
    void takingAFrameOutDoesNotMakeOne() {
        assertEquals("<< <", PlainText.unframed("<<```<", 100));
    }

    @Test
    void comparisonsAndTitlesAreNoFrames() {
        String text = "a < b >> c 《红楼梦》 `x`";
        assertEquals(text, PlainText.unframed(text, 100));
    }
}
